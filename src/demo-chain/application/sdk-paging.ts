import { compareBytes, concatBytes } from '../server/bytes.ts'
import type { WireField } from './wire-fields.ts'
import {
  encodeBytesField,
  encodeIntegerField,
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

/** One record of a store: where it is, and the message it travels as. */
export interface Entry {
  /** Key below the list's prefix, as `next_key` shows it. */
  readonly key: Uint8Array
  readonly item: Uint8Array
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
export const KEY_AND_OFFSET = 'invalid request, either offset or key is expected, got both'

/** A response whose list is field 1 and whose PageResponse is field 2. */
export function encodePage(page: Page): Uint8Array {
  const response: Uint8Array[] = []
  if (page.nextKey !== undefined) response.push(encodeBytesField(1, page.nextKey))
  if (page.total > 0) response.push(encodeIntegerField(2, BigInt(page.total)))
  return concatBytes(
    ...page.items.map((item) => encodeBytesField(1, item)),
    encodeBytesField(2, concatBytes(...response)),
  )
}

/**
 * Pages of a collection (gov, slashing, delegations): SDK 0.53 types/query/collections_pagination.go.
 * Two of its habits show: with a filter and `count_total`, `next_key` moves on to the first record that passes; and an
 * offset beyond the end gives an empty PageResponse.
 * `entries` ascend by key. The caller refuses key and offset together.
 */
export function pageCollection(
  entries: readonly Entry[],
  request: PageRequest,
  accepts: (entry: Entry) => boolean = () => true,
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
function orderFrom(entries: readonly Entry[], { key, reverse }: PageRequest): readonly Entry[] {
  if (!reverse) {
    return key === undefined
      ? entries
      : entries.filter((entry) => compareBytes(entry.key, key) >= 0)
  }
  const end = key === undefined ? undefined : prefixEnd(key)
  const kept = end === undefined ? entries : entries.filter((e) => compareBytes(e.key, end) < 0)
  return [...kept].reverse()
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
 * Pages of a plain store (validators, providers): SDK 0.53 types/query/filtered_pagination.go, and pagination.go, which
 * does the same without a filter. Here offset and total count the records that pass.
 */
export function pageStore(
  entries: readonly Entry[],
  request: PageRequest,
  accepts: (entry: Entry) => boolean = () => true,
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
function storeOrderFrom(entries: readonly Entry[], key: Uint8Array, reverse: boolean): Entry[] {
  if (!reverse) return entries.filter((entry) => compareBytes(entry.key, key) >= 0)
  const at = entries.findIndex((entry) => compareBytes(entry.key, key) >= 0)
  return (at < 0 ? [...entries] : entries.slice(0, at + 1)).reverse()
}
