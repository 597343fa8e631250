import { formatDenom } from '../../domain/amount.ts'
import { formatVcpus } from '../../domain/format-binary-bytes.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount } from '../../domain/format-integer.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Source } from '../../domain/source.ts'
import { Section } from '../../ui/page/Heading.tsx'
import { HourPriceTable } from './HourPriceTable.tsx'

const UNIT = { label: 'vCPUs', metric: 'leasedCpu', format: formatVcpus } as const

/** What leases without a GPU pay for an hour of one vCPU. */
export function CpuPriceSection({
  metrics: {
    cpuPrices: { prices, notKnown },
  },
  source,
  now,
}: {
  readonly metrics: MarketMetrics
  readonly source: Source
  readonly now: Date
}) {
  return (
    <Section title="Price of a vCPU-hour" aside="of leases without a GPU">
      {prices.length === 0 ? (
        <p className="text-s text-ink-2">
          No active lease is without a GPU
          {notKnown > 0 &&
            `, as far as is known: of ${formatCount(notKnown, 'lease')} the resources are not`}
          .
        </p>
      ) : (
        <HourPriceTable
          label="Price per vCPU-hour by denomination"
          head="Paid in"
          metric="cpuHourPrice"
          unit={UNIT}
          rows={prices.map((price) => {
            const ticker = sanitizeChainText(formatDenom(price.denom))
            return { key: price.denom, name: ticker, price, note: `Paid in ${ticker}` }
          })}
          source={source}
          now={now}
        />
      )}
    </Section>
  )
}
