import type { Aep, Day } from '../../registry/aep.ts'
import type { Project } from '../../registry/project.ts'
import type { Delivery } from '../link.ts'

/** From an idea to what the chain runs, in the order of a board's columns. */
export const PIPELINE_STAGES = [
  /** A row of the community's list of projects on whose topic no AEP was found. */
  'project',
  'draft',
  'last-call',
  'accepted',
  /** Final, and neither on the chain nor called completed. */
  'final',
  /** What would bring it waits for its deposit or is in vote. */
  'vote',
  'scheduled',
  /** On the chain. */
  'active',
  /** Final and called completed by its document, or a project called released; nothing on the chain brought it. */
  'completed',
  /** Taken out of the chain, or given up. */
  'left',
] as const

export type PipelineStage = (typeof PIPELINE_STAGES)[number]

/** When a stage began. `by`: on that day it had begun already, and nothing older is on record. */
export type Entered =
  | { readonly kind: 'on'; readonly day: Day }
  | { readonly kind: 'by'; readonly day: Day }
  | { readonly kind: 'unknown'; readonly reason: string }

/** The stretches of an AEP's way that have a length. */
export const PIPELINE_STEPS = [
  /** From its creation to its first Last Call, Accepted or Final. */
  'draft',
  /** From its first Last Call or Accepted to Final. */
  'review',
  /** From its creation to the end of the vote on what delivers it. */
  'to-vote',
  /** From the end of that vote to the upgrade. */
  'to-upgrade',
  /** From its creation to the chain. */
  'whole',
] as const

export type PipelineStepKind = (typeof PIPELINE_STEPS)[number]

/** How long a step took. `running`: it is not over; days so far. */
export type StepLength =
  | { readonly kind: 'known'; readonly days: number }
  | { readonly kind: 'running'; readonly days: number }
  | { readonly kind: 'unknown'; readonly reason: string }

/** A step that an AEP took or is on; steps that it never began are not listed. */
export interface PipelineStep {
  readonly kind: PipelineStepKind
  readonly from: Day | undefined
  /** undefined: not known, or not over. */
  readonly to: Day | undefined
  readonly length: StepLength
}

export type PipelineSubject =
  | {
      readonly kind: 'aep'
      readonly number: number
      /** A stranger's text; undefined: only the number is known. */
      readonly title: string | undefined
      /** undefined: no document is on record. */
      readonly document: Aep | undefined
    }
  | { readonly kind: 'project'; readonly project: Project }

export interface PipelineEntry {
  readonly subject: PipelineSubject
  readonly stage: PipelineStage
  readonly entered: Entered
  /** In the order of `PIPELINE_STEPS`; empty for projects, whose list gives no days. */
  readonly steps: readonly PipelineStep[]
  /** undefined for projects. */
  readonly delivery: Delivery | undefined
  /** Projects on the same topic: a guess, for their list names no AEP. */
  readonly topicProjects: readonly Project[]
}

export interface PipelineColumn {
  readonly stage: PipelineStage
  /** Last come first, then those whose day is not known; by number within a day, projects as they are listed. */
  readonly entries: readonly PipelineEntry[]
}

/** What has no place in the pipeline, and why. */
export interface UnplacedEntry {
  readonly subject: PipelineSubject
  readonly reason: string
}

/** How long a step takes, over the AEPs that have it behind them. */
export interface StepMedian {
  readonly kind: PipelineStepKind
  /** undefined: no case has a known length. */
  readonly medianDays: number | undefined
  /** AEPs whose length is known, of which the median is. */
  readonly cases: number
  readonly running: number
  /** AEPs that took the step, in a time that is not on record. */
  readonly unknown: number
}

export interface Pipeline {
  readonly today: Day
  /** All of them, in the order of `PIPELINE_STAGES`. */
  readonly columns: readonly PipelineColumn[]
  readonly unplaced: readonly UnplacedEntry[]
  /** In the order of `PIPELINE_STEPS`. */
  readonly medians: readonly StepMedian[]
}
