import { compareBytes } from '../server/bytes.ts'

/** One record of a store: where it is, and the message it travels as. */
export interface Entry {
  /** Key below the list's prefix, as `next_key` shows it. */
  readonly key: Uint8Array
  readonly item: Uint8Array
}

/** Index of the first entry at or after a key, the length of the list when there is none. `entries` ascend by key. */
export function indexFrom(entries: readonly Entry[], key: Uint8Array): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const entry = entries[middle]
    if (entry !== undefined && compareBytes(entry.key, key) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The entry under a key; undefined when there is none. `entries` ascend by key. */
export function findEntry<E extends Entry>(entries: readonly E[], key: Uint8Array): E | undefined {
  const entry = entries[indexFrom(entries, key)]
  return entry !== undefined && compareBytes(entry.key, key) === 0 ? entry : undefined
}
