import { createStore, get, set } from 'idb-keyval'

/** That a field of an AEP's document was seen to have changed, between two readings of the public index. */
export interface KeptChange {
  readonly aep: number
  /** `YYYY-MM-DD`: when it was first seen, which is not when it was made. */
  readonly date: string
  readonly field: string
  /** undefined: the field was gone. */
  readonly value?: string | undefined
}

/** What is left of earlier readings of the public index of AEPs. */
export interface KeptRefresh {
  /** The last one that could be read, as it was served. */
  readonly index?: { readonly text: string; readonly atMs: number } | undefined
  /** Oldest first. */
  readonly changes: readonly KeptChange[]
  /** When it was last asked for, and when it may be again. */
  readonly askedAtMs: number
  readonly askAgainAtMs: number
  /** Why the last try failed, as a sentence; undefined: it did not. */
  readonly failure?: string | undefined
}

/** Where a browser keeps them. */
export interface RefreshArchive {
  /** undefined where nothing was kept, or the browser keeps nothing. */
  load(): Promise<KeptRefresh | undefined>
  save(kept: KeptRefresh): Promise<void>
}

const KEY = 'index'

/** One IndexedDB database for all chains: they share the repository of AEPs. */
export function createRefreshArchive(): RefreshArchive {
  const store = createStore('skylight/registry', 'refresh')
  return {
    async load() {
      try {
        return readKept(await get<unknown>(KEY, store))
      } catch {
        return undefined
      }
    },
    async save(kept) {
      try {
        await set(KEY, kept, store)
      } catch {
        // A browser that keeps nothing asks again on the next visit.
      }
    },
  }
}

/** For commands, which keep nothing: forgotten with the process. */
export function createMemoryRefreshArchive(): RefreshArchive {
  let kept: KeptRefresh | undefined
  return {
    load: () => Promise.resolve(kept),
    save(next) {
      kept = next
      return Promise.resolve()
    },
  }
}

/** More changes than this were not seen between two readings of one repository. */
const MOST_CHANGES = 2_000

function readKept(value: unknown): KeptRefresh | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { index, changes, askedAtMs, askAgainAtMs, failure }: Fields<KeptRefresh> = value
  if (!isTime(askedAtMs) || !isTime(askAgainAtMs)) return undefined
  return {
    index: isIndex(index) ? index : undefined,
    changes: Array.isArray(changes) ? changes.filter(isChange).slice(-MOST_CHANGES) : [],
    askedAtMs,
    askAgainAtMs,
    failure: typeof failure === 'string' ? failure : undefined,
  }
}

type Fields<T> = Partial<Record<keyof T, unknown>>

function isIndex(value: unknown): value is NonNullable<KeptRefresh['index']> {
  if (typeof value !== 'object' || value === null) return false
  const { text, atMs }: Fields<NonNullable<KeptRefresh['index']>> = value
  return typeof text === 'string' && isTime(atMs)
}

function isChange(value: unknown): value is KeptChange {
  if (typeof value !== 'object' || value === null) return false
  const row: Fields<KeptChange> = value
  return (
    typeof row.aep === 'number' &&
    typeof row.date === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(row.date) &&
    typeof row.field === 'string' &&
    (row.value === undefined || typeof row.value === 'string')
  )
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}
