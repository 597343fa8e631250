import type { WireField } from '../application/wire-fields.ts'
import { lastInteger, lastText } from '../application/wire-fields.ts'
import type { NodeAnswer } from '../server/backend.ts'
import { resultAnswer } from '../server/backend.ts'
import { encodeUtf8 } from '../server/bytes.ts'
import type { Json } from '../server/json.ts'
import { isJsonObject } from '../server/json.ts'
import type { Ask } from './ask.ts'
import { mapField, mapMessage, mapValue, PROPOSALS, queryPath, VOTES } from './query-result.ts'

const PROPOSAL = '/cosmos.gov.v1.Query/Proposal'
const VOTE = '/cosmos.gov.v1.Query/Vote'
const TALLY_RESULT = '/cosmos.gov.v1.Query/TallyResult'

/** Fields of `cosmos.gov.v1.TallyResult`. */
const YES_COUNT = 1
const NO_COUNT = 3
/** Of `Vote` and of its options. */
const VOTER = 2
const VOTE_OPTIONS = 4
const OPTION = 1
/** Of `Proposal` and of a `Timestamp`. */
const ID = 1
const VOTING_END_TIME = 9
const SECONDS = 1

/** Half of the yes votes are told as no; proposals and votes stay as they are. */
export function withLyingTally(ask: Ask): Ask {
  return async (call) => {
    const answer = await ask(call)
    if (queryPath(call) !== TALLY_RESULT) return answer
    return mapValue(answer, (value) => mapMessage(value, 1, tellNoForYes))
  }
}

function tellNoForYes(tally: readonly WireField[]): WireField[] {
  const yes = BigInt(lastText(tally, YES_COUNT))
  const moved = yes - yes / 2n
  const told = new Map([
    [YES_COUNT, yes - moved],
    [NO_COUNT, BigInt(lastText(tally, NO_COUNT)) + moved],
  ])
  return tally.map((field) => {
    const count = told.get(field.number)
    return count === undefined ? field : { ...field, bytes: encodeUtf8(String(count)) }
  })
}

/** Votes of some voters, always the same ones, are told the wrong way round. */
export function withLyingVotes(ask: Ask): Ask {
  return async (call) => {
    const answer = await ask(call)
    const path = queryPath(call)
    if (path !== VOTES && path !== VOTE) return answer
    return mapValue(answer, (value) => mapMessage(value, 1, turnVote))
  }
}

/** The last character of an address is one of 32, and as good as random. */
const LIED_ABOUT = 'qpzr'
const YES = 1n
const NO = 3n

function turnVote(vote: readonly WireField[]): readonly WireField[] {
  if (!LIED_ABOUT.includes(lastText(vote, VOTER).slice(-1))) return vote
  return mapField(vote, VOTE_OPTIONS, (options) =>
    options.map((field) =>
      field.number === OPTION ? { ...field, integer: field.integer === YES ? NO : YES } : field,
    ),
  )
}

const HOUR_S = 3600n

/** `contested`: the proposal whose vote ends an hour later than it does; undefined for none. */
export function withDisagreement(ask: Ask, contested: bigint | undefined): Ask {
  const delay = (proposal: readonly WireField[]): readonly WireField[] => {
    if (contested === undefined || lastInteger(proposal, ID) !== contested) return proposal
    return mapField(proposal, VOTING_END_TIME, (time) =>
      time.map((field) =>
        field.number === SECONDS ? { ...field, integer: field.integer + HOUR_S } : field,
      ),
    )
  }
  return async (call) => {
    const answer = await ask(call)
    const path = queryPath(call)
    if (path === PROPOSALS || path === PROPOSAL) {
      return mapValue(answer, (value) => mapMessage(value, 1, delay))
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
