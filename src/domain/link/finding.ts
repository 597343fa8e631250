import type { Day } from '../registry/aep.ts'

/** Every kind of disagreement, as commands name them. */
export const FINDING_KINDS = [
  'shipped-while-draft',
  'shipped-while-last-call',
  'final-before-shipping',
  'delivered-before-created',
  'resolution-shared',
  'resolution-is-funding',
  'completed-far-from-delivery',
  'completed-far-from-funding',
  'draft-with-completed-date',
  'estimate-overdue',
  'requires-unfinished',
  'requires-cycle',
  'superseded-one-sided',
  'superseded-not-retired',
  'status-spelling',
] as const

/** A way in which documents and chain, or documents among themselves, disagree. */
export type FindingKind = (typeof FINDING_KINDS)[number]

/** One of the statements that disagree, and where a reader finds it. */
export interface FindingLine {
  /** `The document: status Draft`. Document text in it is hostile. */
  readonly statement: string
  readonly where:
    | { readonly kind: 'aep'; readonly number: number; readonly field: string }
    | { readonly kind: 'proposal'; readonly id: bigint }
    | { readonly kind: 'upgrade'; readonly name: string; readonly height: bigint }
    | { readonly kind: 'launch'; readonly displayName: string }
}

/** A disagreement, told in a sentence and shown by the lines that disagree. */
export interface Finding {
  readonly aep: number
  readonly kind: FindingKind
  readonly explanation: string
  /** At least two, or one where a line disagrees with the rules of its own kind (spelling) or with today (overdue). */
  readonly lines: readonly FindingLine[]
  /** The day it can be dated by, for sorting; undefined: none. */
  readonly since?: Day | undefined
}
