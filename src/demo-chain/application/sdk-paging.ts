import { concatBytes } from '../server/bytes.ts'
import type { Entry } from './entries.ts'
import { indexFrom } from './entries.ts'
import type { QueryAnswer } from './query-answer.ts'
import { internalFailure, valueAnswer } from './query-answer.ts'
import type { WireField } from './wire-fields.ts'
import {
  encodeBytesField,
  encodeIntegerField,
  encodeRepeatedField,
  lastBytes,
  lastInteger,
  lastMessage,
} from './wire-fields.ts'

/** cosmos.base.query.v1beta1.PageRequest with the SDK's defaults filled in. */
export interface PageRequest {
  readonly key: Uint8Array | undefined
  readonly offset: number
  readonly limit: number
  readonly countTotal: boolean
  readonly reverse: boolean
}

export interface Page {
  readonly items: readonly Uint8Array[]
  readonly nextKey: Uint8Array | undefined
  /** 0 when it was not counted; a zero is not written either. */
  readonly total: number
}

/** Lists beyond this are asked for in one page by `limit` = 2^64-1 and the like. */
const MORE_THAN_ANY_LIST = 2n ** 40n
const DEFAULT_LIMIT = 100

/** Reads the PageRequest in field `number` of a request. */
export function readPageRequest(fields: readonly WireField[], number: number): PageRequest {
  const page = lastMessage(fields, number)
  const key = lastBytes(page, 1)
  const limit = clamp(lastInteger(page, 3))
  return {
    key: key === undefined || key.length === 0 ? undefined : key,
    offset: clamp(lastInteger(page, 2)),
    limit: limit === 0 ? DEFAULT_LIMIT : limit,
    // types/query/pagination.go: without a limit the total is counted, asked for or not.
    countTotal: lastInteger(page, 4) !== 0n || limit === 0,
    reverse: lastInteger(page, 5) !== 0n,
  }
}

function clamp(value: bigint): number {
  return Number(value > MORE_THAN_ANY_LIST ? MORE_THAN_ANY_LIST : value)
}

/** types/query: what both paginators say to a request with key and offset (steady/245). */
const KEY_AND_OFFSET = 'invalid request, either offset or key is expected, got both'

/** A response whose list is field 1 and whose PageResponse is field 2. */
export function encodePage(page: Page): Uint8Array {
  const response: Uint8Array[] = []
  if (page.nextKey !== undefined) response.push(encodeBytesField(1, page.nextKey))
  if (page.total > 0) response.push(encodeIntegerField(2, BigInt(page.total)))
  return concatBytes(
    encodeRepeatedField(1, page.items),
    encodeBytesField(2, concatBytes(...response)),
  )
}

/** Walks a list for one request: `pageCollection` or `pageStore`, by how the module keeps it. */
export type Pager<E extends Entry = Entry> = (
  entries: readonly E[],
  request: PageRequest,
  accepts?: (entry: E) => boolean,
) => Page

/** One page of a list that is known as a whole. */
export interface PagedList<E extends Entry = Entry> {
  /** Ascending by key. */
  readonly entries: readonly E[]
  readonly pager: Pager<E>
  /** Field of the request that holds its PageRequest. */
  readonly pageField: number
  readonly accepts?: (entry: E) => boolean
  /** How the module reports key and offset together. @default as a failure of its own (steady/245) */
  readonly refuse?: (description: string, height: bigint) => QueryAnswer
}

/** The page a request asks for. */
export function answerPage<E extends Entry>(
  list: PagedList<E>,
  request: readonly WireField[],
  height: bigint,
): QueryAnswer {
  const pageRequest = readPageRequest(request, list.pageField)
  if (pageRequest.key !== undefined && pageRequest.offset > 0) {
    return (list.refuse ?? internalFailure)(KEY_AND_OFFSET, height)
  }
  return valueAnswer(encodePage(list.pager(list.entries, pageRequest, list.accepts)), height)
}

/**
 * Pages of a collection (gov, supply): SDK 0.53 types/query/collections_pagination.go.
 * Two of its habits show: with a filter and `count_total`, `next_key` moves on to the first record that passes; and an
 * offset beyond the end gives an empty PageResponse.
 * `entries` ascend by key. The caller refuses key and offset together.
 */
export function pageCollection<E extends Entry>(
  entries: readonly E[],
  request: PageRequest,
  accepts: (entry: E) => boolean = () => true,
): Page {
  const { key, offset, limit, countTotal } = request
  const ordered = orderFrom(entries, request)
  const items: Uint8Array[] = []
  let count = 0
  if (key !== undefined) {
    for (const entry of ordered) {
      if (count === limit) return { items, nextKey: entry.key, total: 0 }
      if (!accepts(entry)) continue
      items.push(entry.item)
      count += 1
    }
    return { items, nextKey: undefined, total: 0 }
  }
  if (offset > ordered.length) return { items, nextKey: undefined, total: 0 }
  let nextKey: Uint8Array | undefined
  for (const entry of ordered.slice(offset)) {
    if (count === limit) {
      nextKey = entry.key
      if (!countTotal) return { items, nextKey, total: 0 }
    }
    if (!accepts(entry)) continue
    if (count < limit) items.push(entry.item)
    count += 1
  }
  return { items, nextKey, total: countTotal ? count + offset : 0 }
}

/** Records in the order of the request, from its key on. A key reaches back over every longer one it begins. */
function orderFrom<E extends Entry>(
  entries: readonly E[],
  { key, reverse }: PageRequest,
): readonly E[] {
  if (!reverse) return key === undefined ? entries : entries.slice(indexFrom(entries, key))
  const end = key === undefined ? undefined : prefixEnd(key)
  const count = end === undefined ? entries.length : indexFrom(entries, end)
  return entries.slice(0, count).reverse()
}

/** First key after all that begin with `prefix`; undefined when there is none (store/types PrefixEndBytes). */
function prefixEnd(prefix: Uint8Array): Uint8Array | undefined {
  const at = prefix.findLastIndex((byte) => byte !== 0xff)
  if (at < 0) return undefined
  const end = prefix.slice(0, at + 1)
  end[at] = (end[at] ?? 0) + 1
  return end
}

/**
 * Pages of a plain store (validators, delegations, signing infos, providers): SDK 0.53 types/query/filtered_pagination.go, and pagination.go, which
 * does the same without a filter. Here offset and total count the records that pass.
 */
export function pageStore<E extends Entry>(
  entries: readonly E[],
  request: PageRequest,
  accepts: (entry: E) => boolean = () => true,
): Page {
  const { key, offset, limit, countTotal, reverse } = request
  const items: Uint8Array[] = []
  let hits = 0
  if (key !== undefined) {
    for (const entry of storeOrderFrom(entries, key, reverse)) {
      if (hits === limit) return { items, nextKey: entry.key, total: 0 }
      if (!accepts(entry)) continue
      items.push(entry.item)
      hits += 1
    }
    return { items, nextKey: undefined, total: 0 }
  }
  const end = offset + limit
  let nextKey: Uint8Array | undefined
  for (const entry of reverse ? [...entries].reverse() : entries) {
    if (!accepts(entry)) continue
    if (hits >= offset && hits < end) items.push(entry.item)
    hits += 1
    if (hits === end + 1) {
      nextKey = entry.key
      if (!countTotal) break
    }
  }
  return { items, nextKey, total: countTotal ? hits : 0 }
}

/** Backwards, the walk begins at the first record at or after the key (types/query/pagination.go getIterator). */
function storeOrderFrom<E extends Entry>(
  entries: readonly E[],
  key: Uint8Array,
  reverse: boolean,
): readonly E[] {
  const at = indexFrom(entries, key)
  return reverse ? entries.slice(0, at + 1).reverse() : entries.slice(at)
}
