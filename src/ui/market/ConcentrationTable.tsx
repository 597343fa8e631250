import { formatInteger } from '../../domain/format-integer.ts'
import { topShareOf } from '../../domain/market/metrics/concentration.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Source } from '../../domain/source.ts'
import { FigureTable } from './FigureTable.tsx'
import { formatFloatShare } from './format-float-share.ts'
import { MetricFigure } from './MetricFigure.tsx'
import { type SharedMeasure, sharedMeasures } from './share-holders.ts'

export interface ConcentrationTableProps {
  readonly side: 'providers' | 'tenants'
  readonly metrics: Pick<MarketMetrics, 'providers' | 'tenants' | 'resources'>
  readonly source: Source
  readonly now: Date
}

const TOPS = [1, 5, 10] as const

/** How much the largest hold, with the two usual indices, by every measure. */
export function ConcentrationTable({ side, metrics, source, now }: ConcentrationTableProps) {
  const cellsOf = ({ concentration, label }: SharedMeasure) => {
    if (concentration.kind !== 'known') {
      return Array<string>(TOPS.length + 2).fill(
        concentration.kind === 'none' ? 'none' : 'not known',
      )
    }
    const figure = { source, now }
    return [
      ...TOPS.map((top) => (
        <MetricFigure key={top} metric="topShare" {...figure} note={`N is ${top}. ${label}.`}>
          {formatFloatShare(topShareOf(concentration, top) ?? 0)}
        </MetricFigure>
      )),
      <MetricFigure key="hhi" metric="hhi" {...figure} note={label}>
        {formatInteger(Math.round(concentration.hhi))}
      </MetricFigure>,
      <MetricFigure key="gini" metric="gini" {...figure} note={label}>
        {concentration.gini.toFixed(2)}
      </MetricFigure>,
    ]
  }
  return (
    <FigureTable
      label={`Concentration among ${side}`}
      header={[
        `Among ${side}, by`,
        ...TOPS.map((top) => (top === 1 ? 'Largest' : `Largest ${top}`)),
        'HHI',
        'Gini',
      ]}
      rows={sharedMeasures(metrics, side).map((measure) => ({
        key: measure.id,
        name: measure.label,
        cells: cellsOf(measure),
      }))}
    />
  )
}
