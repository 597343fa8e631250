import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { formatPipelineStep } from '../../domain/link/pipeline/describe-pipeline.ts'
import type { StepMedian } from '../../domain/link/pipeline/pipeline.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { formatDays } from './format-days.ts'
import type { StepRow } from './step-rows.ts'
import { computeStrip, findLongest, percentOf } from './strip-geometry.ts'

/** The median of each step with its cases; beside it every known length as a dot, all to one scale. */
export function StepMedians({
  medians,
  rows,
}: {
  readonly medians: readonly StepMedian[]
  readonly rows: readonly StepRow[]
}) {
  const longest = findLongest(rows)
  return (
    <>
      <DataTable
        label="Median length of each step"
        columns={columnsOf(rows, longest)}
        rows={medians}
        getKey={({ kind }) => kind}
        phoneRowClass="max-sm:grid-cols-[minmax(0,1fr)_auto]"
        isFixed
      />
      <p className="mt-2 max-w-measure text-xs text-ink-3">
        Each dot is an AEP whose days are on record, each bar the median of them; the scale ends at{' '}
        {formatCount(longest, 'day')}. Steps that run still and lengths that are not known are
        counted and left out of the median. Documents have a history from 2025-01-13 on: when an
        older one changed its status is not on record. Days are from UTC day to UTC day.
      </p>
    </>
  )
}

function columnsOf(rows: readonly StepRow[], longest: number): readonly TableColumn<StepMedian>[] {
  return [
    {
      id: 'step',
      header: 'Step',
      isRowHeader: true,
      className: 'sm:w-40 lg:w-60',
      render: ({ kind }) => formatPipelineStep(kind),
    },
    {
      id: 'median',
      header: 'Median',
      align: 'end',
      className: 'sm:w-20 lg:w-28 font-semibold',
      render: ({ medianDays }) =>
        medianDays === undefined ? (
          <span className="font-normal text-ink-3">not known</span>
        ) : (
          formatDays(medianDays)
        ),
    },
    {
      id: 'cases',
      header: 'Cases',
      className: 'sm:w-40 lg:w-64 max-sm:col-span-2',
      render: ({ cases, running, unknown }) => (
        <>
          {formatCount(cases, 'case')}
          <span className="text-ink-3">
            {running > 0 && `, ${formatInteger(running)} still running`}
            {unknown > 0 && `, ${formatInteger(unknown)} not known`}
          </span>
        </>
      ),
    },
    {
      id: 'strip',
      header: 'Each AEP a dot',
      className: 'max-sm:col-span-2',
      render: ({ kind, medianDays }) => (
        <span aria-hidden="true" className="relative my-1 block h-4 border-b border-rule-strong">
          {computeStrip(rows, kind, longest).map(({ number, days, percent }) => (
            <span
              key={number}
              title={`AEP-${number}: ${formatDays(days)}`}
              className="absolute bottom-[-4px] -ms-1 size-2 rounded-full bg-ink opacity-60"
              style={{ insetInlineStart: `${percent}%` }}
            />
          ))}
          {medianDays !== undefined && (
            <span
              className="absolute inset-y-0 -ms-px w-0.5 bg-accent"
              style={{ insetInlineStart: `${percentOf(medianDays, longest)}%` }}
            />
          )}
        </span>
      ),
    },
  ]
}
