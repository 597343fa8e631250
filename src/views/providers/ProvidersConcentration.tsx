import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Source } from '../../domain/source.ts'
import { LorenzChart } from '../../ui/charts/market/LorenzChart.tsx'
import { ConcentrationTable } from '../../ui/market/ConcentrationTable.tsx'
import { sharedMeasures } from '../../ui/market/share-holders.ts'
import { Section } from '../../ui/page/Heading.tsx'

/** How much of the market a few providers hold: in figures, and as curves of leases, GPUs and the run-rate. */
export function ProvidersConcentration({
  metrics,
  source,
  now,
}: {
  readonly metrics: MarketMetrics
  readonly source: Source
  readonly now: Date
}) {
  const measures = sharedMeasures(metrics, 'providers')
  // Of the run-rate in dollars, where there is one: the denominations follow it.
  const runRate = measures.find(({ metric }) => metric === 'shareOfRunRate')
  const drawn = measures.filter(
    (measure) => measure.metric !== 'shareOfRunRate' || measure === runRate,
  )
  return (
    <Section title="Concentration">
      <ConcentrationTable side="providers" metrics={metrics} source={source} now={now} />
      <div className="mt-6 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {drawn.map((measure) => (
          <LorenzChart
            key={measure.id}
            side="providers"
            measure={measure}
            source={source}
            now={now}
          />
        ))}
      </div>
    </Section>
  )
}
