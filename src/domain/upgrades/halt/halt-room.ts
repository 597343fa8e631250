import type { Opinion } from '../../second-opinion.ts'
import { findFork, type ToldBlockHash } from './find-fork.ts'
import { classifyHaltNode, type HaltNodeState, type HaltStanding } from './halt-node.ts'
import { classifyHaltPhase, type HaltPhase, type HaltTimes } from './halt-phase.ts'
import { computePowerBack, findMismatch, type HaltValidator, type PowerBack } from './power-back.ts'
import type { ParsedRoundState, RoundState } from './round-state.ts'
import { mergeSeenVotes, type SeenVotes } from './seen-votes.ts'

/** What was heard of one endpoint, gathered over time. */
export interface HeardNode {
  readonly endpoint: string
  /** The newest reading, or why there is none. */
  readonly newest:
    | { readonly kind: 'answered'; readonly standing: HaltStanding }
    | { readonly kind: 'failed'; readonly reason: string }
    | { readonly kind: 'asking' }
  /** How long it has been seen at its height. */
  readonly unchangedMs: number
  /** undefined: not asked. */
  readonly rounds: ParsedRoundState | undefined
  /** All it has told of the first height after the plan's. */
  readonly seen: SeenVotes | undefined
}

export interface HaltFacts {
  readonly planName: string
  readonly planHeight: bigint
  readonly nodes: readonly HeardNode[]
  /** Of the first height after the plan's, in the order of its set; undefined until they are read. */
  readonly validators: readonly HaltValidator[] | undefined
  readonly times: HaltTimes
  readonly told: readonly ToldBlockHash[]
}

/** Why nobody can tell who is back. */
export type UnseenReason =
  /** No plan's block yet. */
  | 'not-halted'
  /** Only nodes on the old version answer. */
  | 'only-old-nodes'
  /** A node has upgraded, and does not tell its votes or tells them in a shape no known node has. */
  | 'unreadable'
  | 'no-node'
  /** The chain has gone on, and this room was opened after that. */
  | 'passed'

export interface HaltRoom {
  readonly planName: string
  readonly planHeight: bigint
  /** undefined while no endpoint answers. */
  readonly phase: HaltPhase | undefined
  readonly newest: { readonly height: bigint; readonly time: Date } | undefined
  readonly power: PowerBack | { readonly kind: 'unseen'; readonly why: UnseenReason }
  /** Where consensus stands: of the node furthest on. */
  readonly consensus: Pick<RoundState, 'height' | 'round' | 'step'> | undefined
  /** The votes on the plan's own block, on nodes that still show them: they say nothing of who is back. */
  readonly committed: { readonly power: bigint; readonly total: bigint } | undefined
  readonly nodes: readonly RoomNode[]
  readonly fork: Extract<Opinion, { kind: 'differs' }> | undefined
  /** The newest time any node or validator told; this device's clock cannot be before it. */
  readonly toldAt: Date | undefined
}

export interface RoomNode {
  readonly endpoint: string
  readonly standing: HaltStanding | undefined
  /** undefined: the first answer is awaited. */
  readonly state: HaltNodeState | undefined
}

/** The picture of all that was heard. */
export function composeHaltRoom(facts: HaltFacts): HaltRoom {
  const { planHeight, nodes } = facts
  const standings = nodes.flatMap(({ newest }) =>
    newest.kind === 'answered' ? [newest.standing] : [],
  )
  const newest = findNewest(standings)
  const phase = newest && classifyHaltPhase(newest.height, planHeight, facts.times)
  const states = nodes.flatMap(({ rounds, newest: { kind } }) =>
    rounds?.kind === 'round-state' && kind === 'answered' ? [rounds.state] : [],
  )
  const roomNodes = nodes.map((node) => toRoomNode(node, planHeight, newest))
  const toldTimes = [
    newest?.time,
    ...nodes.map(({ seen }) => seen?.newestVoteAt),
    facts.times.signedAt,
  ].flatMap((time) => (time === undefined ? [] : [time.getTime()]))
  return {
    planName: facts.planName,
    planHeight,
    phase,
    newest,
    power: findPower(facts, phase, roomNodes),
    consensus: states.reduce<RoundState | undefined>(
      (best, state) => (best === undefined || isFurther(state, best) ? state : best),
      undefined,
    ),
    committed: phase?.kind === 'halted' ? findCommitted(states, planHeight) : undefined,
    nodes: roomNodes,
    fork: findFork(facts.told),
    toldAt: toldTimes.length === 0 ? undefined : new Date(Math.max(...toldTimes)),
  }
}

function findNewest(standings: readonly HaltStanding[]) {
  let newest: { readonly height: bigint; readonly time: Date } | undefined
  for (const { latestHeight: height, latestBlockTime: time } of standings) {
    if (newest === undefined || height > newest.height) newest = { height, time }
  }
  return newest
}

function isFurther(a: RoundState, b: RoundState): boolean {
  if (a.height !== b.height) return a.height > b.height
  return a.round === b.round ? a.step > b.step : a.round > b.round
}

function toRoomNode(
  { endpoint, newest: heard, unchangedMs }: HeardNode,
  planHeight: bigint,
  newest: HaltRoom['newest'],
): RoomNode {
  if (heard.kind === 'failed') {
    return { endpoint, standing: undefined, state: { kind: 'dead', reason: heard.reason } }
  }
  if (heard.kind === 'asking' || newest === undefined) {
    return { endpoint, standing: undefined, state: undefined }
  }
  const { standing } = heard
  const surroundings = { planHeight, bestHeight: newest.height, newestBlockTime: newest.time }
  return { endpoint, standing, state: classifyHaltNode(standing, surroundings, unchangedMs) }
}

function findPower(
  { nodes, validators, planHeight }: HaltFacts,
  phase: HaltPhase | undefined,
  roomNodes: readonly RoomNode[],
): HaltRoom['power'] {
  const seen = uniteSeen(nodes, planHeight + 1n, validators)
  if (seen !== undefined) return computePowerBack(seen, validators)
  return { kind: 'unseen', why: findReason() }

  function findReason(): UnseenReason {
    if (phase === undefined) return 'no-node'
    if (phase.kind === 'resumed') return 'passed'
    if (phase.kind !== 'halted') return 'not-halted'
    return roomNodes.some(({ state }) => state?.kind === 'upgraded')
      ? 'unreadable'
      : 'only-old-nodes'
  }
}

/**
 * All endpoints' votes in one, each as far as it fits the validators: an endpoint that tells of another set, or of
 * another height, takes nothing away from the others.
 */
function uniteSeen(
  nodes: readonly HeardNode[],
  height: bigint,
  validators: readonly HaltValidator[] | undefined,
): SeenVotes | undefined {
  const told = nodes.flatMap(({ seen }) => (seen?.height === height ? [seen] : []))
  const fitting = told.filter((seen) => findMismatch(seen, validators) === undefined)
  return (fitting.length > 0 ? fitting : told).reduce<SeenVotes | undefined>(
    (united, seen) => mergeSeenVotes(united, seen),
    undefined,
  )
}

function findCommitted(states: readonly RoundState[], planHeight: bigint): HaltRoom['committed'] {
  const state = states.find(({ height }) => height === planHeight)
  if (state === undefined) return undefined
  const power = state.rounds.reduce(
    (most, { precommitPower }) => (precommitPower > most ? precommitPower : most),
    0n,
  )
  return { power, total: state.totalPower }
}
