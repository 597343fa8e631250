import type { WeightedVoteOption } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import { Proposal, Vote } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import {
  QueryProposalResponse,
  QueryTallyResultResponse,
  QueryVoteResponse,
} from '../../chain/proto/generated/cosmos/gov/v1/query.ts'
import type { NodeAnswer } from '../server/backend.ts'
import { resultAnswer } from '../server/backend.ts'
import type { Json } from '../server/json.ts'
import { isJsonObject } from '../server/json.ts'
import type { Ask } from './ask.ts'
import { mapRows, mapValue, PROPOSALS, queryPath, VOTES } from './query-result.ts'

const PROPOSAL = '/cosmos.gov.v1.Query/Proposal'
const VOTE = '/cosmos.gov.v1.Query/Vote'
const TALLY_RESULT = '/cosmos.gov.v1.Query/TallyResult'

/** Half of the yes votes are told as no; proposals and votes stay as they are. */
export function withLyingTally(ask: Ask): Ask {
  return async (call) => {
    const answer = await ask(call)
    if (queryPath(call) !== TALLY_RESULT) return answer
    return mapValue(answer, (value) => {
      const { tally } = QueryTallyResultResponse.decode(value)
      if (tally === undefined) return value
      const yes = BigInt(tally.yesCount)
      const moved = yes - yes / 2n
      const told = {
        ...tally,
        yesCount: (yes - moved).toString(),
        noCount: (BigInt(tally.noCount) + moved).toString(),
      }
      return QueryTallyResultResponse.encode({ tally: told }).finish()
    })
  }
}

/** Votes of some voters, always the same ones, are told the wrong way round. */
export function withLyingVotes(ask: Ask): Ask {
  return async (call) => {
    const answer = await ask(call)
    const path = queryPath(call)
    if (path === VOTES) return mapRows(answer, (rows) => rows.map(turnVoteBytes))
    if (path !== VOTE) return answer
    return mapValue(answer, (value) => {
      const { vote } = QueryVoteResponse.decode(value)
      return QueryVoteResponse.encode({ vote: vote && turnVote(vote) }).finish()
    })
  }
}

/** The last character of an address is one of 32, and as good as random. */
const LIED_ABOUT = 'qpzr'
const YES = 1
const NO = 3

function turnVoteBytes(bytes: Uint8Array): Uint8Array {
  return Vote.encode(turnVote(Vote.decode(bytes))).finish()
}

function turnVote(vote: Vote): Vote {
  if (!LIED_ABOUT.includes(vote.voter.slice(-1))) return vote
  const options = vote.options.map(
    ({ option, weight }): WeightedVoteOption => ({ option: option === YES ? NO : YES, weight }),
  )
  return { ...vote, options }
}

const HOUR_S = 3600n

/** `contested`: the proposal whose vote ends an hour later than it does; undefined for none. */
export function withDisagreement(ask: Ask, contested: bigint | undefined): Ask {
  const delay = (proposal: Proposal): Proposal => {
    const end = proposal.votingEndTime
    if (proposal.id !== contested || end === undefined) return proposal
    return { ...proposal, votingEndTime: { ...end, seconds: end.seconds + HOUR_S } }
  }
  return async (call) => {
    const answer = await ask(call)
    const path = queryPath(call)
    if (path === PROPOSALS) {
      return mapRows(answer, (rows) =>
        rows.map((row) => Proposal.encode(delay(Proposal.decode(row))).finish()),
      )
    }
    if (path === PROPOSAL) {
      return mapValue(answer, (value) => {
        const { proposal } = QueryProposalResponse.decode(value)
        return QueryProposalResponse.encode({ proposal: proposal && delay(proposal) }).finish()
      })
    }
    return METHODS_WITH_HASHES.includes(call.method) ? withOtherHashes(answer) : answer
  }
}

const METHODS_WITH_HASHES = [
  'abci_info',
  'block',
  'block_by_hash',
  'blockchain',
  'commit',
  'header',
  'header_by_hash',
  'status',
]

const HASHES = ['hash', 'app_hash', 'last_block_app_hash', 'latest_block_hash', 'latest_app_hash']

function withOtherHashes(answer: NodeAnswer): NodeAnswer {
  return answer.kind === 'result' ? resultAnswer(alterHashes(JSON.parse(answer.text))) : answer
}

function alterHashes(json: Json): Json {
  if (Array.isArray(json)) return json.map(alterHashes)
  if (!isJsonObject(json)) return json
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      HASHES.includes(key) && typeof value === 'string' ? alterHash(value) : alterHashes(value),
    ]),
  )
}

/** Another hash of the same form, in hex as in base64. */
function alterHash(hash: string): string {
  return hash.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))
}
