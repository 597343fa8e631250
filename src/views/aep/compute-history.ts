import type { AepLink } from '../../domain/link/link.ts'
import type { Aep, Day, FieldChange } from '../../domain/registry/aep.ts'
import { parseDay } from '../../domain/registry/day.ts'

export type HistoryEvent =
  /** The document's own date of its creation. */
  | { readonly kind: 'created'; readonly raw: string }
  | {
      readonly kind: 'change'
      readonly change: FieldChange
      /** What it was before; undefined: the first on record, or there was none. */
      readonly before: string | undefined
      /** Nothing of this field is on record before. */
      readonly isFirst: boolean
    }
  | { readonly kind: 'link'; readonly link: AepLink }
  | { readonly kind: 'estimate'; readonly raw: string; readonly isOverdue: boolean }

/** What happened on one day, or without one. */
export interface HistoryDay {
  /** undefined: at an unknown time, or at a height that is still to come. */
  readonly day: Day | undefined
  readonly isAhead: boolean
  readonly events: readonly HistoryEvent[]
}

/** Everything dated that is known of an AEP, in the order in which it happened; what is ahead comes last. */
export function computeHistory(
  aep: Aep | undefined,
  links: readonly AepLink[],
  today: Day,
): readonly HistoryDay[] {
  const dated: (readonly [Day | undefined, boolean, HistoryEvent])[] = []
  if (aep?.created !== undefined) {
    dated.push([parseDay(aep.created), false, { kind: 'created', raw: aep.created }])
  }
  const last = new Map<FieldChange['field'], FieldChange>()
  const titles = aep?.history.filter(({ field }) => field === 'title').length ?? 0
  for (const change of aep?.history ?? []) {
    // The only title there was stands at the head of the page.
    if (change.field === 'title' && titles === 1) continue
    const before = last.get(change.field)
    last.set(change.field, change)
    // The day of its creation is told already, in its own place.
    if (change.field === 'created' && before === undefined) continue
    dated.push([
      change.date,
      false,
      { kind: 'change', change, before: before?.value, isFirst: before === undefined },
    ])
  }
  for (const link of links) {
    if (link.relation === 'mentions') continue
    const isAhead = isStillAhead(link)
    const day = dayOf(link)
    if (isAhead || day !== undefined)
      dated.push([isAhead ? undefined : day, isAhead, { kind: 'link', link }])
  }
  if (aep?.estimatedCompletion !== undefined && aep.completed === undefined) {
    const raw = aep.estimatedCompletion
    const day = parseDay(raw)
    const isOverdue = day !== undefined && day < today
    dated.push([day, !isOverdue, { kind: 'estimate', raw, isOverdue }])
  }
  const sorted = dated.toSorted(
    ([dayA, aheadA], [dayB, aheadB]) =>
      Number(aheadA) - Number(aheadB) ||
      // Without a day: first among what was, for it cannot be placed; last among what comes.
      compareDays(dayA, dayB, aheadA),
  )
  const days: HistoryDay[] = []
  for (const [day, isAhead, event] of sorted) {
    const known = days.at(-1)
    if (known !== undefined && known.day === day && known.isAhead === isAhead) {
      days[days.length - 1] = { ...known, events: [...known.events, event] }
    } else {
      days.push({ day, isAhead, events: [event] })
    }
  }
  return days
}

function compareDays(a: Day | undefined, b: Day | undefined, isAhead: boolean): number {
  if (a === b) return 0
  if (a === undefined) return isAhead ? 1 : -1
  if (b === undefined) return isAhead ? -1 : 1
  return a < b ? -1 : 1
}

function isStillAhead({ target }: AepLink): boolean {
  if (target.kind === 'launch') return false
  const state = target.kind === 'upgrade' ? target.state : target.standing
  return state === 'scheduled' || state === 'in-vote' || state === 'in-deposit'
}

function dayOf({ target }: AepLink): Day | undefined {
  switch (target.kind) {
    case 'upgrade':
      return target.state === 'applied' ? target.appliedOn : undefined
    case 'launch':
      return target.date
    case 'proposal':
      return target.votingEndedOn
  }
}
