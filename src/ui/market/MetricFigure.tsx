import type { ReactNode } from 'react'
import type { MetricId } from '../../domain/market/metrics/metric.ts'
import { METRIC_DEFINITIONS } from '../../domain/market/metrics/metric-definitions.ts'
import type { Source } from '../../domain/source.ts'
import { Popover } from '../overlay/Popover.tsx'
import { MetricNote } from './MetricNote.tsx'

export interface MetricFigureProps {
  readonly metric: MetricId
  readonly source: Source
  readonly now: Date
  /** The number as it is shown. */
  readonly children: ReactNode
  /** Of this very number: what is not in it, or what it was computed with. */
  readonly note?: ReactNode
}

/** A number of the market that says, when asked, how it is defined, by which queries, at which height, from which node. */
export function MetricFigure({ metric, source, now, children, note }: MetricFigureProps) {
  return (
    <span data-metric={metric}>
      <Popover
        trigger={children}
        label={`What it says: ${METRIC_DEFINITIONS[metric].label}`}
        isDeferred
        className="-my-1 tabular underline decoration-rule-strong decoration-dotted underline-offset-4 hover:decoration-current"
      >
        <MetricNote metric={metric} source={source} now={now} note={note} />
      </Popover>
    </span>
  )
}
