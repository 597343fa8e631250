import type { QueryAnswer } from '../application/query-answer.ts'
import { formatQueryAnswer, refusal } from '../application/query-answer.ts'
import { isUnknownPath } from '../application/query-paths.ts'
import { readFields, WireFieldError } from '../application/wire-fields.ts'
import type { Arguments } from '../server/backend.ts'
import { bytesArgument, flagArgument, integerArgument, textArgument } from '../server/backend.ts'
import { encodeUtf8 } from '../server/bytes.ts'
import type { Json } from '../server/json.ts'
import type { EndpointFacts } from './endpoint-facts.ts'
import type { RecordedState } from './recorded-state.ts'
import { parseStorePath } from './store-state.ts'

/** An `abci_query` with its arguments named. */
interface Query {
  readonly path: string
  readonly data: Uint8Array
  readonly prove: boolean
  /** As asked for; 0 for the latest. */
  readonly askedHeight: bigint
  /** Of the state to be read. */
  readonly height: bigint
}

/**
 * Answers an `abci_query` that was not recorded word for word at this endpoint: first what the endpoint's limits refuse,
 * then what was recorded of the same state, then what follows from recorded lists.
 * @returns `result` of the call; undefined when the recording does not hold the answer
 */
export function replayQuery(
  args: Arguments,
  endpoint: EndpointFacts,
  state: RecordedState,
): Json | undefined {
  const askedHeight = integerArgument(args, 'height') ?? 0n
  const latest = endpoint.latestState < state.pinned ? endpoint.latestState : state.pinned
  const query: Query = {
    path: textArgument(args, 'path'),
    data: bytesArgument(args, 'data'),
    prove: flagArgument(args, 'prove'),
    askedHeight,
    height: askedHeight === 0n ? latest : askedHeight,
  }
  const isService = query.path.includes('.')
  if (isService && !isUnknownPath(query.path) && !state.hasServiceOf(query.path)) return undefined
  const refused = refuse(query, endpoint)
  if (refused !== undefined) return formatQueryAnswer(refused)
  const recorded = state.queries.find(query.path, query.data, query.prove, query.height)
  if (recorded?.result !== undefined && isOwn(query.path, endpoint)) return recorded.result
  const derived = derive(query, endpoint, state)
  return derived && formatQueryAnswer(derived)
}

/** What a node refuses before it reads a state, in the order of the SDK's baseapp/abci.go. */
function refuse(query: Query, endpoint: EndpointFacts): QueryAnswer | undefined {
  const { path, askedHeight, height } = query
  if (path === '' || path === '/') return refusal(6, 'no query path provided: unknown request')
  if (isUnknownPath(path)) return refusal(6, 'unknown query path: unknown request')
  if (parseStorePath(path) !== undefined) return refuseStoreRead(query, endpoint)
  if (!path.includes('.')) return undefined
  if (askedHeight < 0n) {
    const log = 'cannot query with height < 0; please provide a valid height: invalid request'
    return refusal(18, log)
  }
  if (height > endpoint.latestState) {
    const log =
      'cannot query with height in the future; please provide a valid height: invalid height'
    return refusal(26, log)
  }
  const reason = missingState(height, endpoint)
  if (reason === undefined) return undefined
  const log = `failed to load state at height ${height}; ${reason} (latest height: ${endpoint.latestState}): not found`
  return refusal(38, log)
}

function missingState(height: bigint, endpoint: EndpointFacts): string | undefined {
  if (height < endpoint.initialHeight) return 'no commit info found'
  if (height >= endpoint.earliestState) return undefined
  const pruned = 'Version has either been pruned, or is for a future block height'
  return `version mismatch on immutable IAVL tree; version does not exist. ${pruned}`
}

/** With a proof asked for, a state that is not there shows in the proof's absence (steady/237). */
function refuseStoreRead(
  { prove, height }: Query,
  endpoint: EndpointFacts,
): QueryAnswer | undefined {
  const isThere = height >= endpoint.earliestState && height <= endpoint.latestState
  if (isThere || !prove) return undefined
  const log = 'proof is unexpectedly empty; ensure height has not been pruned: invalid request'
  return refusal(7, log, 0n, 'store')
}

/** What a node says of itself is not handed out as another's that runs another version. */
function isOwn(path: string, endpoint: EndpointFacts): boolean {
  return !endpoint.isBehind || !path.startsWith('/cosmos.base.')
}

function derive(
  query: Query,
  endpoint: EndpointFacts,
  state: RecordedState,
): QueryAnswer | undefined {
  const { path, data, prove, height, askedHeight } = query
  if (path === '/app/version') {
    const value = encodeUtf8(endpoint.version)
    return { ...refusal(0, '', height), value }
  }
  const read = parseStorePath(path)
  if (read !== undefined) {
    const isThere = height >= endpoint.earliestState && height <= endpoint.latestState
    if (prove) return undefined
    if (read.read === 'key')
      return isThere ? state.store.answerKey(read.store, data, height) : undefined
    if (read.read !== 'subspace') return undefined
    const latest = endpoint.latestState < state.pinned ? endpoint.latestState : state.pinned
    const shownHeight = askedHeight === 0n ? latest : askedHeight
    // Applied plans are known to the newest state itself, where a node that has upgraded differs from one that has not.
    const stateHeight = read.store === 'upgrade' ? endpoint.latestState : latest
    return state.store.answerSubspace(read.store, data, stateHeight, shownHeight)
  }
  if (prove) return undefined
  try {
    const request = readFields(data)
    return state.modules.map((module) => module.answer(path, request, height)).find(isAnswer)
  } catch (cause) {
    if (!(cause instanceof WireFieldError)) throw cause
    return cause.isTruncated ? refusal(18, 'unexpected EOF: invalid request', height) : undefined
  }
}

function isAnswer(answer: QueryAnswer | undefined): answer is QueryAnswer {
  return answer !== undefined
}
