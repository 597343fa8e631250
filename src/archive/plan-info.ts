import { createStore, get, update } from 'idb-keyval'

/** What was seen at an address, and when it was first seen so. */
export interface PlanInfoSighting {
  /** Lower-case hex. */
  readonly sha256: string
  readonly firstSeenAtMs: number
}

/** Whether a plan's file has changed between visits. */
export interface PlanInfoArchive {
  /**
   * Adds what was seen now. @returns what was seen before, oldest first; what is the same as the last is not added
   * again. Empty where nothing was seen, or the browser keeps nothing.
   */
  see(url: string, sighting: PlanInfoSighting): Promise<readonly PlanInfoSighting[]>
}

/** Changes remembered for one address. */
const MOST_SIGHTINGS = 10

/** One IndexedDB database for all chains: an address serves the same file whichever chain names it. */
export function createPlanInfoArchive(): PlanInfoArchive {
  const store = createStore('skylight/plan-info', 'sightings')
  return {
    async see(url, sighting) {
      try {
        const before = readSightings(await get<unknown>(url, store))
        await update<unknown>(url, (kept) => addSighting(readSightings(kept), sighting), store)
        return before
      } catch {
        return []
      }
    },
  }
}

/** For chains that must leave nothing behind: forgotten with the page. */
export function createMemoryPlanInfoArchive(): PlanInfoArchive {
  const kept = new Map<string, readonly PlanInfoSighting[]>()
  return {
    see(url, sighting) {
      const before = kept.get(url) ?? []
      kept.set(url, addSighting(before, sighting))
      return Promise.resolve(before)
    },
  }
}

function addSighting(
  before: readonly PlanInfoSighting[],
  sighting: PlanInfoSighting,
): readonly PlanInfoSighting[] {
  return before.at(-1)?.sha256 === sighting.sha256
    ? before
    : [...before, sighting].slice(-MOST_SIGHTINGS)
}

function readSightings(value: unknown): readonly PlanInfoSighting[] {
  return Array.isArray(value) ? value.filter(isSighting) : []
}

function isSighting(value: unknown): value is PlanInfoSighting {
  if (typeof value !== 'object' || value === null) return false
  const { sha256, firstSeenAtMs }: Partial<Record<keyof PlanInfoSighting, unknown>> = value
  return (
    typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && typeof firstSeenAtMs === 'number'
  )
}
