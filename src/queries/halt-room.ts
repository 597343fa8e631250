import { fetchNodeReading, type NodeReading } from '../chain/consensus.ts'
import type { NodeTransport } from '../chain/node.ts'
import type { ToldBlockHash } from '../domain/upgrades/halt/find-fork.ts'
import {
  composeHaltRoom,
  type HaltRoom,
  type HeardNode,
} from '../domain/upgrades/halt/halt-room.ts'
import { mergeSeenVotes } from '../domain/upgrades/halt/seen-votes.ts'
import { describeQueryFailure } from './failures.ts'
import type { HaltPlan } from './halt-plan.ts'
import { completeHaltRecord, NO_RECORD } from './halt-room-facts.ts'
import type { Schedule } from './live-pacing.ts'
import { type BlockComparison, compareBlocks, forkOf } from './node-agreement.ts'

export interface HaltRoomOptions {
  readonly plan: HaltPlan
  /** Each endpoint alone. */
  readonly peers: readonly { readonly name: string; readonly transport: NodeTransport }[]
  /** All of them, for what any can tell. */
  readonly transport: NodeTransport
  /** Endpoints of another chain are no part of the room. */
  readonly chainId: string
  readonly now: () => Date
  readonly schedule: Schedule
  /** The time before which an endpoint asked not to be called, milliseconds since the epoch. @default never */
  readonly notBeforeMs?: (name: string) => number | undefined
}

/** A halt room that is kept up to date while it is watched. */
export interface HaltRoomWatch {
  readonly subscribe: (listener: () => void) => () => void
  readonly current: () => HaltRoom
  /** Asks every endpoint again and again from now on; does nothing while it does already. */
  readonly start: () => void
  /** Nothing is asked after this until it is started again; what was heard stays. */
  readonly stop: () => void
  /** Asks every endpoint once. Never rejects. */
  readonly readOnce: () => Promise<HaltRoom>
}

/** Pauses between an answer of an endpoint and the next question to it. */
const NEAR_MS = 1_000
const USUAL_MS = 2_000
/** For who fails, and for heights outside of the room. */
const LONGEST_MS = 15_000
/** Blocks before the height from which on every second counts. */
const NEAR_BLOCKS = 10n
const TIMEOUT_MS = 5_000
const RECORD_EVERY_MS = 3_000
const COMPARED_EVERY_MS = 60_000
const MOST_TOLD = 50

interface Peer {
  readonly name: string
  readonly transport: NodeTransport
  heard: HeardNode
  reading: NodeReading | undefined
  failures: number
  heightSince: { readonly height: bigint; readonly atMs: number } | undefined
  told: readonly ToldBlockHash[]
}

/**
 * Watches a halt: every endpoint in a row of its own, one question under way each, so that one that hangs or dies holds
 * up none of the others. What was seen of who is back is kept as long as the watch lives.
 */
export function createHaltRoom(options: HaltRoomOptions): HaltRoomWatch {
  const { plan, transport, chainId, now, schedule, notBeforeMs = () => undefined } = options
  const peers = options.peers.map(
    ({ name, transport: own }): Peer => ({
      name,
      transport: own,
      heard: {
        endpoint: name,
        newest: { kind: 'asking' },
        unchangedMs: 0,
        rounds: undefined,
        seen: undefined,
      },
      reading: undefined,
      failures: 0,
      heightSince: undefined,
      told: [],
    }),
  )
  const listeners = new Set<() => void>()
  let record = NO_RECORD
  let comparison: BlockComparison | undefined
  let recordReadMs = Number.NEGATIVE_INFINITY
  let comparedMs = Number.NEGATIVE_INFINITY
  let running: AbortController | undefined
  let room = compose()

  function compose(): HaltRoom {
    const told = peers.flatMap((peer) => peer.told)
    const composed = composeHaltRoom({
      planName: plan.name,
      planHeight: plan.height,
      nodes: peers.map(({ heard }) => heard),
      validators: record.validators,
      times: withPlanBlock(),
      told,
    })
    const fork = composed.fork ?? (comparison && forkOf(comparison))
    return fork === undefined ? composed : { ...composed, fork }
  }

  /** A node at the height tells the time of the plan's block with its status. */
  function withPlanBlock() {
    const atPlan = peers.find(({ reading }) => reading?.standing.latestHeight === plan.height)
    const planBlockAt = record.times.planBlockAt ?? atPlan?.reading?.standing.latestBlockTime
    record = { ...record, times: { ...record.times, planBlockAt } }
    return record.times
  }

  function tell(): void {
    room = compose()
    for (const listener of listeners) listener()
  }

  async function ask(peer: Peer, signal?: AbortSignal): Promise<void> {
    const request = { timeoutMs: TIMEOUT_MS, ...(signal ? { signal } : {}) }
    try {
      const isAtPlan = (peer.reading?.standing.latestHeight ?? 0n) >= plan.height
      let reading = await fetchNodeReading(peer.transport, isAtPlan, request)
      if (!isAtPlan && reading.standing.latestHeight >= plan.height) {
        reading = await fetchNodeReading(peer.transport, true, request)
      }
      hear(peer, reading)
    } catch (error) {
      if (signal?.aborted === true) return
      peer.failures += 1
      peer.reading = undefined
      const reason = describeQueryFailure(error).sentence
      peer.heard = { ...peer.heard, newest: { kind: 'failed', reason }, rounds: undefined }
    }
  }

  function hear(peer: Peer, reading: NodeReading): void {
    if (reading.chainId !== chainId) {
      peer.failures += 1
      peer.reading = undefined
      const reason = `${peer.name} is a node of another chain, ${reading.chainId}.`
      peer.heard = { ...peer.heard, newest: { kind: 'failed', reason }, rounds: undefined }
      return
    }
    const { standing, latestHash, rounds } = reading
    const height = standing.latestHeight
    const atMs = performance.now()
    if (peer.heightSince?.height !== height) peer.heightSince = { height, atMs }
    const block = { endpoint: peer.name, height, hash: latestHash }
    const isNew = peer.told.every((other) => other.height !== height || other.hash !== latestHash)
    if (isNew) peer.told = [...peer.told.slice(-MOST_TOLD), block]
    const isOfRoom = rounds?.kind === 'round-state' && rounds.state.height === plan.height + 1n
    peer.failures = 0
    peer.reading = reading
    peer.heard = {
      endpoint: peer.name,
      newest: { kind: 'answered', standing },
      unchangedMs: atMs - peer.heightSince.atMs,
      rounds,
      seen: isOfRoom ? mergeSeenVotes(peer.heard.seen, rounds.state) : peer.heard.seen,
    }
  }

  function bestHeight(): bigint | undefined {
    let best: bigint | undefined
    for (const { reading } of peers) {
      const height = reading?.standing.latestHeight
      if (height !== undefined && (best === undefined || height > best)) best = height
    }
    return best
  }

  async function readRecord(signal: AbortSignal | undefined): Promise<void> {
    const best = bestHeight()
    if (best === undefined) return
    record = await completeHaltRecord(transport, plan.height, best, record, signal)
  }

  async function readComparison(signal: AbortSignal | undefined): Promise<void> {
    const nodes = peers.flatMap(({ name, transport: own, reading }) =>
      reading === undefined
        ? []
        : [
            {
              name,
              transport: own,
              earliestHeight: reading.earliestHeight,
              latestHeight: reading.standing.latestHeight,
            },
          ],
    )
    if (nodes.length > 1) comparison = await compareBlocks(nodes, signal)
  }

  async function follow(peer: Peer, own: AbortController): Promise<void> {
    const waitMs = (notBeforeMs(peer.name) ?? 0) - now().getTime()
    if (waitMs <= 0) await ask(peer, own.signal)
    if (running !== own) return
    tell()
    readAside(own)
    schedule(() => void (running === own && follow(peer, own)), Math.max(waitMs, pauseOf(peer)))
  }

  function pauseOf({ failures, reading }: Peer): number {
    if (failures > 0) return Math.min(NEAR_MS * 2 ** failures, LONGEST_MS)
    const { phase } = room
    const isOutside = phase?.kind === 'far' || (phase?.kind === 'resumed' && phase.isOver)
    if (isOutside) return LONGEST_MS
    const height = reading?.standing.latestHeight ?? 0n
    const isNear = height >= plan.height - NEAR_BLOCKS && height <= plan.height + 2n
    return isNear ? NEAR_MS : USUAL_MS
  }

  /** What any node can tell, at most every few seconds and one reading at a time. */
  function readAside(own: AbortController): void {
    const nowMs = performance.now()
    if (nowMs - recordReadMs >= RECORD_EVERY_MS) {
      recordReadMs = Number.POSITIVE_INFINITY
      void readRecord(own.signal).finally(() => {
        recordReadMs = performance.now()
        if (running === own) tell()
      })
    }
    if (nowMs - comparedMs >= COMPARED_EVERY_MS) {
      comparedMs = Number.POSITIVE_INFINITY
      void readComparison(own.signal).finally(() => {
        comparedMs = performance.now()
        if (running === own) tell()
      })
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    current: () => room,
    start() {
      if (running !== undefined) return
      const own = new AbortController()
      running = own
      for (const peer of peers) void follow(peer, own)
    },
    stop() {
      running?.abort()
      running = undefined
    },
    async readOnce() {
      await Promise.all(peers.map((peer) => ask(peer)))
      await Promise.all([readRecord(undefined), readComparison(undefined)])
      tell()
      return room
    },
  }
}
