import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { CountChart } from '../../ui/charts/market/CountChart.tsx'
import { formatBin } from '../../ui/charts/market/format-bin.ts'
import { formatBlocksAbout } from '../../ui/market/BlocksText.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { RunwayChart } from './RunwayChart.tsx'
import { StateChart } from './StateChart.tsx'
import type { ShownMarket } from './shown-market.ts'

/** In which state leases are, how old they are, and how long their funds last. */
export function LeaseCharts(shown: ShownMarket) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 md:grid-cols-2 xl:grid-cols-3">
      <StateChart {...shown} />
      <AgeChart {...shown} />
      <RunwayChart {...shown} />
    </div>
  )
}

function AgeChart({ market, metrics, source, now }: ShownMarket) {
  const { bins, blocks, contradictory } = metrics.ages
  if (bins === undefined) {
    return <p className="text-s text-ink-2">Ages: the block time is not known.</p>
  }
  const blockTime = market.blockTime.kind === 'known' ? market.blockTime.value : undefined
  return (
    <CountChart
      title="Age of active leases"
      unit="leases"
      of="Age"
      name="lease-age"
      rows={bins.map((bin) => ({
        key: bin.from.toString(),
        label: formatBin(bin),
        count: bin.count,
      }))}
      metrics={['leaseAge']}
      source={source}
      now={now}
    >
      {blocks.kind === 'known' && (
        <p className="text-xs text-ink-2">
          Median{' '}
          <MetricFigure metric="leaseAge" source={source} now={now}>
            {formatInteger(blocks.median)} blocks
          </MetricFigure>
          , {formatBlocksAbout(blocks.median, blockTime)} at the block time of now.
          {contradictory > 0 &&
            ` ${formatCount(contradictory, 'lease')} created after this height ${contradictory === 1 ? 'is' : 'are'} left out.`}
        </p>
      )}
    </CountChart>
  )
}
