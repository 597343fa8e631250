import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatDecAmount, formatExactDecAmount } from '../../domain/format-dec-amount.ts'
import { formatCount } from '../../domain/format-integer.ts'
import type { Distribution } from '../../domain/market/metrics/distribution.ts'
import type { Source } from '../../domain/source.ts'
import { FEW_LEASES } from './few-leases.ts'
import { MetricFigure } from './MetricFigure.tsx'

export interface HourPriceProps {
  readonly metric: 'gpuHourPrice' | 'cpuHourPrice'
  /** undefined while the block time is not known. */
  readonly of: Distribution | undefined
  readonly part: 'p10' | 'median' | 'p90'
  readonly denom: string
  readonly source: Source
  readonly now: Date
  readonly note: string
}

/** One of the percentiles of a price an hour; of few leases it says so. */
export function HourPrice({ metric, of, part, denom, source, now, note }: HourPriceProps) {
  if (of === undefined) return <span className="text-ink-3">not known</span>
  if (of.kind === 'none') return <span className="text-ink-3">none</span>
  const amount = { denom, amount: of[part] }
  const isFew = of.count < FEW_LEASES && part !== 'median'
  const exact = sanitizeChainText(formatExactDecAmount(amount))
  return (
    <MetricFigure
      metric={metric}
      source={source}
      now={now}
      note={`${note}: ${exact} an hour.${of.count < FEW_LEASES ? ` Of ${formatCount(of.count, 'lease')} only, so it says little.` : ''}`}
    >
      <span className={isFew ? 'text-ink-3' : undefined}>
        {sanitizeChainText(formatDecAmount(amount, 'all'))}
        {isFew && ' (few)'}
      </span>
    </MetricFigure>
  )
}
