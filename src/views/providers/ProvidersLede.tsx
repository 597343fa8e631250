import { formatInteger } from '../../domain/format-integer.ts'
import type { Market } from '../../domain/market/market.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Source } from '../../domain/source.ts'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { SteadyLede } from '../../ui/market/SteadyLede.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { FigureText } from '../../ui/state/FigureText.tsx'

/** How many provide, and what the chain cannot say of them. */
export function ProvidersLede({
  market: { providers },
  metrics: { providerCount },
  source,
  now,
}: {
  readonly market: Market
  readonly metrics: MarketMetrics
  readonly source: Source
  readonly now: Date
}) {
  const { withLeases, unregistered = 0 } = providerCount
  return (
    <>
      <SteadyLede>
        <b>
          <MetricFigure metric="providersWithLeases" source={source} now={now}>
            {formatInteger(withLeases)}
          </MetricFigure>{' '}
          of{' '}
          <FigureText figure={providers} label="the number of providers" widthClass="w-8">
            {(list, from) => (
              <MetricFigure metric="providers" source={from} now={now}>
                {formatInteger(list.length)}
              </MetricFigure>
            )}
          </FigureText>{' '}
          registered providers have an active lease.
        </b>{' '}
        {unregistered > 0 && (
          <>
            <MetricFigure
              metric="providersWithLeases"
              source={source}
              now={now}
              note="Those with an active lease that the provider module does not list."
            >
              {formatInteger(unregistered)}
            </MetricFigure>{' '}
            of these {unregistered === 1 ? 'is' : 'are'} not on the chain’s list any more.{' '}
          </>
        )}
        Whether a provider is online, and what it has free, is not on the chain.
      </SteadyLede>
      {providers.kind === 'failed' && (
        <FailureMessage
          failure={providers.failure}
          title="The list of providers could not be read; below are those seen in leases"
        />
      )}
    </>
  )
}
