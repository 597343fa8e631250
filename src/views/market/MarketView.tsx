import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { useFewEnded } from '../../queries/market/use-few-ended.ts'
import { useMarketMetrics } from '../../queries/market/use-market-metrics.ts'
import { isBeingRead } from '../../ui/market/MarketReading.tsx'
import { MarketTabs } from '../../ui/market/MarketTabs.tsx'
import { MarketUnavailable } from '../../ui/market/MarketUnavailable.tsx'
import { Kicker, PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { useNow } from '../../ui/use-now.ts'
import { MarketScreen } from './MarketScreen.tsx'
import { MarketSkeleton } from './MarketSkeleton.tsx'
import type { MarketSearch } from './pick-market-search.ts'
import { ReadingNote } from './ReadingNote.tsx'
import { isRunningWhole } from './shown-market.ts'

const route = getRouteApi('/market')

/** `/market`: what runs now, at which price, with whom; and, when asked, what has ended. */
export function MarketView() {
  useDocumentTitle('The marketplace now')
  return (
    <>
      <Kicker>Market</Kicker>
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
  const [areFewEnded, setFewEnded] = useState(false)
  const isWhole = search.ended === 'read' || areFewEnded
  const { measured, error, retry } = useMarketMetrics({ isWhole, withAuctions: false })
  // What runs comes first; where little has ended, that follows by itself.
  const isRunningThere = measured !== undefined && isRunningWhole(measured.market)
  const isToAsk = !isWhole && isRunningThere
  const hasFewEnded = useFewEnded(isToAsk ? measured.market.source.height : undefined)
  if (hasFewEnded && !areFewEnded) setFewEnded(true)
  const change = useCallback(
    (next: MarketSearch) =>
      void navigate({
        search: (previous) => ({ ...previous, ...next }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  if (measured === undefined || measured.market.running.kind === 'loading') {
    return error === null ? (
      <MarketSkeleton />
    ) : (
      <MarketUnavailable failure={describeQueryFailure(error)} onRetry={retry} />
    )
  }
  const { running } = measured.market
  if (running.kind === 'failed') {
    return <MarketUnavailable failure={running.failure} onRetry={retry} />
  }
  // Figures of a part would move all that is below them with every page.
  if (measured.metrics === undefined || running.kind !== 'known' || isBeingRead(running)) {
    return <MarketSkeleton note={<ReadingNote market={measured.market} isWhole={false} />} />
  }
  return <MarketScreen {...{ measured, search, isWhole, now }} onChange={change} />
}
