import { createStore, entries, setMany } from 'idb-keyval'

/** Header times around an upgrade, which no later block changes. Times are milliseconds since the epoch. */
export interface KeptUpgradeTimes {
  /** Decimal text. */
  readonly height: string
  readonly atMs: number | undefined
  readonly nextMs: number | undefined
  readonly afterNextMs: number | undefined
  readonly round: number | undefined
  /** The node that told. */
  readonly endpoint: string
}

/** Where a browser keeps them; nodes that prune will not tell them again. */
export interface UpgradeTimesArchive {
  /** Nothing where the browser keeps nothing. */
  load(): Promise<readonly KeptUpgradeTimes[]>
  /** Resolves false when the browser would not keep them: nothing else is lost by it. */
  save(times: readonly KeptUpgradeTimes[]): Promise<boolean>
}

/** One IndexedDB database a scope, as of `createProposalArchive`. */
export function createUpgradeTimesArchive(scope: string): UpgradeTimesArchive {
  const store = createStore(`skylight/${scope}/upgrades`, 'header-times')
  return {
    async load() {
      try {
        const rows = await entries<string, unknown>(store)
        return rows.flatMap(([, row]) => (isKeptUpgradeTimes(row) ? [row] : []))
      } catch {
        return []
      }
    },
    async save(times) {
      try {
        await setMany(
          times.map((each): [string, KeptUpgradeTimes] => [each.height, each]),
          store,
        )
        return true
      } catch {
        return false
      }
    },
  }
}

/** For commands, which keep nothing, and for chains that must leave nothing behind: forgotten with the page. */
export function createMemoryUpgradeTimesArchive(): UpgradeTimesArchive {
  const kept = new Map<string, KeptUpgradeTimes>()
  return {
    load: () => Promise.resolve([...kept.values()]),
    save(times) {
      for (const each of times) kept.set(each.height, each)
      return Promise.resolve(true)
    },
  }
}

function isKeptUpgradeTimes(value: unknown): value is KeptUpgradeTimes {
  if (typeof value !== 'object' || value === null) return false
  const row: Partial<Record<keyof KeptUpgradeTimes, unknown>> = value
  const isTime = (ms: unknown) => ms === undefined || (typeof ms === 'number' && ms > 0)
  return (
    typeof row.height === 'string' &&
    /^\d{1,20}$/.test(row.height) &&
    [row.atMs, row.nextMs, row.afterNextMs].every(isTime) &&
    (row.round === undefined || typeof row.round === 'number') &&
    typeof row.endpoint === 'string'
  )
}
