import { formatCount } from '../../domain/format-integer.ts'
import { CountChart } from '../../ui/charts/market/CountChart.tsx'
import { formatBin } from '../../ui/charts/market/format-bin.ts'
import { MarketProgress } from '../../ui/market/MarketProgress.tsx'
import type { ShownMarket } from './shown-market.ts'

/** How long the funds of active deployments last. */
export function RunwayChart({ market, metrics, now }: ShownMarket) {
  const { active } = market.deployments
  const { runways } = metrics
  if (runways?.bins === undefined || active.kind !== 'known') {
    return (
      <div>
        <p className="text-s">How long funds last is not known yet, or cannot be.</p>
        <MarketProgress label="deployments with their escrow" list={active} />
      </div>
    )
  }
  const { bins, out, noCharge, notKnown } = runways
  return (
    <CountChart
      title="Runway of active deployments"
      unit="deployments"
      of="Funds last"
      name="runway"
      rows={[
        { key: 'out', label: 'out of funds', count: out },
        ...bins.map((bin) => ({
          key: bin.from.toString(),
          label: formatBin(bin),
          count: bin.count,
        })),
      ]}
      metrics={['runway']}
      source={active.source}
      now={now}
    >
      <p className="text-xs text-ink-2">
        {formatCount(noCharge, 'deployment')} with nothing to pay {noCharge === 1 ? 'is' : 'are'}{' '}
        not in it
        {notKnown > 0 && `; of ${formatCount(notKnown, 'deployment')} the account is not known`}.
      </p>
    </CountChart>
  )
}
