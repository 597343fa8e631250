import type { ReactNode } from 'react'
import { formatInteger } from '../../domain/format-integer.ts'
import type { MetricId } from '../../domain/market/metrics/metric.ts'
import type { UnitPrice } from '../../domain/market/metrics/unit-price.ts'
import type { Source } from '../../domain/source.ts'
import { FigureTable } from '../../ui/market/FigureTable.tsx'
import { HourPrice, type HourPriceProps } from '../../ui/market/HourPrice.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'

export interface HourPriceRow {
  readonly key: string
  readonly name: ReactNode
  readonly price: UnitPrice
  /** Safe to show: whose price it is, as a sentence begins with it. */
  readonly note: string
}

export interface HourPriceTableProps {
  readonly label: string
  /** What the rows are named by. */
  readonly head: string
  readonly metric: HourPriceProps['metric']
  /** What an hour is paid of. */
  readonly unit: {
    readonly label: string
    readonly metric: MetricId
    readonly format: (units: bigint) => string
  }
  readonly rows: readonly HourPriceRow[]
  readonly source: Source
  readonly now: Date
}

/** What leases pay for an hour of one unit: how many leases, how many units, and how their prices lie. */
export function HourPriceTable(props: HourPriceTableProps) {
  const { label, head, metric, unit, rows, source, now } = props
  const figure = { source, now }
  return (
    <FigureTable
      label={label}
      header={[head, 'Leases', unit.label, 'P10', 'Median', 'P90']}
      rows={rows.map(({ key, name, price: { denom, units, perBlock, perHour }, note }) => ({
        key,
        name,
        cells: [
          <MetricFigure key="leases" metric={metric} {...figure} note="Leases in the price.">
            {formatInteger(perBlock.kind === 'known' ? perBlock.count : 0)}
          </MetricFigure>,
          <MetricFigure
            key="units"
            metric={unit.metric}
            {...figure}
            note={`${unit.label} of the leases in the price.`}
          >
            {unit.format(units)}
          </MetricFigure>,
          ...(['p10', 'median', 'p90'] as const).map((part) => (
            <HourPrice key={part} {...{ metric, part, denom, note }} of={perHour} {...figure} />
          )),
        ],
      }))}
    />
  )
}
