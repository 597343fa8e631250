import { formatDenom } from '../../domain/amount.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Source } from '../../domain/source.ts'
import { FigureTable } from '../../ui/market/FigureTable.tsx'
import { HourPrice } from '../../ui/market/HourPrice.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { Section } from '../../ui/page/Heading.tsx'

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
      <FigureTable
        label="Price per GPU-hour by model"
        header={['Model', 'Leases', 'GPUs', 'P10', 'Median', 'P90']}
        rows={prices.map(({ vendor, model, denom, units, perBlock, perHour }) => ({
          key: `${vendor}/${model}/${denom}`,
          name: (
            <>
              {sanitizeChainText(model)}{' '}
              <span className="text-xs text-ink-3">{sanitizeChainText(vendor)}</span>
            </>
          ),
          cells: [
            <MetricFigure
              key="n"
              metric="gpuHourPrice"
              source={source}
              now={now}
              note="Leases in the price."
            >
              {formatInteger(perBlock.kind === 'known' ? perBlock.count : 0)}
            </MetricFigure>,
            <MetricFigure
              key="gpus"
              metric="leasedGpus"
              source={source}
              now={now}
              note="GPUs of the leases in the price."
            >
              {formatInteger(units)}
            </MetricFigure>,
            ...(['p10', 'median', 'p90'] as const).map((part) => (
              <HourPrice
                key={part}
                metric="gpuHourPrice"
                of={perHour}
                part={part}
                denom={denom}
                source={source}
                now={now}
                note={`${sanitizeChainText(model)}, paid in ${sanitizeChainText(formatDenom(denom))}`}
              />
            )),
          ],
        }))}
      />
    </Section>
  )
}
