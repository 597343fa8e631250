import type { SkippedRecord } from '../../domain/market/market.ts'
import { nextTask } from '../../rpc/next-task.ts'
import type { RequestOptions, Transport } from '../../rpc/transport.ts'
import { type AbciAnswer, AbciQueryError, fetchAbci } from '../abci.ts'
import { decodeAnswer, UndecodableError } from '../gov.ts'
import { PageOrderError } from '../page-order.ts'
import type { PageRequest } from '../proto/generated/cosmos/base/query/v1beta1/pagination.ts'
import { readBelievable } from '../unbelievable.ts'
import { createIdSet, type IdSet, type RecordId } from './id-set.ts'
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
  readonly idOf: (item: Item) => RecordId
  /** As a reader knows it. */
  readonly nameOf: (item: Item) => string
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
  readonly seen: IdSet
  /** Keys that pages led on to. */
  readonly keys: Set<string>
  skipped: number
  /** The name of the last record that could be read. */
  last: string | undefined
}

/**
 * A list of the market page by page, in the node's order. One record that cannot be read fails the whole page of a node
 * (protocol D3: a lease without its payment): such a page is asked for in halves until the record is alone, which is
 * named, left out, and told in `skipped`. A record that comes twice is taken once. A key that the node refuses is
 * replaced by the place it stood for. While a page is being decoded the next one is on its way.
 * @throws {AbciQueryError|EndpointError|UndecodableError|PageOrderError} where no endpoint does better
 */
export async function* readMarketList<Wire, Item>(
  transport: Transport,
  query: MarketQuery<Wire, Item>,
  options: RequestOptions = {},
): AsyncGenerator<MarketPage<Item>> {
  const limit = query.pageSize ?? PAGE_SIZE
  const walk: Walk = { seen: createIdSet(), keys: new Set(), skipped: 0, last: undefined }
  const ask = createAsk(transport, query, walk, { ...options, isBatchable: false })
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
  return BigInt(seen.size() + skipped)
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

/** A page that was asked for before it was wanted. */
interface EarlyPage {
  readonly key: Uint8Array
  readonly answer: Promise<AbciAnswer>
}

function createAsk<Wire, Item>(
  transport: Transport,
  query: MarketQuery<Wire, Item>,
  walk: Walk,
  options: RequestOptions,
): Ask<Item> {
  const { path, height, list, pageSize = PAGE_SIZE } = query
  let early: EarlyPage | undefined

  const fetchPage = ({ cursor, limit }: Place, each: RequestOptions): Promise<AbciAnswer> => {
    const data = query.encode({
      key: cursor.kind === 'key' ? cursor.key : new Uint8Array(),
      offset: cursor.kind === 'offset' ? cursor.offset : 0n,
      limit: BigInt(limit),
      countTotal: false,
      reverse: false,
    })
    return fetchAbci(transport, { path, data, height }, each)
  }

  /** Whoever wants the page hears of what became of it. */
  const fetchEarly = async (key: Uint8Array): Promise<void> => {
    const answer = fetchPage({ cursor: { kind: 'key', key }, limit: pageSize }, options)
    answer.catch(() => undefined)
    early = { key, answer }
    // The question leaves in this turn of the event loop, and the decoding begins in the next.
    await new Promise<void>((resolve) => nextTask(resolve))
  }

  return async (place) => {
    const { cursor, limit } = place
    let ready = cursor.kind === 'key' && early?.key === cursor.key ? early.answer : undefined
    early = undefined
    // Another endpoint is asked for the page where what one told cannot be.
    const page = await readBelievable(transport, options, async (each) => {
      const asked = ready ?? fetchPage(place, each)
      ready = undefined
      const { endpoint, value } = await asked
      const { records, nextKey } = decodeAnswer(path, endpoint, () => query.decode(value))
      const isLast = nextKey === undefined || nextKey.length === 0
      const isCircle = !isLast && walk.keys.has(nextKey.join())
      // Of parts of a page, and of a circle, nobody knows what is wanted next.
      if (!isLast && !isCircle && limit === pageSize) await fetchEarly(nextKey)
      const read = readRecords(query, records, walk)
      const isTooMany = walk.skipped + read.skipped.length > MOST_SKIPPED
      const isNew = read.items.length > 0 || read.skipped.length > 0
      if (isTooMany || isCircle || (!isLast && !isNew)) {
        for (const item of read.items) walk.seen.delete(query.idOf(item))
        throw isTooMany
          ? new UndecodableError(path, endpoint, { cause: read.cause })
          : new PageOrderError(path, endpoint)
      }
      const next: Cursor | undefined = isLast ? undefined : { kind: 'key', key: nextKey }
      return { ...read, next, endpoint }
    })
    if (page.next?.kind === 'key') walk.keys.add(page.next.key.join())
    walk.skipped += page.skipped.length
    walk.last = page.last
    const { items, next, endpoint } = page
    const skipped = page.skipped.map((record) => ({ list, ...record }))
    return { items, skipped, next, endpoint }
  }
}

/** The records that are not known yet by their ids, which are then, and those that cannot be. */
function readRecords<Wire, Item>(
  { toItem, idOf, nameOf }: MarketQuery<Wire, Item>,
  records: readonly Wire[],
  { seen, last: before }: Walk,
) {
  const items: Item[] = []
  const skipped: Omit<SkippedRecord, 'list'>[] = []
  let previous: Item | undefined
  let cause: unknown
  const lastName = () => (previous === undefined ? before : nameOf(previous))
  for (const record of records) {
    try {
      const item = toItem(record)
      previous = item
      if (seen.add(idOf(item))) items.push(item)
    } catch (error) {
      cause = error
      const reason = error instanceof Error ? error.message : String(error)
      const last = lastName()
      skipped.push({ reason, name: last === undefined ? 'the first one' : `the one after ${last}` })
    }
  }
  return { items, skipped, last: lastName(), cause }
}
