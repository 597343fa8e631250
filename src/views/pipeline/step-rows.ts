import {
  PIPELINE_STAGES,
  PIPELINE_STEPS,
  type Pipeline,
  type PipelineEntry,
  type PipelineStage,
  type PipelineStep,
  type PipelineStepKind,
} from '../../domain/link/pipeline/pipeline.ts'
import type { PipelineSearch } from './pick-pipeline-search.ts'

export type StepSort = 'aep' | 'stage' | PipelineStepKind

export interface StepFilter {
  /** undefined: every stage. */
  readonly stage: PipelineStage | undefined
  readonly sort: StepSort
  readonly isAscending: boolean
}

/** An AEP with its steps, for the table. */
export interface StepRow {
  readonly number: number
  /** A stranger's text; undefined: only the number is known. */
  readonly title: string | undefined
  readonly entry: PipelineEntry
  readonly steps: ReadonlyMap<PipelineStepKind, PipelineStep>
}

/** The filter a URL means. What is malformed counts as not said. */
export function parsePipelineSearch({ stage, sort, dir }: PipelineSearch): StepFilter {
  return {
    stage: PIPELINE_STAGES.find((known) => known === stage),
    sort: findStepSort(sort),
    isAscending: dir === 'asc',
  }
}

/** The sort of this name; the default where there is none. */
export function findStepSort(name: string | undefined): StepSort {
  return (['stage', ...PIPELINE_STEPS] as const).find((sort) => sort === name) ?? 'aep'
}

/** The URL of a filter, without what is the default. */
export function formatPipelineSearch({ stage, sort, isAscending }: StepFilter): PipelineSearch {
  return { stage, sort: sort === 'aep' ? undefined : sort, dir: isAscending ? 'asc' : undefined }
}

/** Every AEP of the pipeline; projects have no steps. The newest number first. */
export function listStepRows({ columns }: Pipeline): readonly StepRow[] {
  return columns
    .flatMap(({ entries }) => entries)
    .flatMap((entry): readonly StepRow[] => {
      const { subject, steps } = entry
      if (subject.kind === 'project') return []
      const { number, title } = subject
      return [{ number, title, entry, steps: new Map(steps.map((step) => [step.kind, step])) }]
    })
    .toSorted((a, b) => b.number - a.number)
}

/** The rows that match, in their order; those without a length stand last whichever way they are sorted. */
export function selectStepRows(
  rows: readonly StepRow[],
  { stage, sort, isAscending }: StepFilter,
): readonly StepRow[] {
  const matching = stage === undefined ? rows : rows.filter(({ entry }) => entry.stage === stage)
  const turn = isAscending ? 1 : -1
  return matching.toSorted((a, b) => {
    const [first, second] = [rankOf(a, sort), rankOf(b, sort)]
    if (first !== undefined && second !== undefined && first !== second) {
      return turn * (first - second)
    }
    if ((first === undefined) !== (second === undefined)) return first === undefined ? 1 : -1
    return b.number - a.number
  })
}

function rankOf(row: StepRow, sort: StepSort): number | undefined {
  if (sort === 'aep') return row.number
  if (sort === 'stage') return PIPELINE_STAGES.indexOf(row.entry.stage)
  const length = row.steps.get(sort)?.length
  return length === undefined || length.kind === 'unknown' ? undefined : length.days
}
