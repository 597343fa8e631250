/** Entries by key, each made when its key comes first. */
export interface RecentEntries<Key, Value> {
  readonly of: (key: Key) => Value
  /** In the order their keys came. */
  readonly values: () => readonly Value[]
}

/** For keys of which most are the same as the one before: a map is asked only where one is another. */
export function createRecentEntries<Key, Value extends object>(
  make: (key: Key) => Value,
): RecentEntries<Key, Value> {
  const entries = new Map<Key, Value>()
  let lastKey: Key | undefined
  let last: Value | undefined
  return {
    of(key) {
      if (last !== undefined && key === lastKey) return last
      let entry = entries.get(key)
      if (entry === undefined) {
        entry = make(key)
        entries.set(key, entry)
      }
      lastKey = key
      last = entry
      return entry
    },
    values: () => [...entries.values()],
  }
}
