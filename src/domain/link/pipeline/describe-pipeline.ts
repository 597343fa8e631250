import { formatCount } from '../../format-integer.ts'
import type { Entered, PipelineStage, PipelineStepKind, StepLength } from './pipeline.ts'

const STAGES: Readonly<Record<PipelineStage, string>> = {
  project: 'Project without an AEP',
  draft: 'Draft',
  'last-call': 'Last Call',
  accepted: 'Accepted',
  final: 'Final',
  vote: 'In vote',
  scheduled: 'Scheduled',
  active: 'On the chain',
  completed: 'Completed off the chain',
  left: 'Given up or removed',
}

/** The heading of a column. */
export function formatPipelineStage(stage: PipelineStage): string {
  return STAGES[stage]
}

const STEPS: Readonly<Record<PipelineStepKind, string>> = {
  draft: 'Created to the end of Draft',
  review: 'Last Call to Final',
  'to-vote': 'Created to the end of the vote',
  'to-upgrade': 'End of the vote to the chain',
  whole: 'Created to the chain',
}

/** The name of a step. */
export function formatPipelineStep(kind: PipelineStepKind): string {
  return STEPS[kind]
}

/** `59 days`, `59 days so far`, `not known`. */
export function formatStepLength(length: StepLength): string {
  switch (length.kind) {
    case 'known':
      return formatCount(length.days, 'day')
    case 'running':
      return `${formatCount(length.days, 'day')} so far`
    case 'unknown':
      return 'not known'
  }
}

/** `since 2026-03-23`, `since 2025-01-13 or before`, `since an unknown day`. */
export function formatEntered(entered: Entered): string {
  switch (entered.kind) {
    case 'on':
      return `since ${entered.day}`
    case 'by':
      return `since ${entered.day} or before`
    case 'unknown':
      return 'since an unknown day'
  }
}
