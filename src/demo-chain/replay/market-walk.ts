import type { PageRequest } from '../application/sdk-paging.ts'
import type { WireField } from '../application/wire-fields.ts'
import { lastInteger, lastText } from '../application/wire-fields.ts'
import { decodeMarketKey, encodeMarketKey, MarketKeyError } from './market-key.ts'
import type { MarketId, MarketKind } from './market-record.ts'
import { readMarketId } from './market-record.ts'

export const BY_STATE = 0
const BY_PROVIDER = 1
export const BY_OWNER = 2

/** How one list of the market is to be walked. */
export interface MarketWalk {
  readonly kind: MarketKind
  /** `BY_STATE`, `BY_PROVIDER` or `BY_OWNER`. */
  readonly by: number
  readonly states: readonly number[]
  readonly owner: string
  readonly provider: string
  /** Where to go on; undefined at the beginning. */
  readonly from: Uint8Array | undefined
  readonly filters: MarketId
  readonly bseq: bigint
}

/**
 * The walk a request asks for; a text where the node refuses it. As in akash node v2.1.0 x/market/keeper/grpc_query.go:
 * offset needs a state, and the key and not the filter decides how a list goes on.
 */
export function resolveMarketWalk(
  kind: MarketKind,
  filterFields: readonly WireField[],
  page: PageRequest,
): MarketWalk | string {
  const stateName = lastText(filterFields, kind.stateField)
  if (page.offset > 0 && stateName === '') {
    return 'invalid request parameters. if offset is set, filter.state must be provided'
  }
  const filters = readMarketId(filterFields, kind)
  const bseq = kind.idParts === 'bid' ? lastInteger(filterFields, 7) : 0n
  const base = { kind, filters, bseq }
  if (page.key !== undefined) return resumeWalk(base, page.key)
  const named = kind.states.filter(([name]) => stateName === '' || name === stateName)
  if (named.length === 0) return 'invalid state value'
  const { owner, provider } = filters
  const by = owner !== '' ? BY_OWNER : provider !== '' ? BY_PROVIDER : BY_STATE
  const states = named.map(([, state]) => state)
  if (by === BY_STATE && page.reverse) states.reverse()
  return { ...base, by, states, from: undefined, owner, provider }
}

function resumeWalk(
  base: Pick<MarketWalk, 'kind' | 'filters' | 'bseq'>,
  bytes: Uint8Array,
): MarketWalk | string {
  try {
    const { kind } = base
    const { states, primaryKey, walk } = decodeMarketKey(bytes)
    if (kind.marksWalk && walk === undefined) return 'invalid pagination key'
    const by = kind.marksWalk ? (walk ?? BY_STATE) : walk === 1 ? BY_OWNER : BY_STATE
    return { ...base, by, states, from: primaryKey, ...idOfKey(primaryKey) }
  } catch (cause) {
    if (cause instanceof MarketKeyError) return cause.message
    throw cause
  }
}

/** Owner and provider of a primary key. */
function idOfKey(key: Uint8Array): { owner: string; provider: string } {
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
  const ownerEnd = key.indexOf(0)
  const providerFrom = ownerEnd + 1 + 8 + 4 + 4
  const providerEnd = key.length - 5
  const provider = providerEnd > providerFrom ? text(key.subarray(providerFrom, providerEnd)) : ''
  return { owner: text(key.subarray(0, ownerEnd)), provider }
}

/** Whether a record passes the filters, its state aside. */
export function passesFilters({ filters, bseq }: MarketWalk, id: MarketId): boolean {
  const { owner, dseq, gseq, oseq, provider } = filters
  return (
    (owner === '' || id.owner === owner) &&
    (dseq === 0n || id.dseq === dseq) &&
    (gseq === 0n || id.gseq === gseq) &&
    (oseq === 0n || id.oseq === oseq) &&
    (provider === '' || id.provider === provider) &&
    (bseq === 0n || id.bseq === bseq)
  )
}

/** The `next_key` of a walk that goes on at a record. */
export function encodeNextKey(walk: MarketWalk, primaryKey: Uint8Array, state: number): Uint8Array {
  const { marksWalk } = walk.kind
  if (walk.by !== BY_STATE) {
    return encodeMarketKey({ states: walk.states, primaryKey, walk: marksWalk ? walk.by : 1 })
  }
  const states = walk.states.slice(walk.states.indexOf(state))
  return encodeMarketKey({ states, primaryKey, walk: marksWalk ? BY_STATE : undefined })
}
