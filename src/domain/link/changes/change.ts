import type { Day } from '../../registry/aep.ts'

/** Every kind of change, as feeds name them. */
export const CHANGE_KINDS = [
  'aep-new',
  'aep-status',
  'aep-completed',
  'aep-title',
  'aep-resolution',
  'launch',
  'upgrade-applied',
  'upgrade-scheduled',
  'vote-passed',
  'vote-rejected',
] as const

/** The first five are editorial, about documents; the others are of a chain. */
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** Something that happened to a document or on the chain, on a day that is known. */
export interface Change {
  /** Unique, and the same at every reading: for feeds. Of a chain's events it begins with the chain id. */
  readonly key: string
  readonly day: Day
  readonly kind: ChangeKind
  /** Every AEP it is about, ascending. */
  readonly aeps: readonly number[]
  /** The only AEP it is about. */
  readonly aep?: number | undefined
  /** The plan's name; a stranger's text. */
  readonly upgrade?: string | undefined
  readonly proposalId?: bigint | undefined
  /** Plain English; strangers' texts in it were made harmless and cut. */
  readonly sentence: string
  /** An address, `owner/repository commit abc`, `proposal 342` or `height 26063777`; see `sourceUrl`. */
  readonly source: string
}

/** A change as it was found; without a day it is counted and not listed. */
export interface FoundChange extends Omit<Change, 'day'> {
  readonly day: Day | undefined
}
