import { formatDenom } from '../../domain/amount.ts'
import { formatVcpus } from '../../domain/format-binary-bytes.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Source } from '../../domain/source.ts'
import { FigureTable } from '../../ui/market/FigureTable.tsx'
import { HourPrice } from '../../ui/market/HourPrice.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { Section } from '../../ui/page/Heading.tsx'

/** What leases without a GPU pay for an hour of one vCPU. */
export function CpuPriceSection({
  metrics: { cpuPrices },
  source,
  now,
}: {
  readonly metrics: MarketMetrics
  readonly source: Source
  readonly now: Date
}) {
  return (
    <Section title="Price of a vCPU-hour" aside="of leases without a GPU">
      {cpuPrices.prices.length === 0 ? (
        <p className="text-s text-ink-2">No active lease is without a GPU.</p>
      ) : (
        <FigureTable
          label="Price per vCPU-hour by denomination"
          header={['Paid in', 'Leases', 'vCPUs', 'P10', 'Median', 'P90']}
          rows={cpuPrices.prices.map(({ denom, units, perBlock, perHour }) => {
            const ticker = sanitizeChainText(formatDenom(denom))
            return {
              key: denom,
              name: ticker,
              cells: [
                <MetricFigure
                  key="n"
                  metric="cpuHourPrice"
                  source={source}
                  now={now}
                  note="Leases in the price."
                >
                  {formatInteger(perBlock.kind === 'known' ? perBlock.count : 0)}
                </MetricFigure>,
                <MetricFigure
                  key="vcpus"
                  metric="leasedCpu"
                  source={source}
                  now={now}
                  note="vCPUs of the leases in the price."
                >
                  {formatVcpus(units)}
                </MetricFigure>,
                ...(['p10', 'median', 'p90'] as const).map((part) => (
                  <HourPrice
                    key={part}
                    metric="cpuHourPrice"
                    of={perHour}
                    part={part}
                    denom={denom}
                    source={source}
                    now={now}
                    note={`Paid in ${ticker}`}
                  />
                )),
              ],
            }
          })}
        />
      )}
    </Section>
  )
}
