import type { QueryAnswer } from './query-answer.ts'
import { refusal } from './query-answer.ts'
import { parseStorePath } from './store-path.ts'

/** The states one node can answer from. */
export interface StateLimits {
  /** Newest state it has. */
  readonly latestState: bigint
  /** Oldest state it has not pruned. */
  readonly earliestState: bigint
  /** First height of the chain. */
  readonly initialHeight: bigint
}

/** An `abci_query` as it was asked. */
export interface AskedQuery {
  readonly path: string
  readonly data: Uint8Array
  readonly prove: boolean
  /** 0 for the latest. */
  readonly askedHeight: bigint
}

/** An `abci_query` with the height of the state to be read. */
export interface StateQuery extends AskedQuery {
  readonly height: bigint
}

/** What a node certainly does not have. */
export interface Absences {
  isUnknownPath(path: string): boolean
  isUnknownStore(store: string): boolean
}

/** baseapp/abci.go Query: no height, or 0, is the latest. */
export function resolveQuery(query: AskedQuery, latest: bigint): StateQuery {
  return { ...query, height: query.askedHeight === 0n ? latest : query.askedHeight }
}

/**
 * What a node refuses before it reads a state, in the order of SDK 0.53 baseapp/abci.go.
 * @returns undefined where it goes on to read
 */
export function refuse(
  query: StateQuery,
  limits: StateLimits,
  absences: Absences,
): QueryAnswer | undefined {
  const { path, askedHeight, height, prove } = query
  if (path === '') return refusal(6, 'no query path provided: unknown request')
  if (absences.isUnknownPath(path)) return unknownPath()
  if (parseStorePath(path) !== undefined) return refuseStoreRead(query, limits, absences)
  if (!path.includes('.')) return undefined
  if (askedHeight < 0n) {
    const log = 'cannot query with height < 0; please provide a valid height: invalid request'
    return refusal(18, log)
  }
  if (height > limits.latestState) {
    const log =
      'cannot query with height in the future; please provide a valid height: invalid height'
    return refusal(26, log)
  }
  if (height === 1n && prove) return refuseFirstProof()
  const reason = missingState(height, limits)
  if (reason === undefined) return undefined
  const log = `failed to load state at height ${height}; ${reason} (latest height: ${limits.latestState}): not found`
  return refusal(38, log)
}

/** What a node says to a path it has no route for (steady/241). */
export function unknownPath(): QueryAnswer {
  return refusal(6, 'unknown query path: unknown request')
}

/** Whether a node has the state of a height. */
export function hasState(height: bigint, limits: StateLimits): boolean {
  return height >= limits.earliestState && height <= limits.latestState
}

function missingState(height: bigint, limits: StateLimits): string | undefined {
  if (height < limits.initialHeight) return 'no commit info found'
  if (height >= limits.earliestState) return undefined
  const pruned = 'Version has either been pruned, or is for a future block height'
  return `version mismatch on immutable IAVL tree; version does not exist. ${pruned}`
}

function refuseFirstProof(): QueryAnswer {
  const log = 'cannot query with proof when height <= 1; please provide a valid height'
  return refusal(18, `${log}: invalid request`)
}

/** store/rootmulti/store.go and store/iavl/store.go Query, as far as they need no state. */
function refuseStoreRead(
  { path, data, prove, height }: StateQuery,
  limits: StateLimits,
  absences: Absences,
): QueryAnswer | undefined {
  const { store, read } = parseStorePath(path) ?? { store: '', read: '' }
  if (prove && height <= 1n) return refuseFirstProof()
  if (absences.isUnknownStore(store)) return refuseInStore(4, `no such store: ${store}`)
  // With a proof asked for, whatever went wrong with a key shows in the proof's absence (steady/237).
  if (prove && read === 'key' && (data.length === 0 || !hasState(height, limits))) return noProof()
  if (data.length === 0) return refuseInStore(3, 'query cannot be zero length')
  if (read === 'key' || read === 'subspace') return undefined
  return refuseInStore(4, `unexpected query path: ${read === '' ? '' : `/${read}`}`)
}

const STORE_ERRORS = { 3: 'tx parse error', 4: 'unknown request', 7: 'invalid request' } as const

function refuseInStore(code: keyof typeof STORE_ERRORS, description: string): QueryAnswer {
  return refusal(code, `${description}: ${STORE_ERRORS[code]}`, 0n, 'store')
}

/** What a node says that was asked for a proof and has none (steady/237). */
export function noProof(): QueryAnswer {
  return refuseInStore(7, 'proof is unexpectedly empty; ensure height has not been pruned')
}
