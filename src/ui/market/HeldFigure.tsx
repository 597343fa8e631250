import { isHoldingKnown, type LeasedTotals } from '../../domain/market/metrics/leased-resources.ts'
import { MetricFigure, type MetricFigureProps } from './MetricFigure.tsx'

export interface HeldFigureProps extends MetricFigureProps {
  readonly of: Pick<LeasedTotals, 'leases' | 'from'>
}

/** A figure of what leases hold, which is no zero where neither bids nor orders could be read. */
export function HeldFigure({ of, ...figure }: HeldFigureProps) {
  return isHoldingKnown(of) ? (
    <MetricFigure {...figure} />
  ) : (
    <span className="text-ink-3">not known</span>
  )
}
