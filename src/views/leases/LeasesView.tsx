import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue, useMemo } from 'react'
import { ACCOUNT_PREFIX } from '../../domain/account-prefix.ts'
import type { Figure } from '../../domain/figure.ts'
import type { MarketList } from '../../domain/market/market.ts'
import { parseAddress } from '../../domain/search/parse-address.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import type { EndedMarket } from '../../queries/market/ended-market.ts'
import { useEnded } from '../../queries/market/use-ended.ts'
import { type MeasuredMarket, useMarketMetrics } from '../../queries/market/use-market-metrics.ts'
import { failureOfList } from '../../ui/market/failure-of-list.ts'
import { MarketTableSkeleton } from '../../ui/market/MarketTableSkeleton.tsx'
import { MarketTabs } from '../../ui/market/MarketTabs.tsx'
import { MarketUnavailable } from '../../ui/market/MarketUnavailable.tsx'
import { Kicker, PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { useNow } from '../../ui/use-now.ts'
import { LeasesBoard } from './LeasesBoard.tsx'
import { LeasesLede } from './LeasesLede.tsx'
import { wantsEnded } from './lease-filter.ts'
import { createLeaseRows, type LeaseRow } from './lease-row.ts'
import { parseLeasesSearch } from './leases-search.ts'

const route = getRouteApi('/market/leases')

/** `/market/leases`: the table behind the numbers. */
export function LeasesView() {
  useDocumentTitle('Leases')
  const { measured, error, retry } = useMarketMetrics({ isWhole: false })
  const failure = failureOfList(
    measured?.market.running,
    error === null ? undefined : describeQueryFailure(error),
  )
  return (
    <>
      <Kicker>Market</Kicker>
      <PageTitle>Leases</PageTitle>
      <MarketTabs current="leases" />
      {failure !== undefined ? (
        <MarketUnavailable failure={failure} onRetry={retry} />
      ) : measured === undefined || measured.market.running.kind !== 'known' ? (
        <MarketTableSkeleton label="the leases" hasToolbar />
      ) : (
        <ReadLeases measured={measured} />
      )}
    </>
  )
}

function ReadLeases({ measured: newest }: { readonly measured: MeasuredMarket }) {
  const measured = useDeferredValue(newest)
  const { market } = measured
  const now = useNow(useChain().now, 30_000)
  const search = route.useSearch()
  const asked = useMemo(() => parseLeasesSearch(search), [search])
  const isEndedWanted = wantsEnded(asked.filter)
  const { ended, retry: retryEnded } = useEnded(
    isEndedWanted
      ? {
          source: market.source,
          owner: wholeAddress(asked.filter.tenant),
          provider: wholeAddress(asked.filter.provider),
        }
      : undefined,
  )
  // Drawn when there is time, for what has ended is much.
  const read = useDeferredValue(isEndedWanted ? ended : undefined)
  const rows = useLeaseRows(measured, read)
  return (
    <>
      <LeasesLede {...measured} now={now} />
      <LeasesBoard {...{ asked, measured, rows, now }} ended={read} onRetryEnded={retryEnded} />
    </>
  )
}

/** Kept while the page is: coming back to the list costs nothing then. */
const toRow = createLeaseRows()

/** Rows of everything read: what runs first. */
function useLeaseRows(
  { market }: MeasuredMarket,
  ended: EndedMarket | undefined,
): readonly LeaseRow[] {
  const { running } = market
  return useMemo(() => {
    const rows: LeaseRow[] = []
    for (const lease of itemsOf(running)) rows.push(toRow(lease))
    if (ended === undefined) return rows
    for (const lease of itemsOf(ended.insufficientFunds)) rows.push(toRow(lease))
    for (const lease of itemsOf(ended.closed)) rows.push(toRow(lease))
    return rows
  }, [running, ended])
}

function itemsOf<Item>(list: Figure<MarketList<Item>>): readonly Item[] {
  return list.kind === 'known' ? list.value.items : []
}

/** The address where the reader gave all of it: then the node need not send the others'. */
function wholeAddress(text: string): string {
  const reading = parseAddress(text, ACCOUNT_PREFIX)
  return reading?.kind === 'account' ? reading.address : ''
}
