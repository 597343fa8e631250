import { composeCsvFile, type ExportFile } from '../../domain/export-file.ts'
import { PIPELINE_STEPS } from '../../domain/link/pipeline/pipeline.ts'
import type { Day } from '../../domain/registry/aep.ts'
import type { StepRow } from './step-rows.ts'

const HEADER = [
  'aep',
  'title',
  'stage',
  'enteredOn',
  'enteredIs',
  ...PIPELINE_STEPS.flatMap((kind) => [`${kind} days`, `${kind} is`]),
  'chainId',
  'measuredOn',
]

export interface PipelineOrigin {
  readonly chainId: string
  /** UTC; what is not over is measured up to it. */
  readonly day: Day
}

/** The AEPs shown with the days of their steps; `is` tells known, running and unknown ones and those never begun apart. */
export function composePipelineCsv(
  rows: readonly StepRow[],
  { chainId, day }: PipelineOrigin,
): ExportFile {
  const cells = rows.map(({ number, title = '', entry: { stage, entered }, steps }) => [
    number.toString(),
    title,
    stage,
    entered.kind === 'unknown' ? '' : entered.day,
    { on: 'exact', by: 'or before', unknown: 'not known' }[entered.kind],
    ...PIPELINE_STEPS.flatMap((kind) => {
      const length = steps.get(kind)?.length
      if (length === undefined) return ['', 'not begun']
      return length.kind === 'unknown' ? ['', 'not known'] : [length.days.toString(), length.kind]
    }),
    chainId,
    day,
  ])
  return composeCsvFile(chainId, `pipeline-${chainId}-${day}`, [HEADER, ...cells])
}
