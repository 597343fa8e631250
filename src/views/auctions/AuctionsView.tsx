import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useMemo } from 'react'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { computeOpenAuctions } from '../../domain/market/metrics/auctions.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { type MeasuredMarket, useMarketMetrics } from '../../queries/market/use-market-metrics.ts'
import { ColumnNotes } from '../../ui/market/ColumnNotes.tsx'
import { DefinitionsList } from '../../ui/market/DefinitionsList.tsx'
import { failureOfList } from '../../ui/market/failure-of-list.ts'
import { isBeingRead, MarketReading } from '../../ui/market/MarketReading.tsx'
import { MarketTableSkeleton } from '../../ui/market/MarketTableSkeleton.tsx'
import { MarketTabs } from '../../ui/market/MarketTabs.tsx'
import { MarketUnavailable } from '../../ui/market/MarketUnavailable.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { SteadyLede } from '../../ui/market/SteadyLede.tsx'
import { Kicker, PageTitle, Section } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { StateMessage } from '../../ui/state/StateMessage.tsx'
import { LongTable } from '../../ui/table/LongTable.tsx'
import { nextSort, type TableSort } from '../../ui/table/table-column.ts'
import { useNow } from '../../ui/use-now.ts'
import { AUCTION_NOTES, auctionColumns } from './auction-columns.tsx'
import { AUCTION_SORTS, type AuctionRow, createAuctionRows, sortAuctions } from './auction-rows.ts'
import { BidSpreadSection } from './BidSpreadSection.tsx'

const route = getRouteApi('/market/auctions')

/** `/market/auctions`: orders that wait for a bid to be taken, and how bids lost. */
export function AuctionsView() {
  useDocumentTitle('Auctions')
  const { measured, error, retry } = useMarketMetrics({ isWhole: false })
  const orders = measured?.market.orders.open
  const failure = failureOfList(orders, error === null ? undefined : describeQueryFailure(error))
  return (
    <>
      <Kicker>Market</Kicker>
      <PageTitle>Auctions</PageTitle>
      <MarketTabs current="auctions" />
      {failure !== undefined ? (
        <MarketUnavailable
          failure={failure}
          title="The open orders could not be read"
          onRetry={retry}
        />
      ) : measured === undefined || orders?.kind !== 'known' || isBeingRead(orders) ? (
        <MarketTableSkeleton label="the open orders" />
      ) : (
        <ReadAuctions measured={measured} />
      )}
    </>
  )
}

function ReadAuctions({ measured: newest }: { readonly measured: MeasuredMarket }) {
  const measured = useDeferredValue(newest)
  const { market } = measured
  const now = useNow(useChain().now, 30_000)
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/market/auctions' })
  const sort = AUCTION_SORTS.find((each) => each === search.sort) ?? 'age'
  const isAscending = search.dir === 'asc'
  const open = market.orders.open
  const bidList = market.bids.open
  const blockTime = market.blockTime.kind === 'known' ? market.blockTime.value : undefined
  const { height } = market.source
  const rows = useMemo(
    () => sortAuctions(composeRows(open, bidList), sort, isAscending),
    [open, bidList, sort, isAscending],
  )
  const columns = useMemo(() => auctionColumns(height, blockTime), [height, blockTime])
  const source = open.kind === 'known' ? open.source : market.source
  const tableSort: TableSort = {
    columnId: sort,
    direction: isAscending ? 'ascending' : 'descending',
  }
  const change = (next: Partial<typeof search>) =>
    void navigate({
      search: (previous) => ({ ...previous, ...next }),
      replace: true,
      resetScroll: false,
    })
  const onSort = (columnId: string) => {
    const next = nextSort(tableSort, columnId)
    change({
      sort: next.columnId === 'age' ? undefined : next.columnId,
      dir: next.direction === 'ascending' ? 'asc' : undefined,
    })
  }
  return (
    <>
      <AuctionsLede open={open} bids={bidList} now={now} />
      <MarketReading
        height={height}
        lists={[
          ['open orders', open],
          ['open bids', bidList],
        ]}
      />
      {rows.length === 0 ? (
        open.kind === 'known' && open.value.isComplete ? (
          <StateMessage
            title="No order is open"
            sentence="Nobody waits for a bid to be taken at this height. Orders are open for minutes, mostly."
          />
        ) : null
      ) : (
        <>
          <ColumnNotes of="Open orders" columns={AUCTION_NOTES} source={source} now={now} />
          <LongTable
            label="Open orders"
            columns={columns}
            rows={rows}
            getKey={({ key }) => key}
            sort={tableSort}
            onSort={onSort}
            phoneRowClass="max-sm:grid-cols-2"
          />
        </>
      )}
      <Section title="How losing bids stood to the one taken">
        <BidSpreadSection
          measured={measured}
          isWanted={search.lost === 'read'}
          onWant={() => change({ lost: 'read' })}
          now={now}
        />
      </Section>
      <DefinitionsList
        metrics={[
          'openOrders',
          'orderPrice',
          'bidsPerOrder',
          'bidPrice',
          'bidSpread',
          'cheapestWon',
        ]}
      />
      <SourceNote source={source} now={now}>
        Which of the bids a tenant will take, and when, is not on the chain.
      </SourceNote>
    </>
  )
}

/** The two lists of what is open. */
type OpenOrders = MeasuredMarket['market']['orders']['open']
type OpenBids = MeasuredMarket['market']['bids']['open']

function composeRows(open: OpenOrders, bids: OpenBids): readonly AuctionRow[] {
  if (open.kind !== 'known') return []
  const { items } = open.value
  if (bids.kind !== 'known') return createAuctionRows(items, [], false)
  return createAuctionRows(items, bids.value.items, bids.value.isComplete)
}

function AuctionsLede({
  open,
  bids: bidList,
  now,
}: {
  readonly open: OpenOrders
  readonly bids: OpenBids
  readonly now: Date
}) {
  // Not taken from the metrics, which wait for the running leases.
  const auctions = useMemo(
    () =>
      open.kind === 'known' &&
      open.value.isComplete &&
      bidList.kind === 'known' &&
      bidList.value.isComplete
        ? computeOpenAuctions(open.value.items, bidList.value.items)
        : undefined,
    [open, bidList],
  )
  if (open.kind !== 'known') return null
  const { items, isComplete } = open.value
  const { source } = open
  if (auctions === undefined) {
    return (
      <SteadyLede>
        <b>
          <MetricFigure metric="openOrders" source={source} now={now}>
            {formatInteger(items.length)}
          </MetricFigure>{' '}
          {items.length === 1 ? 'order waits' : 'orders wait'} for a bid to be taken
        </b>
        {isComplete ? '' : ' among those that could be read'}; the bids on them are not all known
        {isBeingRead(bidList) && ' yet'}.
      </SteadyLede>
    )
  }
  const { orders, bids, ordersWithoutBid, bidsPerOrder, strayBids } = auctions
  return (
    <SteadyLede>
      <b>
        <MetricFigure metric="openOrders" source={source} now={now}>
          {formatInteger(orders)}
        </MetricFigure>{' '}
        {orders === 1 ? 'order waits' : 'orders wait'} for a bid to be taken
      </b>
      , with{' '}
      <MetricFigure
        metric="bidsPerOrder"
        source={source}
        now={now}
        note={
          strayBids > 0
            ? `${formatCount(strayBids, 'open bid')} on orders that are not open ${strayBids === 1 ? 'is' : 'are'} left out.`
            : undefined
        }
      >
        {formatCount(bids, 'bid')}
      </MetricFigure>{' '}
      on them
      {ordersWithoutBid > 0 && (
        <>
          ;{' '}
          <MetricFigure
            metric="bidsPerOrder"
            source={source}
            now={now}
            note="Orders without a bid."
          >
            {formatInteger(ordersWithoutBid)}
          </MetricFigure>{' '}
          {ordersWithoutBid === 1 ? 'has' : 'have'} none yet
        </>
      )}
      {bidsPerOrder.kind === 'known' && orders > 1 && (
        <>
          . Half of them have{' '}
          <MetricFigure metric="bidsPerOrder" source={source} now={now}>
            {formatTenths(bidsPerOrder.median)}
          </MetricFigure>{' '}
          or more
        </>
      )}
      .
    </SteadyLede>
  )
}

/** A decimal of 18 digits to one place, as `2.5`. */
function formatTenths(value: bigint): string {
  const tenths = (value * 10n) / 10n ** 18n
  return tenths % 10n === 0n
    ? formatInteger(tenths / 10n)
    : `${formatInteger(tenths / 10n)}.${tenths % 10n}`
}
