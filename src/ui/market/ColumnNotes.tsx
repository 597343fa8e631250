import { Fragment, type ReactNode } from 'react'
import type { MetricId } from '../../domain/market/metrics/metric.ts'
import type { Source } from '../../domain/source.ts'
import { MetricFigure } from './MetricFigure.tsx'

export interface ColumnNote {
  /** The heading of the column, word for word. */
  readonly header: string
  readonly metric: MetricId
  readonly note?: ReactNode
}

export interface ColumnNotesProps {
  /** The label of the table. */
  readonly of: string
  readonly columns: readonly ColumnNote[]
  readonly source: Source
  readonly now: Date
}

/** What the columns of a long table say, for all their cells at once: each heading opens its definition and origin. */
export function ColumnNotes({ of, columns, source, now }: ColumnNotesProps) {
  return (
    <p data-columns-of={of} className="mb-1 text-xs text-ink-3">
      What the columns say:{' '}
      {columns.map(({ header, metric, note }, index) => (
        <Fragment key={header}>
          {index > 0 && ' · '}
          <MetricFigure metric={metric} source={source} now={now} note={note}>
            {header}
            <span className="sr-only">: what it says</span>
          </MetricFigure>
        </Fragment>
      ))}
    </p>
  )
}
