import type { Failure } from '../../failure.ts'
import type { Source } from '../../source.ts'
import type { UpgradeDate } from './upgrade-times.ts'

/** When an upgrade was applied; or why nobody here knows. */
export type RecordDate =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'dated'
      readonly date: Exclude<UpgradeDate, { kind: 'not-known' }>
      /** Of the header; undefined where the date is on record elsewhere. */
      readonly source: Source | undefined
    }
  | { readonly kind: 'not-known'; readonly failure: Failure }

/** A moment to draw it at; undefined where none is known. */
export function momentOf(record: RecordDate): Date | undefined {
  if (record.kind !== 'dated') return undefined
  return record.date.kind === 'recorded-day' ? record.date.day : record.date.time
}
