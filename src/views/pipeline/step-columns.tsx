import {
  formatEntered,
  formatPipelineStage,
  formatPipelineStep,
  formatStepLength,
} from '../../domain/link/pipeline/describe-pipeline.ts'
import { PIPELINE_STEPS, type PipelineStep } from '../../domain/link/pipeline/pipeline.ts'
import { AepTitle } from '../../ui/aep/AepTitle.tsx'
import { PhoneLabel } from '../../ui/table/PhoneLabel.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import type { StepRow } from './step-rows.ts'

/** An AEP, where it stands, and the days of each step; `sort` of the URL names them by id. */
export const STEP_COLUMNS: readonly TableColumn<StepRow>[] = [
  {
    id: 'aep',
    header: 'AEP',
    isRowHeader: true,
    isSortable: true,
    className: 'max-sm:col-span-2',
    render: ({ number, title }) => (
      <>
        <span className="whitespace-nowrap">AEP-{number}</span>
        {title !== undefined && (
          <>
            {' '}
            <AepTitle title={title} limit={90} />
          </>
        )}
      </>
    ),
  },
  {
    id: 'stage',
    header: 'Stage',
    isSortable: true,
    className: 'sm:w-28 xl:w-44 max-sm:col-span-2',
    render: ({ entry: { stage, entered } }) => (
      <span title={entered.kind === 'unknown' ? entered.reason : undefined}>
        {formatPipelineStage(stage)}
        <small className="block text-xs text-ink-3">{formatEntered(entered)}</small>
      </span>
    ),
  },
  ...PIPELINE_STEPS.map(
    (kind): TableColumn<StepRow> => ({
      id: kind,
      header: formatPipelineStep(kind),
      align: 'end',
      isSortable: true,
      className: 'sm:w-16 md:w-20 lg:w-26 xl:w-30',
      render: ({ steps }) => {
        const step = steps.get(kind)
        return step === undefined ? null : (
          <>
            <PhoneLabel>{formatPipelineStep(kind)}</PhoneLabel>
            <LengthText step={step} />
          </>
        )
      },
    }),
  ),
]

function LengthText({ step: { from, to, length } }: { readonly step: PipelineStep }) {
  if (length.kind === 'unknown') {
    return (
      <span className="text-ink-3" title={length.reason}>
        {formatStepLength(length)}
      </span>
    )
  }
  return (
    <span
      className={length.kind === 'running' ? 'text-ink-2' : undefined}
      title={`${from ?? ''} to ${to ?? 'today'}`}
    >
      {formatStepLength(length)}
    </span>
  )
}
