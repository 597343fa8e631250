import { formatInteger } from '../../domain/format-integer.ts'
import { isHoldingKnown } from '../../domain/market/metrics/leased-resources.ts'
import type { MeasuredMarket } from '../../queries/market/use-market-metrics.ts'
import { HeldFigure } from '../../ui/market/HeldFigure.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { SteadyLede } from '../../ui/market/SteadyLede.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

/** What runs, in a sentence. */
export function LeasesLede({ market, metrics, now }: MeasuredMarket & { readonly now: Date }) {
  if (metrics === undefined || market.running.kind !== 'known') {
    return (
      <SteadyLede>
        <Skeleton label="the leases" widthClass="w-4/5" />
      </SteadyLede>
    )
  }
  const { source } = market.running
  const { active, reclaiming } = metrics.active
  const isWhole = market.running.value.isComplete
  return (
    <SteadyLede>
      <b>
        <MetricFigure metric="activeLeases" source={source} now={now}>
          {formatInteger(active)}
        </MetricFigure>{' '}
        {active === 1 ? 'lease is' : 'leases are'} active
      </b>
      {!isWhole && ' among those read so far'},{' '}
      <MetricFigure metric="reclaimingLeases" source={source} now={now}>
        {formatInteger(reclaiming)}
      </MetricFigure>{' '}
      of them being reclaimed, of{' '}
      <MetricFigure metric="providersWithLeases" source={source} now={now}>
        {formatInteger(metrics.providers.holders.length)}
      </MetricFigure>{' '}
      {metrics.providers.holders.length === 1 ? 'provider' : 'providers'} to{' '}
      <MetricFigure metric="tenants" source={source} now={now}>
        {formatInteger(metrics.tenants.holders.length)}
      </MetricFigure>{' '}
      {metrics.tenants.holders.length === 1 ? 'tenant' : 'tenants'};{' '}
      {isHoldingKnown(metrics.resources) ? (
        <>
          <HeldFigure metric="gpuLeases" source={source} now={now} of={metrics.resources}>
            {formatInteger(metrics.resources.gpuLeases)}
          </HeldFigure>{' '}
          {metrics.resources.gpuLeases === 1 ? 'has' : 'have'} GPUs.
        </>
      ) : (
        'how many have GPUs is not known.'
      )}
    </SteadyLede>
  )
}
