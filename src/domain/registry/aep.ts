/** `YYYY-MM-DD`. */
export type Day = string

/** AEP-1's status terms; `other` where the document says something else. */
export type EditorialStatus = 'Draft' | 'Last Call' | 'Accepted' | 'Final' | 'other'

/** Someone the document names as its author, as written. */
export interface AepAuthor {
  readonly name: string
  /** GitHub's, with its `@`; or an e-mail address. */
  readonly handle?: string | undefined
}

/** A value that a field of the document had from a day on, as the repository's history tells. */
export interface FieldChange {
  readonly date: Day
  readonly commit: string
  readonly field:
    | 'title'
    | 'status'
    | 'created'
    | 'completed'
    | 'estimated-completion'
    | 'resolution'
  /** As written; undefined: the field was taken out. */
  readonly value?: string | undefined
}

/**
 * What the document of an AEP says of itself (its frontmatter; akash-network/AEP `spec/aep-N/README.md`). Dates and
 * statuses stand as they were written; `parseDay` and `parseEditorialStatus` read them.
 */
export interface Aep {
  readonly number: number
  readonly title: string
  readonly status: EditorialStatus
  readonly statusRaw: string
  /** `Standard`, `Meta`, and what was written instead. */
  readonly type?: string | undefined
  /** `Core`, `Interface`, `Economics`. */
  readonly category?: string | undefined
  /** `major` or `minor`. */
  readonly roadmap?: string | undefined
  readonly created?: string | undefined
  readonly updated?: string | undefined
  readonly completed?: string | undefined
  readonly estimatedCompletion?: string | undefined
  readonly authors: readonly AepAuthor[]
  /** Meant to be the proposal that settled it; holds whatever was written. */
  readonly resolution?: string | undefined
  readonly discussionsTo?: string | undefined
  readonly requires: readonly number[]
  readonly replaces: readonly number[]
  readonly supersedes: readonly number[]
  readonly supersededBy: readonly number[]
  /** Names of fields that were read although misspelt. */
  readonly misspelt?: readonly string[] | undefined
  readonly path: string
  /** Ascending. The repository begins on 2025-01-13: what was before is not on record. */
  readonly history: readonly FieldChange[]
}

/** An AEP that was seen elsewhere after the snapshot; no more is known of it. */
export interface LaterAep {
  readonly number: number
  readonly title: string
  readonly created: Day
}

/** A number that has no document, and what is known about that. */
export interface AbsentAep {
  readonly number: number
  readonly reason: string
  readonly sources: readonly string[]
}
