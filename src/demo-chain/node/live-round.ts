import type { ConsensusValidator } from '../chain/ledger.ts'
import type { DemoNode } from './demo-node.ts'
import type { NodeView } from './node-view.ts'
import { seededBytes } from './seeded-bytes.ts'
import { readWaitingRound } from './waiting-round.ts'

export type VoteKind = 'prevote' | 'precommit'

/** When one validator votes on the block being made. Milliseconds of the node's clock. */
export interface RoundVote {
  readonly index: number
  readonly validator: ConsensusValidator
  readonly kind: VoteKind
  readonly round: number
  readonly atMs: number
}

/** The round in which a node's next block is being decided. */
export interface LiveRound {
  readonly height: bigint
  readonly round: number
  /** The node's clock, moved to where the node stands. */
  readonly nowMs: number
  readonly startMs: number
  /** When the block before was committed. */
  readonly committedMs: number
  readonly prevoteMs: number
  readonly precommitMs: number
  readonly endMs: number
  readonly validators: readonly ConsensusValidator[]
  readonly proposerIndex: number
  /** All votes at this height, by time. */
  readonly votes: readonly RoundVote[]
  /** CometBFT consensus/types/round_state.go: 1 NewHeight, 3 Propose, 4 Prevote, 6 Precommit, 8 Commit. */
  readonly step: 1 | 3 | 4 | 6 | 8
}

/** Parts of the time between two blocks: waiting, proposing, prevotes coming in, precommits coming in. */
const PROPOSE_AT = 0.4
const PREVOTES = [0.5, 0.72] as const
const PRECOMMITS = [0.74, 0.96] as const

/** The round of the block after the node's newest; of a halted node the one it cannot finish. */
export function readLiveRound(node: DemoNode, view: NodeView): LiveRound {
  const { ledger, blocks } = node
  const { isHalted } = view
  if (view.isWaiting) return readWaitingRound(node, view.latestBlock + 1n)
  const height = isHalted ? view.latestBlock : view.latestBlock + 1n
  const { startMs: beginMs, endMs } = roundSpan(node, height, isHalted)
  const nowMs = isHalted ? endMs : beginMs + progress(node) * (endMs - beginMs)
  const at = (part: number): number => Math.round(beginMs + part * (endMs - beginMs))
  const validators = blocks.validators(height)
  const tip = ledger.tip()
  const { absent, proposer } = blocks.read(height)
  // Who will be missing from a block to come is not known yet; those missing from the newest one are.
  const missing = height > tip ? blocks.read(tip).absent : absent
  const votes = [
    ...votesWithin('prevote', at(PREVOTES[0]), at(PREVOTES[1])),
    ...votesWithin('precommit', at(PRECOMMITS[0]), at(PRECOMMITS[1])),
  ]

  function votesWithin(kind: VoteKind, fromMs: number, toMs: number): RoundVote[] {
    const spread = seededBytes(node.chainId, kind, height)
    return validators
      .flatMap((validator, index) => {
        if (missing.has(validator.operatorAddress)) return []
        const fraction = (((spread[index % spread.length] ?? 0) + index * 37) % 256) / 256
        const atMs = Math.round(fromMs + fraction * (toMs - fromMs))
        return [{ index, validator, kind, round: 0, atMs }]
      })
      .sort((a, b) => a.atMs - b.atMs)
  }

  const times = {
    committedMs: beginMs,
    startMs: at(PROPOSE_AT),
    prevoteMs: at(PREVOTES[0]),
    precommitMs: at(PRECOMMITS[0]),
    endMs,
  }
  const proposerIndex = validators.findIndex(({ address }) => isSame(address, proposer))
  return {
    height,
    round: 0,
    nowMs,
    ...times,
    validators,
    proposerIndex: Math.max(0, proposerIndex),
    votes,
    step: isHalted ? 8 : stepAt(nowMs, times),
  }
}

/** On the node's clock. A halted block was signed in the time between its own and the next one's. */
function roundSpan({ blocks }: DemoNode, height: bigint, isHalted: boolean) {
  const from = isHalted ? height : height - 1n
  const startMs = blocks.time(from).getTime()
  return { startMs, endMs: Math.max(startMs + 1, blocks.time(from + 1n).getTime()) }
}

/** How far the chain is from its newest block to the next, 0 to 1. */
function progress({ ledger }: DemoNode): number {
  const tip = ledger.tip()
  const from = ledger.timeOf(tip).getTime()
  const span = Math.max(1, ledger.timeOf(tip + 1n).getTime() - from)
  return Math.min(1, Math.max(0, (ledger.now().getTime() - from) / span))
}

function stepAt(
  nowMs: number,
  round: Pick<LiveRound, 'startMs' | 'prevoteMs' | 'precommitMs'>,
): LiveRound['step'] {
  if (nowMs < round.startMs) return 1
  if (nowMs < round.prevoteMs) return 3
  return nowMs < round.precommitMs ? 4 : 6
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
