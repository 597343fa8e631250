import { useMemo } from 'react'
import { DEC_ONE, formatDec } from '../../../domain/decimal.ts'
import { sanitizeChainText } from '../../../domain/format-chain-text.ts'
import { formatInteger } from '../../../domain/format-integer.ts'
import { formatShare } from '../../../domain/format-share.ts'
import { shortenAddress } from '../../../domain/format-shortened.ts'
import { computeLorenz, type LorenzCurve } from '../../../domain/market/lorenz.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { LorenzDrawing } from './LorenzDrawing.tsx'
import type { ShareChartProps } from './ShareChart.tsx'

/** How unequally a measure is held on one side of the market; nothing where nobody holds any of it, or nobody knows who. */
export function LorenzChart({ side, measure, source, now }: ShareChartProps) {
  const { concentration, label, id } = measure
  const ranked = concentration.kind === 'known' ? concentration.ranked : undefined
  const curve = useMemo(() => ranked && computeLorenz(ranked), [ranked])
  if (curve === undefined || concentration.kind !== 'known') return null
  const title = `${label} among ${side}`
  return (
    <ChartFrame
      title={title}
      unit="Lorenz curve"
      name={`lorenz-${side}-by-${id.replaceAll(/[^a-z]/gi, '-')}`}
      draw={(drawingRef) => (
        <LorenzDrawing
          {...{ title, side, curve, drawingRef }}
          gini={concentration.gini.toFixed(2)}
        />
      )}
      table={{
        header: ['Smallest', 'Up to', 'Of all', 'Hold together'],
        rows: pointsOf(curve).map(({ holders, last, weight }) => [
          formatInteger(holders),
          shortenAddress(sanitizeChainText(last.name)),
          formatShare(BigInt(holders), BigInt(curve.holders)) ?? '',
          formatShare(weight, curve.total) ?? '',
        ]),
        file: [
          [
            'smallest',
            'address',
            'weight',
            'share_of_holders',
            'weight_together',
            'share_together',
          ],
          ...pointsOf(curve).map(({ holders, last, weight }) => [
            holders.toString(),
            last.name,
            last.weight.toString(),
            formatDec((BigInt(holders) * DEC_ONE) / BigInt(curve.holders)),
            weight.toString(),
            formatDec((weight * DEC_ONE) / curve.total),
          ]),
        ],
      }}
      metrics={['lorenz', 'gini']}
      source={source}
      now={now}
    />
  )
}

/** The points at which somebody comes in: all but the first. */
function pointsOf({ points }: LorenzCurve) {
  return points.flatMap(({ last, ...point }) => (last === undefined ? [] : [{ ...point, last }]))
}
