import { encodeBase64 } from '../server/bytes.ts'
import type { JsonObject } from '../server/json.ts'
import type { DemoNode } from './demo-node.ts'
import { formatGoTime } from './go-time.ts'
import type { LiveRound, RoundVote } from './live-round.ts'
import { voteSignature } from './node-blocks.ts'
import type { PublishedEvent } from './published-event.ts'
import { consensusEvent } from './published-event.ts'
import { upperHex } from './seeded-bytes.ts'

/** An event of a round and its time by the node's clock. */
export interface TimedEvent {
  readonly atMs: number
  readonly event: PublishedEvent
}

/** What a round brings before its block is there, by time (ws/newround.jsonl, ws/vote.jsonl). */
export function roundEvents(node: DemoNode, round: LiveRound): TimedEvent[] {
  const steps: TimedEvent[] = [
    { atMs: round.committedMs, event: stepEvent(round, 'RoundStepNewHeight') },
    { atMs: round.startMs, event: newRoundEvent(round) },
    { atMs: round.startMs, event: stepEvent(round, 'RoundStepPropose') },
    { atMs: round.prevoteMs, event: stepEvent(round, 'RoundStepPrevote') },
    { atMs: round.precommitMs, event: stepEvent(round, 'RoundStepPrecommit') },
    { atMs: round.endMs, event: stepEvent(round, 'RoundStepCommit') },
  ]
  const votes = round.votes.map((vote) => ({
    atMs: vote.atMs,
    event: voteEvent(node, round.height, vote),
  }))
  return [...steps, ...votes].sort((a, b) => a.atMs - b.atMs)
}

function stepEvent({ height }: LiveRound, step: string): PublishedEvent {
  return consensusEvent('NewRoundStep', 'RoundState', () => ({
    height: String(height),
    round: 0,
    step,
  }))
}

function newRoundEvent({ height, validators, proposerIndex }: LiveRound): PublishedEvent {
  const address = upperHex(validators[proposerIndex]?.address ?? new Uint8Array())
  return consensusEvent('NewRound', 'NewRound', () => ({
    height: String(height),
    round: 0,
    step: 'RoundStepNewRound',
    proposer: { address, index: proposerIndex },
  }))
}

function voteEvent(node: DemoNode, height: bigint, vote: RoundVote): PublishedEvent {
  const signature = voteSignature(node.chainId, vote.kind, height, vote.index)
  return consensusEvent('Vote', 'Vote', () => {
    const value: JsonObject = {
      type: vote.kind === 'prevote' ? 1 : 2,
      height: String(height),
      round: vote.round,
      block_id: node.blocks.blockId(height),
      timestamp: formatGoTime(new Date(vote.atMs)),
      validator_address: upperHex(vote.validator.address),
      validator_index: vote.index,
      signature: encodeBase64(signature),
      extension: null,
      extension_signature: null,
    }
    return { Vote: value }
  })
}
