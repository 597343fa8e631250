import type { NodeAnswer, RpcCall } from '../server/backend.ts'
import { resultAnswer } from '../server/backend.ts'
import { encodeBase64 } from '../server/bytes.ts'
import type { Json, JsonObject } from '../server/json.ts'
import type { DemoNode } from './demo-node.ts'
import { formatGoTime } from './go-time.ts'
import type { LiveRound, VoteKind } from './live-round.ts'
import { readLiveRound } from './live-round.ts'
import { voteSignature } from './node-blocks.ts'
import { peerStatesJson } from './node-peers.ts'
import { upperHex } from './seeded-bytes.ts'
import { totalPowerOf, validatorsJson } from './validator-json.ts'
import { bitArrayText, bitText, voteText } from './vote-text.ts'

const NIL_VOTE = 'nil-Vote'
const WHOLE_PARTS: JsonObject = { 'count/total': '1/1', parts_bit_array: 'x' }

/** Answers of the methods that tell of consensus. undefined: another method. */
export function answerConsensusMethod(node: DemoNode, { method }: RpcCall): NodeAnswer | undefined {
  if (method === 'consensus_state') return resultAnswer({ round_state: briefJson(node) })
  if (method !== 'dump_consensus_state') return undefined
  const round = readLiveRound(node, node.view())
  const peers = peerStatesJson(peerRoundJson(node, round))
  return resultAnswer({ round_state: fullJson(node, round), peers })
}

/** steady/012, halt/003. */
function briefJson(node: DemoNode): JsonObject {
  const round = readLiveRound(node, node.view())
  const { height, step, proposerIndex, validators } = round
  const hash = upperHex(node.blocks.hash(height))
  return {
    'height/round/step': `${height}/${round.round}/${step}`,
    start_time: formatGoTime(new Date(round.startMs)),
    proposal_block_hash: isProposed(round) ? hash : '',
    locked_block_hash: isLocked(round) ? hash : '',
    valid_block_hash: isLocked(round) ? hash : '',
    height_vote_set: votesJson(node, round),
    proposer: {
      address: upperHex(validators[proposerIndex]?.address ?? new Uint8Array()),
      index: proposerIndex,
    },
  }
}

/** steady/013, halt/039. */
function fullJson(node: DemoNode, round: LiveRound): JsonObject {
  const { height, step } = round
  const { blocks } = node
  // A block to come is not known before it is made; one the node halted at is, or one its peers already have.
  const isMade = height <= node.ledger.tip()
  const isKnown = isProposed(round) && isMade
  const isDecided = isLocked(round) && isMade
  const block = isKnown ? blocks.block(height) : null
  const parts = isKnown ? WHOLE_PARTS : null
  const decidedBlock = isDecided ? block : null
  const decidedParts = isDecided ? parts : null
  return {
    height: String(height),
    round: round.round,
    step,
    start_time: formatGoTime(new Date(round.startMs)),
    commit_time: formatGoTime(new Date(step === 8 ? round.endMs : round.committedMs)),
    validators: validatorSetJson(node, height),
    proposal: isKnown ? proposalJson(node, round) : null,
    proposal_block: block,
    proposal_block_parts: parts,
    locked_round: isDecided ? 0 : -1,
    locked_block: decidedBlock,
    locked_block_parts: decidedParts,
    valid_round: isDecided ? 0 : -1,
    valid_block: decidedBlock,
    valid_block_parts: decidedParts,
    votes: votesJson(node, round),
    commit_round: step === 8 ? 0 : -1,
    last_commit: lastCommitJson(node, height - 1n),
    last_validators: validatorSetJson(node, height - 1n),
    triggered_timeout_precommit: false,
  }
}

function isProposed({ step }: LiveRound): boolean {
  return step > 3
}

function isLocked({ step }: LiveRound): boolean {
  return step >= 6
}

/** Of every round so far; once a round has begun the node also keeps the votes of the next one. */
function votesJson(node: DemoNode, round: LiveRound): Json[] {
  const length = round.step === 1 ? 1 : round.round + 2
  return Array.from({ length }, (_, number) => roundVotesJson(node, round, number))
}

function roundVotesJson(node: DemoNode, round: LiveRound, number: number): JsonObject {
  const prevotes = castVotes(node, round, number, 'prevote')
  const precommits = castVotes(node, round, number, 'precommit')
  return {
    round: number,
    prevotes: prevotes.texts,
    prevotes_bit_array: bitArrayText(round.validators, prevotes.voted),
    precommits: precommits.texts,
    precommits_bit_array: bitArrayText(round.validators, precommits.voted),
  }
}

function castVotes(node: DemoNode, round: LiveRound, number: number, kind: VoteKind) {
  const texts = round.validators.map(() => NIL_VOTE)
  const voted = new Set<number>()
  const { height } = round
  for (const vote of round.votes) {
    if (vote.round !== number || vote.kind !== kind || vote.atMs > round.nowMs) continue
    const { index, validator } = vote
    voted.add(index)
    texts[index] = voteText({
      index,
      validator,
      kind,
      height,
      round: number,
      blockHash: node.blocks.hash(height),
      signature: voteSignature(node.chainId, kind, height, index),
      time: new Date(vote.atMs),
    })
  }
  return { texts, voted }
}

function lastCommitJson({ blocks }: DemoNode, height: bigint): JsonObject {
  const { round } = blocks.read(height)
  const signatures = blocks.signatures(height)
  const blockHash = blocks.hash(height)
  const voted = new Set(signatures.flatMap(({ signed }, index) => (signed ? [index] : [])))
  const votes = signatures.map(({ validator, signed }, index) =>
    signed === undefined
      ? NIL_VOTE
      : voteText({ index, validator, kind: 'precommit', height, round, blockHash, ...signed }),
  )
  const validators = signatures.map(({ validator }) => validator)
  return { votes, votes_bit_array: bitArrayText(validators, voted), peer_maj_23s: {} }
}

function validatorSetJson({ blocks }: DemoNode, height: bigint): JsonObject {
  const set = blocks.validators(height)
  const { proposer } = blocks.read(height)
  const validators = validatorsJson(set, totalPowerOf(set), height)
  const proposerHex = upperHex(proposer)
  return {
    validators,
    proposer: validators.find(({ address }) => address === proposerHex) ?? validators[0] ?? null,
  }
}

function proposalJson({ blocks, chainId }: DemoNode, round: LiveRound): JsonObject {
  return {
    Type: 32,
    height: String(round.height),
    round: 0,
    pol_round: -1,
    block_id: blocks.blockId(round.height),
    timestamp: formatGoTime(new Date(round.startMs)),
    signature: encodeBase64(voteSignature(chainId, 'prevote', round.height, -1)),
  }
}

/** Peers stand where the node stands. */
function peerRoundJson(node: DemoNode, round: LiveRound): JsonObject {
  const { length } = round.validators
  const { height, step } = round
  const none = bitText(length, new Set())
  const precommits = bitText(length, castVotes(node, round, round.round, 'precommit').voted)
  const lastCommit = node.blocks.signatures(height - 1n)
  const lastVoted = new Set(lastCommit.flatMap(({ signed }, index) => (signed ? [index] : [])))
  return {
    height: String(height),
    round: round.round,
    step,
    start_time: formatGoTime(new Date(round.startMs)),
    proposal: isProposed(round),
    proposal_block_part_set_header: isProposed(round)
      ? (node.blocks.blockId(height).parts ?? null)
      : { total: 0, hash: '' },
    proposal_block_parts: isProposed(round) ? 'x' : null,
    proposal_pol_round: -1,
    proposal_pol: none,
    prevotes: bitText(length, castVotes(node, round, round.round, 'prevote').voted),
    precommits,
    last_commit_round: node.blocks.read(height - 1n).round,
    last_commit: bitText(length, lastVoted),
    catchup_commit_round: step === 8 ? 0 : -1,
    catchup_commit: step === 8 ? precommits : none,
  }
}
