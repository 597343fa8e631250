import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { type MeasuredMarket, useMarketMetrics } from '../../queries/market/use-market-metrics.ts'
import { ConcentrationTable } from '../../ui/market/ConcentrationTable.tsx'
import { DefinitionsList } from '../../ui/market/DefinitionsList.tsx'
import { MarketProgress } from '../../ui/market/MarketProgress.tsx'
import { MarketTabs } from '../../ui/market/MarketTabs.tsx'
import { MarketUnavailable } from '../../ui/market/MarketUnavailable.tsx'
import { PageTitle, Section } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { useNow } from '../../ui/use-now.ts'
import { ProvidersLede } from './ProvidersLede.tsx'
import { ProvidersSkeleton } from './ProvidersSkeleton.tsx'
import { ProvidersTable } from './ProvidersTable.tsx'

/** `/market/providers`: who provides, how much, and how concentrated it is. */
export function ProvidersView() {
  const { measured, error, retry } = useMarketMetrics({ isWhole: false })
  useDocumentTitle('Providers')
  const running = measured?.market.running
  return (
    <>
      <PageTitle>Providers</PageTitle>
      <MarketTabs current="providers" />
      {measured !== undefined && running?.kind === 'known' ? (
        <Standing measured={measured} />
      ) : running?.kind === 'failed' ? (
        <MarketUnavailable failure={running.failure} onRetry={retry} />
      ) : error !== null ? (
        <MarketUnavailable failure={describeQueryFailure(error)} onRetry={retry} />
      ) : (
        <ProvidersSkeleton />
      )}
    </>
  )
}

function Standing({ measured: { market, metrics } }: { readonly measured: MeasuredMarket }) {
  const chain = useChain()
  const now = useNow(chain.now, 30_000)
  if (metrics === undefined || market.running.kind !== 'known') return <ProvidersSkeleton />
  const shown = { market, metrics, source: market.running.source, now }
  return (
    <>
      <ProvidersLede {...shown} />
      <MarketProgress label="active leases" list={market.leases.active} />
      <MarketProgress label="reclaiming leases" list={market.leases.reclaiming} />
      <ProvidersTable {...shown} />
      <Section title="Concentration">
        <ConcentrationTable side="providers" {...shown} />
      </Section>
      <DefinitionsList
        metrics={[
          'providers',
          'providersWithLeases',
          'activeLeases',
          'reclaimingLeases',
          'leasedGpus',
          'runRate',
          'shareOfLeases',
          'shareOfGpus',
          'shareOfRunRate',
          'topShare',
          'hhi',
          'gini',
        ]}
      />
      <SourceNote source={shown.source} now={now} />
    </>
  )
}
