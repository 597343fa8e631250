import type { SkippedRecord } from '../../domain/market/market.ts'
import type { RequestOptions, Transport } from '../../rpc/transport.ts'
import { AbciQueryError, fetchAbci } from '../abci.ts'
import { decodeAnswer, UndecodableError } from '../gov.ts'
import { PageOrderError } from '../page-order.ts'
import type { PageRequest } from '../proto/generated/cosmos/base/query/v1beta1/pagination.ts'
import { readBelievable } from '../unbelievable.ts'
import { parseNextKey } from './next-key.ts'

/** A list of one state, at one height. */
export interface MarketQuery<Wire, Item> {
  readonly list: SkippedRecord['list']
  readonly path: string
  readonly height: bigint
  /** @default 1000 */
  readonly pageSize?: number
  readonly encode: (pagination: PageRequest) => Uint8Array
  readonly decode: (bytes: Uint8Array) => {
    readonly records: readonly Wire[]
    readonly nextKey: Uint8Array | undefined
  }
  /** May throw on a record that cannot be; it is left out and named. */
  readonly toItem: (record: Wire) => Item
  readonly keyOf: (item: Item) => string
}

/** What one more page brought. */
export interface MarketPage<Item> {
  readonly items: readonly Item[]
  readonly skipped: readonly SkippedRecord[]
  readonly isLast: boolean
  readonly endpoint: string
}

const PAGE_SIZE = 1_000
/** A node with more to say after this many pages is not to be believed. */
const MOST_PAGES = 5_000
/** So many records that cannot be read are no accident any more. */
const MOST_SKIPPED = 25
/** Of baseapp: the query panicked, which is how a node with a gas limit for queries ends a page that is too long. */
const PANIC_CODE = 111_222

/** Where a list goes on: at a key of the node's, or, past a record that breaks its page, at a place. */
type Cursor =
  | { readonly kind: 'key'; readonly key: Uint8Array }
  | { readonly kind: 'offset'; readonly offset: bigint }

/** What was read of a list so far. */
interface Walk {
  readonly seen: Set<string>
  /** Keys that pages led on to. */
  readonly keys: Set<string>
  skipped: number
  last: string | undefined
}

/**
 * A list of the market page by page, in the node's order. One record that cannot be read fails the whole page of a node
 * (protocol D3: a lease without its payment): such a page is asked for in halves until the record is alone, which is
 * named, left out, and told in `skipped`. A record that comes twice is taken once. A key that the node refuses is
 * replaced by the place it stood for.
 * @throws {AbciQueryError|EndpointError|UndecodableError|PageOrderError} where no endpoint does better
 */
export async function* readMarketList<Wire, Item>(
  transport: Transport,
  query: MarketQuery<Wire, Item>,
  options: RequestOptions = {},
): AsyncGenerator<MarketPage<Item>> {
  const limit = query.pageSize ?? PAGE_SIZE
  const walk: Walk = { seen: new Set(), keys: new Set(), skipped: 0, last: undefined }
  const ask = createAsk(transport, query, walk, options)
  let cursor: Cursor = { kind: 'key', key: new Uint8Array() }
  for (let page = 0; page < MOST_PAGES; page++) {
    const span: Span<Item> = await readSpan(ask, query, walk, { cursor, limit })
    const { items, skipped, next, endpoint } = span
    yield { items, skipped, isLast: next === undefined, endpoint }
    if (next === undefined) return
    cursor = next
  }
  throw new PageOrderError(query.path, transport.endpoints[0] ?? '')
}

interface Place {
  readonly cursor: Cursor
  readonly limit: number
}

interface Span<Item> {
  readonly items: readonly Item[]
  readonly skipped: readonly SkippedRecord[]
  readonly next: Cursor | undefined
  readonly endpoint: string
}

type Ask<Item> = (place: Place) => Promise<Span<Item>>

/** How many records lie before where the list goes on. */
function positionOf({ seen, skipped }: Walk): bigint {
  return BigInt(seen.size + skipped)
}

async function readSpan<Item>(
  ask: Ask<Item>,
  query: Pick<MarketQuery<unknown, Item>, 'list'>,
  walk: Walk,
  place: Place,
): Promise<Span<Item>> {
  try {
    return await ask(place)
  } catch (error) {
    if (isRefusedKey(error, place.cursor)) {
      const cursor: Cursor = { kind: 'offset', offset: positionOf(walk) }
      return readSpan(ask, query, walk, { ...place, cursor })
    }
    if (!(error instanceof AbciQueryError) || !isOfARecord(error)) throw error
    if (place.limit === 1) return skipOne(query, walk, place.cursor, error)
    const half = Math.ceil(place.limit / 2)
    const left = await readSpan(ask, query, walk, { ...place, limit: half })
    if (left.next === undefined) return left
    const rest = { cursor: left.next, limit: place.limit - half }
    const right = await readSpan(ask, query, walk, rest)
    return {
      items: [...left.items, ...right.items],
      skipped: [...left.skipped, ...right.skipped],
      next: right.next,
      endpoint: right.endpoint,
    }
  }
}

function isRefusedKey(error: unknown, cursor: Cursor): boolean {
  const isRefused = error instanceof AbciQueryError && error.refusal === 'invalid-argument'
  return isRefused && cursor.kind === 'key' && cursor.key.length > 0
}

/** An internal error of the query itself: code 6 with another log than an unknown path's, or a panic. */
function isOfARecord({ refusal, codespace, code }: AbciQueryError): boolean {
  return refusal === 'other' && ((codespace === 'sdk' && code === 6) || code === PANIC_CODE)
}

/** @throws the error itself, once there were too many of its kind */
function skipOne(
  { list }: Pick<MarketQuery<unknown, unknown>, 'list'>,
  walk: Walk,
  cursor: Cursor,
  error: AbciQueryError,
): Span<never> {
  const named = cursor.kind === 'key' ? parseNextKey(cursor.key) : undefined
  walk.skipped++
  if (walk.skipped > MOST_SKIPPED) throw error
  const place = positionOf(walk)
  return {
    items: [],
    skipped: [{ list, reason: error.log, name: named ?? `number ${place} of the list` }],
    next: { kind: 'offset', offset: place },
    endpoint: error.endpoint,
  }
}

function createAsk<Wire, Item>(
  transport: Transport,
  query: MarketQuery<Wire, Item>,
  walk: Walk,
  options: RequestOptions,
): Ask<Item> {
  const { path, height, list } = query
  return async ({ cursor, limit }) => {
    const data = query.encode({
      key: cursor.kind === 'key' ? cursor.key : new Uint8Array(),
      offset: cursor.kind === 'offset' ? cursor.offset : 0n,
      limit: BigInt(limit),
      countTotal: false,
      reverse: false,
    })
    // Another endpoint is asked for the page where what one told cannot be.
    const page = await readBelievable(
      transport,
      { ...options, isBatchable: false },
      async (each) => {
        const answer = await fetchAbci(transport, { path, data, height }, each)
        const { endpoint } = answer
        const { records, nextKey } = decodeAnswer(path, endpoint, () => query.decode(answer.value))
        const read = readRecords(query, records, walk)
        if (walk.skipped + read.skipped.length > MOST_SKIPPED) {
          throw new UndecodableError(path, endpoint, { cause: read.cause })
        }
        if (nextKey === undefined || nextKey.length === 0) {
          return { ...read, next: undefined, endpoint }
        }
        const isNew = read.items.size > 0 || read.skipped.length > 0
        if (!isNew || walk.keys.has(nextKey.join())) throw new PageOrderError(path, endpoint)
        return { ...read, next: { kind: 'key', key: nextKey } as const, endpoint }
      },
    )
    for (const key of page.items.keys()) walk.seen.add(key)
    if (page.next !== undefined) walk.keys.add(page.next.key.join())
    walk.skipped += page.skipped.length
    walk.last = page.last
    const { next, endpoint } = page
    const skipped = page.skipped.map((record) => ({ list, ...record }))
    return { items: [...page.items.values()], skipped, next, endpoint }
  }
}

/** The records that are not known yet by their keys, and those that cannot be. Changes nothing of the walk. */
function readRecords<Wire, Item>(
  { toItem, keyOf }: MarketQuery<Wire, Item>,
  records: readonly Wire[],
  { seen, last: before }: Walk,
) {
  const items = new Map<string, Item>()
  const skipped: Omit<SkippedRecord, 'list'>[] = []
  let last = before
  let cause: unknown
  for (const record of records) {
    try {
      const item = toItem(record)
      const key = keyOf(item)
      last = key
      if (!seen.has(key) && !items.has(key)) items.set(key, item)
    } catch (error) {
      cause = error
      const reason = error instanceof Error ? error.message : String(error)
      skipped.push({ reason, name: last === undefined ? 'the first one' : `the one after ${last}` })
    }
  }
  return { items, skipped, last, cause }
}
