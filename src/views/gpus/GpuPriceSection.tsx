import { formatDenom } from '../../domain/amount.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Source } from '../../domain/source.ts'
import { Section } from '../../ui/page/Heading.tsx'
import { HourPriceTable } from './HourPriceTable.tsx'

const UNIT = { label: 'GPUs', metric: 'leasedGpus', format: formatInteger } as const

/** What running leases pay for an hour of one GPU, by model and denomination. */
export function GpuPriceSection({
  metrics: { gpuPrices },
  source,
  now,
}: {
  readonly metrics: MarketMetrics
  readonly source: Source
  readonly now: Date
}) {
  const { prices, mixed, notKnown } = gpuPrices
  return (
    <Section title="Price of a GPU-hour" aside="of live leases, not offers">
      <p className="mb-2 max-w-measure text-s text-ink-2">
        A lease is paid as a whole: its CPU, memory, storage and endpoints are in these prices. Only
        leases whose GPUs are all of one model are counted
        {mixed > 0 && `; ${formatCount(mixed, 'lease')} with several models or any are left out`}
        {notKnown > 0 && `; of ${formatCount(notKnown, 'lease')} the resources are not known`}.
      </p>
      {prices.length === 0 ? (
        <p className="text-s text-ink-2">No active lease has GPUs of one model only.</p>
      ) : (
        <HourPriceTable
          label="Price per GPU-hour by model"
          head="Model"
          metric="gpuHourPrice"
          unit={UNIT}
          rows={prices.map((price) => {
            const [model, vendor] = [price.model, price.vendor].map((word) =>
              sanitizeChainText(word),
            )
            return {
              key: `${price.vendor}/${price.model}/${price.denom}`,
              name: (
                <>
                  {model} <span className="text-xs text-ink-3">{vendor}</span>
                </>
              ),
              price,
              note: `${model}, paid in ${sanitizeChainText(formatDenom(price.denom))}`,
            }
          })}
          source={source}
          now={now}
        />
      )}
    </Section>
  )
}
