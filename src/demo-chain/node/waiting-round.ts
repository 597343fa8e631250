import type { ConsensusValidator } from '../chain/ledger.ts'
import type { DemoNode } from './demo-node.ts'
import type { LiveRound, RoundVote, VoteKind } from './live-round.ts'
import { seededBytes } from './seeded-bytes.ts'

/** Parts of the time the chain stands still: the first who is back, and the one with whom there are two thirds. */
const FIRST_BACK = 0.04
const ENOUGH_BACK = 0.9
/** What the rounds after that begin at; the block comes of the last. */
const ROUNDS_AT = [0, 0.94, 0.97] as const
const VOTE_SPREAD = 0.015
/** From the first block after a halt to its successor, whose time the ledger knows. */
const BLOCK_MS = 6000

/**
 * The round of the first block after a halt, as a node sees it that runs the new version (halt-partial): validators
 * come back one by one and prevote in round 0 until there are more than two thirds; then rounds pass as usual.
 */
export function readWaitingRound(node: DemoNode, height: bigint): LiveRound {
  const { blocks, ledger } = node
  const beginMs = blocks.time(height).getTime()
  const endMs = Math.max(beginMs + 1, blocks.time(height + 1n).getTime() - BLOCK_MS)
  const skewMs = beginMs - ledger.timeOf(height).getTime()
  const nowMs = Math.min(endMs, ledger.now().getTime() + skewMs)
  const at = (part: number): number => Math.round(beginMs + part * (endMs - beginMs))
  const validators = blocks.validators(height)
  const returned = listReturns(node, height, validators)
  const cast = (round: number, kind: VoteKind, fromPart: number): RoundVote[] =>
    returned.map(({ index, validator }, order) => {
      const atMs = at(fromPart + (order / returned.length) * VOTE_SPREAD)
      return { index, validator, kind, round, atMs }
    })
  const votes = [
    ...returned.map(({ index, validator, part }): RoundVote => {
      return { index, validator, kind: 'prevote', round: 0, atMs: at(part) }
    }),
    ...cast(0, 'precommit', ENOUGH_BACK + VOTE_SPREAD),
    ...cast(1, 'prevote', ROUNDS_AT[1]),
    ...cast(1, 'precommit', ROUNDS_AT[1] + VOTE_SPREAD),
    ...cast(2, 'prevote', ROUNDS_AT[2]),
  ].sort((a, b) => a.atMs - b.atMs)
  const round = ROUNDS_AT.findLastIndex((part) => at(part) <= nowMs)
  const ownPrecommits = votes.filter((vote) => vote.round === round && vote.kind === 'precommit')
  return {
    height,
    round: Math.max(0, round),
    nowMs,
    committedMs: beginMs,
    startMs: beginMs,
    prevoteMs: beginMs,
    precommitMs: at(ENOUGH_BACK + VOTE_SPREAD),
    endMs,
    validators,
    proposerIndex: Math.max(0, round) % Math.max(1, validators.length),
    votes,
    step: ownPrecommits.some(({ atMs }) => atMs <= nowMs) ? 6 : 4,
  }
}

/** Who comes back when, until there are more than two thirds of the power; the others come after the first block. */
function listReturns(
  { chainId }: DemoNode,
  height: bigint,
  validators: readonly ConsensusValidator[],
) {
  const total = validators.reduce((sum, { power }) => sum + power, 0n)
  const shuffled = validators
    .map((validator, index) => ({
      validator,
      index,
      key: seededBytes(chainId, 'back', height, index),
    }))
    .sort((a, b) => compareBytes(a.key, b.key))
  const returns: { validator: ConsensusValidator; index: number; part: number }[] = []
  let power = 0n
  for (const { validator, index } of shuffled) {
    if (power * 3n > total * 2n) break
    power += validator.power
    const share = Math.min(1, (Number(power) * 3) / (Number(total) * 2))
    returns.push({ validator, index, part: FIRST_BACK + share * (ENOUGH_BACK - FIRST_BACK) })
  }
  return returns
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
