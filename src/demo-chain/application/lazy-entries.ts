import type { Entry } from './entries.ts'

/** An entry whose key and item are made when they are first asked for: a page leaves most of a long list unread. */
export function lazyEntry(makeKey: () => Uint8Array, makeItem: () => Uint8Array): Entry {
  let key: Uint8Array | undefined
  let item: Uint8Array | undefined
  return {
    get key() {
      key ??= makeKey()
      return key
    },
    get item() {
      item ??= makeItem()
      return item
    },
  }
}

/**
 * Turns lists of records into lists of entries, each record and each list once: a state that did not change hands out
 * the objects it handed out before.
 */
export function createEntryLists<T extends object, E extends Entry>(
  makeEntry: (record: T) => E,
): (records: readonly T[]) => readonly E[] {
  const byRecord = new WeakMap<T, E>()
  const byList = new WeakMap<readonly T[], readonly E[]>()

  function entryOf(record: T): E {
    const known = byRecord.get(record)
    if (known !== undefined) return known
    const entry = makeEntry(record)
    byRecord.set(record, entry)
    return entry
  }

  return (records) => {
    const known = byList.get(records)
    if (known !== undefined) return known
    const entries = records.map(entryOf)
    byList.set(records, entries)
    return entries
  }
}
