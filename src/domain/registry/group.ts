import type { Day } from './aep.ts'

/** A community group of Akash: Special Interest Group, Working Group, User Group or committee. */
export interface Group {
  /** Its folder: `sig-chain`. */
  readonly id: string
  readonly name: string
  readonly kind: 'sig' | 'wg' | 'ug' | 'committee'
  /** `listed-only`: named in the list of groups, without a page. `dormant`: no meeting notes for 13 months. */
  readonly status: 'active' | 'dormant' | 'archived' | 'listed-only'
  /** Why it is said to be so. */
  readonly statusBasis: string
  readonly leads: readonly string[]
  /** What it is for, in our words; undefined where nothing says. */
  readonly scope?: string | undefined
  /** The page that charters it. */
  readonly charter?: string | undefined
  /** Whether the community's list of groups names it. */
  readonly isListed: boolean
  readonly lastMeeting?: Day | undefined
  readonly meetings: number
  readonly aliases: readonly string[]
  readonly related: readonly string[]
  readonly note?: string | undefined
}
