import type { LinkGround, LinkTable } from '../link.ts'
import type { Change } from './change.ts'
import { findChanges } from './find-changes.ts'

/**
 * What happened to the documents of AEPs and on the chain of the table, newest first; on the same day what the chain did
 * comes before what was written. Changes whose day is not known are left out; `countUndatedChanges` counts them.
 */
export function listChanges(ground: LinkGround, table: LinkTable): readonly Change[] {
  return findChanges(ground, table)
    .flatMap(({ day, ...rest }): Change[] => (day === undefined ? [] : [{ ...rest, day }]))
    .reverse()
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}
