import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { useMarketMetrics } from '../../queries/market/use-market-metrics.ts'
import { GpuChart } from '../../ui/charts/market/GpuChart.tsx'
import { DefinitionsList } from '../../ui/market/DefinitionsList.tsx'
import { MarketTabs } from '../../ui/market/MarketTabs.tsx'
import { MarketUnavailable } from '../../ui/market/MarketUnavailable.tsx'
import { PageTitle, Section } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { useNow } from '../../ui/use-now.ts'
import { ConcentrationSection } from './ConcentrationSection.tsx'
import { DEFINED } from './defined.ts'
import { EndedSection } from './EndedSection.tsx'
import { LeaseCharts } from './LeaseCharts.tsx'
import { MarketLede } from './MarketLede.tsx'
import { MarketNumbers } from './MarketNumbers.tsx'
import { MarketSkeleton } from './MarketSkeleton.tsx'
import type { MarketSearch } from './pick-market-search.ts'
import { ReadingNote } from './ReadingNote.tsx'
import { RunRateSection } from './RunRateSection.tsx'
import { SpendSection } from './SpendSection.tsx'

const route = getRouteApi('/market')

/** `/market`: what runs now, at which price, with whom; and, when asked, what has ended. */
export function MarketView() {
  useDocumentTitle('The marketplace now')
  return (
    <>
      <PageTitle>The marketplace now</PageTitle>
      <MarketTabs current="market" />
      <MarketContent />
    </>
  )
}

function MarketContent() {
  const chain = useChain()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/market' })
  const now = useNow(chain.now, 30_000)
  const isWhole = search.ended === 'read'
  const { measured, error, retry } = useMarketMetrics({ isWhole })
  const change = (next: MarketSearch) =>
    void navigate({
      search: (previous) => ({ ...previous, ...next }),
      replace: true,
      resetScroll: false,
    })
  if (measured === undefined || measured.market.running.kind === 'loading') {
    return error === null ? (
      <MarketSkeleton />
    ) : (
      <MarketUnavailable failure={describeQueryFailure(error)} onRetry={retry} />
    )
  }
  const { market, metrics } = measured
  if (metrics === undefined || market.running.kind !== 'known') {
    const { running } = market
    return running.kind === 'failed' ? (
      <MarketUnavailable failure={running.failure} onRetry={retry} />
    ) : (
      <MarketSkeleton />
    )
  }
  const { source } = market.running
  const shown = { market, metrics, source, now }
  return (
    <>
      <MarketLede {...shown} />
      <ReadingNote market={market} isWhole={isWhole} />
      <MarketNumbers {...shown} />
      <Section title="GPUs">
        <GpuChart metrics={metrics} source={source} now={now} />
      </Section>
      <RunRateSection {...shown} />
      <SpendSection {...shown} />
      <ConcentrationSection {...shown} search={search} onChange={change} />
      <Section title="Leases">
        <LeaseCharts {...shown} />
      </Section>
      <EndedSection {...shown} isWhole={isWhole} onRead={() => change({ ended: 'read' })} />
      <DefinitionsList metrics={DEFINED} />
      <SourceNote
        source={source}
        now={now}
        definition="Every number of this page is of this one height; what each says, and by which queries, is one click on it away."
      />
    </>
  )
}
