import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { type MeasuredMarket, useMarketMetrics } from '../../queries/market/use-market-metrics.ts'
import { DefinitionsList } from '../../ui/market/DefinitionsList.tsx'
import { failureOfList } from '../../ui/market/failure-of-list.ts'
import { isBeingRead } from '../../ui/market/MarketReading.tsx'
import { MarketTabs } from '../../ui/market/MarketTabs.tsx'
import { MarketUnavailable } from '../../ui/market/MarketUnavailable.tsx'
import { RunningReading } from '../../ui/market/RunningReading.tsx'
import { Kicker, PageTitle } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { useNow } from '../../ui/use-now.ts'
import { ProvidersConcentration } from './ProvidersConcentration.tsx'
import { ProvidersLede } from './ProvidersLede.tsx'
import { ProvidersSkeleton } from './ProvidersSkeleton.tsx'
import { ProvidersTable } from './ProvidersTable.tsx'

/** `/market/providers`: who provides, how much, and how concentrated it is. */
export function ProvidersView() {
  const { measured, error, retry } = useMarketMetrics({ isWhole: false })
  useDocumentTitle('Providers')
  const failure = failureOfList(
    measured?.market.running,
    error === null ? undefined : describeQueryFailure(error),
  )
  return (
    <>
      <Kicker>Market</Kicker>
      <PageTitle>Providers</PageTitle>
      <MarketTabs current="providers" />
      {failure !== undefined ? (
        <MarketUnavailable failure={failure} onRetry={retry} />
      ) : measured === undefined ? (
        <ProvidersSkeleton />
      ) : (
        <Standing measured={measured} />
      )}
    </>
  )
}

function Standing({ measured: { market, metrics } }: { readonly measured: MeasuredMarket }) {
  const chain = useChain()
  const now = useNow(chain.now, 30_000)
  const note = <RunningReading market={market} />
  // Sorted by their leases, rows of a part would change places with every page.
  if (metrics === undefined || market.running.kind !== 'known' || isBeingRead(market.running)) {
    return <ProvidersSkeleton note={note} />
  }
  const shown = { market, metrics, source: market.running.source, now }
  return (
    <>
      <ProvidersLede {...shown} />
      {note}
      <ProvidersTable {...shown} />
      <ProvidersConcentration {...shown} />
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
          'lorenz',
        ]}
      />
      <SourceNote source={shown.source} now={now} />
    </>
  )
}
