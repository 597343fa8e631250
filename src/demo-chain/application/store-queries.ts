import {
  bigEndian64,
  compareBytes,
  concatBytes,
  encodeUtf8,
  startsWithBytes,
} from '../server/bytes.ts'
import type { Entry } from './entries.ts'
import { findEntry } from './entries.ts'
import type { GovSource } from './gov-source.ts'
import type { QueryAnswer } from './query-answer.ts'
import { storeAnswer } from './query-answer.ts'
import { encodeBytesField, encodeRepeatedField } from './wire-fields.ts'

/** The part of a store whose keys begin with `root`. */
export interface StoreRange {
  readonly root: Uint8Array
  /** Ascending, under their keys below `root`. */
  readonly entries: readonly Entry[]
  /** Whether nothing else lies there; a recording may know some and not all. */
  readonly isWhole: boolean
}

/** Raw stores at one height (`/store/<name>/key` and `/store/<name>/subspace`). Keys: protocol.md F. */
export interface StoreSource {
  /**
   * Ranges in which a key that begins with `prefix` can lie, ascending; those alone that can, so that a read of one key
   * does not gather the rest. undefined: what lies there is not known.
   */
  ranges(store: string, prefix: Uint8Array): readonly StoreRange[] | undefined
}

/** A range with the entries its root and the prefix of a read have in common. */
export function wholeRange(root: Uint8Array, entries: readonly Entry[]): StoreRange {
  return { root, entries, isWhole: true }
}

/** One value under one key; none for a value that is not there. */
export function singleRange(key: Uint8Array, value: Uint8Array | undefined): StoreRange {
  return wholeRange(key, value === undefined ? [] : [{ key: new Uint8Array(), item: value }])
}

/** The value under a key, or that there is none; undefined when neither is known. */
export function answerStoreKey(
  source: StoreSource,
  store: string,
  key: Uint8Array,
  height: bigint,
): QueryAnswer | undefined {
  const ranges = source.ranges(store, key)?.filter(({ root }) => startsWithBytes(key, root))
  if (ranges === undefined) return undefined
  for (const { root, entries, isWhole } of ranges) {
    const found = findEntry(entries, key.subarray(root.length))
    if (found !== undefined) return storeAnswer(key, found.item, height)
    if (!isWhole) return undefined
  }
  return storeAnswer(key, undefined, height)
}

/** store/iavl/store.go: a key read of a version the tree does not have. */
export function answerMissingVersion(key: Uint8Array, height: bigint): QueryAnswer {
  return { ...storeAnswer(key, undefined, height), log: 'version does not exist' }
}

/**
 * Everything below a prefix, as `cosmos.store.internal.kv.v1beta1.Pairs`; undefined when part of it is not known.
 * `shownHeight`: a node reads its newest state here whatever height is asked for, and answers with the height asked for.
 */
export function answerSubspace(
  source: StoreSource,
  store: string,
  prefix: Uint8Array,
  shownHeight: bigint,
): QueryAnswer | undefined {
  const ranges = source.ranges(store, prefix)
  if (ranges === undefined || ranges.some(({ isWhole }) => !isWhole)) return undefined
  const pairs = ranges
    .flatMap(({ root, entries }) =>
      entries.map(({ key, item }) => ({ key: concatBytes(root, key), item })),
    )
    .filter(({ key }) => startsWithBytes(key, prefix))
    .map(({ key, item }) => concatBytes(encodeBytesField(1, key), encodeBytesField(2, item)))
  return storeAnswer(prefix, encodeRepeatedField(1, pairs), shownHeight)
}

/** Whether a range of this root can hold keys that begin with `prefix`. */
export function overlaps(root: Uint8Array, prefix: Uint8Array): boolean {
  return startsWithBytes(root, prefix) || startsWithBytes(prefix, root)
}

const PROPOSALS = Uint8Array.of(0x00)
const DEPOSITS = Uint8Array.of(0x10)
const VOTES = Uint8Array.of(0x20)

/** Proposals (00), deposits (10) and votes (20) of x/gov below a prefix; undefined when one of them is not known. */
export function govRanges(gov: GovSource, prefix: Uint8Array): readonly StoreRange[] | undefined {
  const ranges: (StoreRange | undefined)[] = []
  const proposals = gov.proposals()
  if (overlaps(PROPOSALS, prefix)) ranges.push(proposals && wholeRange(PROPOSALS, proposals))
  const owned = [
    { part: DEPOSITS, entriesOf: (id: bigint) => gov.deposits(id) },
    { part: VOTES, entriesOf: (id: bigint) => gov.votes(id) },
  ]
  for (const { part, entriesOf } of owned.filter((one) => overlaps(one.part, prefix))) {
    const ids =
      prefix.length < 9 ? proposals?.map(({ id }) => id) : [bigEndian64Value(prefix.subarray(1, 9))]
    if (ids === undefined) return undefined
    for (const id of ids) {
      const root = concatBytes(part, bigEndian64(id))
      const entries = overlaps(root, prefix) ? entriesOf(id) : []
      ranges.push(entries && wholeRange(root, entries))
    }
  }
  return ranges.every((range) => range !== undefined) ? ranges : undefined
}

/** Unsigned, of any length. */
export function bigEndian64Value(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
}

/** Entries under texts, ascending as a store keeps them. */
export function textEntries(
  values: readonly { readonly name: string; readonly item: Uint8Array }[],
): readonly Entry[] {
  return values
    .map(({ name, item }) => ({ key: encodeUtf8(name), item }))
    .sort((a, b) => compareBytes(a.key, b.key))
}
