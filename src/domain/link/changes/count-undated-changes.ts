import type { LinkGround, LinkTable } from '../link.ts'
import { findChanges } from './find-changes.ts'

/** How many changes `listChanges` leaves out, for the day of each is not on record. */
export function countUndatedChanges(ground: LinkGround, table: LinkTable): number {
  return findChanges(ground, table).filter(({ day }) => day === undefined).length
}
