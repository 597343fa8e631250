import { formatInteger } from '../../../domain/format-integer.ts'
import type { MetricId } from '../../../domain/market/metrics/metric.ts'
import type { Source } from '../../../domain/source.ts'
import { ChartFigure } from './ChartFigure.tsx'

export interface CountRow {
  readonly key: string
  /** Safe to show. */
  readonly label: string
  readonly count: number
  readonly isQuiet?: boolean
}

export interface CountChartProps {
  readonly title: string
  /** What is counted, in the plural. */
  readonly unit: string
  /** Heading of the labels in the table. */
  readonly of: string
  readonly name: string
  readonly rows: readonly CountRow[]
  readonly metrics: readonly MetricId[]
  readonly source: Source
  readonly now: Date
  readonly children?: React.ReactNode
}

/** How many there are of each kind. */
export function CountChart({ rows, of, unit, ...rest }: CountChartProps) {
  return (
    <ChartFigure
      {...rest}
      unit={unit}
      rows={rows.map(({ key, label, count, isQuiet = false }) => ({
        key,
        label,
        value: count,
        text: formatInteger(count),
        isQuiet,
      }))}
      table={{
        header: [of, unit],
        rows: rows.map(({ label, count }) => [label, formatInteger(count)]),
        file: [[of, unit], ...rows.map(({ label, count }) => [label, count.toString()])],
      }}
    />
  )
}
