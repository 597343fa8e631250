import type { Aep, Day, FieldChange } from './aep.ts'
import { parseDay } from './day.ts'
import type { AepDocument } from './frontmatter/read-aep.ts'
import type { Registry } from './registry.ts'

/** A field that was seen with another value than at the reading before. `date` is the day of the reading. */
export interface SeenChange {
  readonly aep: number
  readonly date: Day
  readonly field: FieldChange['field']
  readonly value?: string | undefined
}

export interface MergedRegistry {
  readonly registry: Registry
  /** AEPs of which the registry had no document. */
  readonly added: number
  /** AEPs whose documents say something else by now. */
  readonly changed: number
}

/**
 * The registry with what the repository's documents say by now. Only what a document says of itself is replaced: links,
 * references, groups and the history on record stay, and an AEP that is no longer listed stays too.
 */
export function mergeAeps(
  registry: Registry,
  aeps: readonly Aep[],
  seen: readonly SeenChange[],
): MergedRegistry {
  const newest = new Map(aeps.map((aep) => [aep.number, aep]))
  const known = new Set(registry.aeps.map(({ number }) => number))
  let changed = 0
  const merged = registry.aeps.map((old) => {
    const now = newest.get(old.number)
    if (now === undefined) return old
    const written = writeAsBefore(old, now)
    if (saysTheSame(old, written)) return old
    changed += 1
    const since = seenSince(old, seen, registry.aepSnapshot.day)
    return { ...written, path: old.path, history: [...old.history, ...since] }
  })
  const added = aeps
    .filter(({ number }) => !known.has(number))
    .map((aep) => ({
      ...aep,
      history: [...aep.history, ...seenSince(aep, seen, registry.aepSnapshot.day)],
    }))
  if (added.length + changed === 0) return { registry, added: 0, changed: 0 }
  return {
    registry: {
      ...registry,
      aeps: [...merged, ...added].sort((a, b) => a.number - b.number),
      laterAeps: registry.laterAeps.filter(({ number }) => !newest.has(number)),
      absentAeps: registry.absentAeps.filter(({ number }) => !newest.has(number)),
    },
    added: added.length,
    changed,
  }
}

/** What has changed between two readings, told as seen on `date`. */
export function listSeenChanges(
  before: readonly Aep[],
  now: readonly Aep[],
  date: Day,
): readonly SeenChange[] {
  const old = new Map(before.map((aep) => [aep.number, aep]))
  return now.flatMap((aep) => {
    const was = old.get(aep.number)
    const is = was === undefined ? aep : writeAsBefore(was, aep)
    return TRACKED.flatMap(([field, read]) =>
      (was === undefined ? undefined : read(was)) === read(is)
        ? []
        : [{ aep: aep.number, date, field, value: read(is) }],
    )
  })
}

const TRACKED: readonly (readonly [
  field: FieldChange['field'],
  read: (aep: Aep) => string | undefined,
])[] = [
  ['title', ({ title }) => title],
  ['status', ({ statusRaw }) => statusRaw],
  ['created', ({ created }) => created],
  ['completed', ({ completed }) => completed],
  ['estimated-completion', ({ estimatedCompletion }) => estimatedCompletion],
  ['resolution', ({ resolution }) => resolution],
]

/** The repository's own name of its newest commit: the index does not tell which one made a change. */
const UNKNOWN_COMMIT = 'main'

/** What was seen after the history on record ends; a value that is on record by now is not told again. */
function seenSince(aep: Aep, seen: readonly SeenChange[], snapshot: Day): readonly FieldChange[] {
  const last = new Map(aep.history.map(({ field, value }) => [field, value]))
  return seen.flatMap((change): FieldChange[] => {
    if (change.aep !== aep.number || change.date <= snapshot) return []
    const { date, field, value } = change
    if (last.get(field) === value) return []
    last.set(field, value)
    return [{ date, commit: UNKNOWN_COMMIT, field, value }]
  })
}

/**
 * The index writes every day as a full timestamp; a day that has not changed stays as the document
 * wrote it.
 */
export function writeAsBefore<T extends AepDocument>(old: AepDocument, now: T): T {
  const day = (before: string | undefined, after: string | undefined) =>
    before !== undefined && after !== undefined && isSameDay(before, after) ? before : after
  return {
    ...now,
    created: day(old.created, now.created),
    updated: day(old.updated, now.updated),
    completed: day(old.completed, now.completed),
    estimatedCompletion: day(old.estimatedCompletion, now.estimatedCompletion),
  }
}

function isSameDay(a: string, b: string): boolean {
  const day = parseDay(a)
  return day !== undefined && day === parseDay(b)
}

/** In everything but where it lies and what it was before. */
function saysTheSame(a: Aep, b: Aep): boolean {
  return sayingOf(a) === sayingOf(b)
}

function sayingOf({ path: _, history: __, ...said }: Aep): string {
  const written = Object.entries(said).filter(([, value]) => value !== undefined)
  return JSON.stringify(written.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
