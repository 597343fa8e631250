import { answerAppQuery } from '../application/app-queries.ts'
import type { QueryAnswer } from '../application/query-answer.ts'
import { formatQueryAnswer, plainFailure } from '../application/query-answer.ts'
import { isUnknownPath } from '../application/query-paths.ts'
import type { Absences, StateQuery } from '../application/refusals.ts'
import { hasState, refuse, resolveQuery } from '../application/refusals.ts'
import { parseStorePath } from '../application/store-path.ts'
import { answerMissingVersion } from '../application/store-queries.ts'
import { readFields, WireFieldError } from '../application/wire-fields.ts'
import type { Arguments } from '../server/backend.ts'
import { bytesArgument, flagArgument, integerArgument, textArgument } from '../server/backend.ts'
import type { Json } from '../server/json.ts'
import type { EndpointFacts } from './endpoint-facts.ts'
import type { RecordedState } from './recorded-state.ts'

/** A recording does not tell which stores a node has beside those it was asked for. */
const ABSENCES: Absences = { isUnknownPath, isUnknownStore: () => false }

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
  const query = resolveQuery(
    {
      path: textArgument(args, 'path'),
      data: bytesArgument(args, 'data'),
      prove: flagArgument(args, 'prove'),
      askedHeight: integerArgument(args, 'height') ?? 0n,
    },
    latestRead(endpoint, state),
  )
  const isService = query.path.includes('.')
  if (isService && !isUnknownPath(query.path) && !state.hasServiceOf(query.path)) return undefined
  const refused = refuse(query, endpoint, ABSENCES)
  if (refused !== undefined) return formatQueryAnswer(refused)
  const recorded = state.queries.find(query.path, query.data, query.prove, query.height)
  if (recorded?.result !== undefined && isOwn(query.path, endpoint)) return recorded.result
  const derived = derive(query, endpoint, state)
  return derived && formatQueryAnswer(derived)
}

/** The state an endpoint answers from when no height is named: its newest, but none after the scene's. */
function latestRead(endpoint: EndpointFacts, state: RecordedState): bigint {
  return endpoint.latestState < state.pinned ? endpoint.latestState : state.pinned
}

/** What a node says of itself is not handed out as another's that runs another version. */
function isOwn(path: string, endpoint: EndpointFacts): boolean {
  return !endpoint.isBehind || !path.startsWith('/cosmos.base.')
}

function derive(
  query: StateQuery,
  endpoint: EndpointFacts,
  state: RecordedState,
): QueryAnswer | undefined {
  const { path, data, prove, height } = query
  const special = answerAppQuery(path, endpoint.version, height)
  if (special !== undefined) return special
  if (parseStorePath(path) !== undefined) return deriveStoreRead(query, endpoint, state)
  if (prove) return undefined
  try {
    const request = readFields(data)
    return state.modules.map((module) => module.answer(path, request, height)).find(isAnswer)
  } catch (cause) {
    if (!(cause instanceof WireFieldError)) throw cause
    return cause.isTruncated ? plainFailure(cause.message, height) : undefined
  }
}

function deriveStoreRead(
  { path, data, prove, height, askedHeight }: StateQuery,
  endpoint: EndpointFacts,
  state: RecordedState,
): QueryAnswer | undefined {
  const { store, read } = parseStorePath(path) ?? { store: '', read: '' }
  if (read === 'subspace') {
    const latest = latestRead(endpoint, state)
    const shownHeight = askedHeight === 0n ? latest : askedHeight
    // Applied plans are known to the newest state itself, where a node that has upgraded differs from one that has not.
    const stateHeight = store === 'upgrade' ? endpoint.latestState : latest
    return state.store.answerSubspace(store, data, stateHeight, shownHeight)
  }
  if (prove) return undefined
  return hasState(height, endpoint)
    ? state.store.answerKey(store, data, height)
    : answerMissingVersion(data, height)
}

function isAnswer(answer: QueryAnswer | undefined): answer is QueryAnswer {
  return answer !== undefined
}
