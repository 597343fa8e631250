import type { KeptChange, KeptRefresh, RefreshArchive } from '../archive/registry-refresh.ts'
import {
  type AepIndex,
  AepIndexShapeError,
  fetchAepIndex,
  parseAepIndex,
} from '../chain/aep-repository.ts'
import { PublicFileError } from '../chain/public-file.ts'
import { formatCount } from '../domain/format-integer.ts'
import type { Day, FieldChange } from '../domain/registry/aep.ts'
import { listSeenChanges, mergeAeps, type SeenChange } from '../domain/registry/merge-aeps.ts'
import type { Registry } from '../domain/registry/registry.ts'
import {
  committedRegistry,
  type FreshRegistry,
  type RegistryFreshness,
} from './registry-freshness.ts'

const MINUTE_MS = 60_000
/** The repository changes a few times a month. */
const AGAIN_AFTER_MS = 180 * MINUTE_MS
const AGAIN_AFTER_FAILURE_MS = 15 * MINUTE_MS
const AGAIN_AFTER_PAUSE_MS = 120 * MINUTE_MS

export interface RefreshOptions {
  readonly archive: RefreshArchive
  readonly now: () => Date
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch
  readonly signal?: AbortSignal
}

/**
 * The committed registry with the public index of the AEP repository read into it. The index is asked for at most every
 * three hours, after a failure every quarter of an hour, and two hours after the server asked for a pause; meanwhile
 * and offline what was kept of it stands. Rejects only with the caller's own reason to give up.
 */
export async function refreshRegistry(
  floor: Registry,
  { archive, now, fetch, signal }: RefreshOptions,
): Promise<FreshRegistry> {
  const kept = await archive.load()
  const nowMs = now().getTime()
  if (kept !== undefined && isTooSoon(kept, nowMs)) return describeKept(floor, kept)
  try {
    const { text, index } = await fetchAepIndex({
      ...(fetch ? { fetch } : {}),
      ...(signal ? { signal } : {}),
    })
    const before = readKept(floor, kept)?.registry.aeps ?? floor.aeps
    const seen = listSeenChanges(before, index.aeps, dayOf(nowMs))
    const next: KeptRefresh = {
      index: { text, atMs: nowMs },
      changes: [...(kept?.changes ?? []), ...seen],
      askedAtMs: nowMs,
      askAgainAtMs: nowMs + AGAIN_AFTER_MS,
    }
    await archive.save(next)
    return describeKept(floor, next)
  } catch (error) {
    signal?.throwIfAborted()
    const next: KeptRefresh = {
      index: kept?.index,
      changes: kept?.changes ?? [],
      askedAtMs: nowMs,
      askAgainAtMs: nowMs + pauseAfter(error),
      failure: sentenceOf(error),
    }
    await archive.save(next)
    return describeKept(floor, next)
  }
}

/** A clock that was put back must not keep it from asking for ever. */
function isTooSoon({ askedAtMs, askAgainAtMs }: KeptRefresh, nowMs: number): boolean {
  return nowMs < askAgainAtMs && nowMs >= askedAtMs
}

function pauseAfter(error: unknown): number {
  return error instanceof PublicFileError && error.kind === 'rate-limited'
    ? AGAIN_AFTER_PAUSE_MS
    : AGAIN_AFTER_FAILURE_MS
}

function sentenceOf(error: unknown): string {
  const isTold = error instanceof PublicFileError || error instanceof AepIndexShapeError
  return isTold ? error.message : 'Reading it went wrong.'
}

interface KeptReading {
  readonly registry: Registry
  readonly freshness: Extract<RegistryFreshness, { kind: 'refreshed' }>
  readonly index: AepIndex
}

/** What was kept of the index joined with the floor; undefined where there is nothing, or a later version cannot read it. */
function readKept(floor: Registry, kept: KeptRefresh | undefined): KeptReading | undefined {
  if (kept?.index === undefined) return undefined
  const { text, atMs } = kept.index
  try {
    const index = parseAepIndex(text)
    const { registry, added, changed } = mergeAeps(floor, index.aeps, kept.changes.flatMap(asSeen))
    return {
      index,
      registry,
      freshness: {
        kind: 'refreshed',
        at: new Date(atMs),
        day: floor.aepSnapshot.day,
        added,
        changed,
      },
    }
  } catch {
    return undefined
  }
}

function describeKept(floor: Registry, kept: KeptRefresh): FreshRegistry {
  const reading = readKept(floor, kept)
  const failure =
    kept.failure === undefined ? [] : [`The AEP repository could not be read anew. ${kept.failure}`]
  if (reading === undefined) return committedRegistry(floor, failure[0])
  const { registry, freshness, index } = reading
  const notes = [...describeLost(index.lost), ...failure]
  return {
    registry,
    freshness: notes.length === 0 ? freshness : { ...freshness, note: notes.join(' ') },
  }
}

const MOST_NAMED = 3

function describeLost(lost: readonly string[]): readonly string[] {
  if (lost.length === 0) return []
  const left = lost.length - MOST_NAMED
  return [
    `Of the index ${formatCount(lost.length, 'row')} could not be read.`,
    ...lost.slice(0, MOST_NAMED),
    ...(left > 0 ? [`So it goes on for ${formatCount(left, 'more row')}.`] : []),
  ]
}

const FIELDS: ReadonlySet<string> = new Set<FieldChange['field']>([
  'title',
  'status',
  'created',
  'completed',
  'estimated-completion',
  'resolution',
])

function isField(field: string): field is FieldChange['field'] {
  return FIELDS.has(field)
}

function asSeen({ aep, date, field, value }: KeptChange): readonly SeenChange[] {
  return isField(field) ? [{ aep, date, field, value }] : []
}

function dayOf(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10)
}
