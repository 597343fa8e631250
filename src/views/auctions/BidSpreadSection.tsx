import { useDeferredValue, useEffect, useState } from 'react'
import type { Figure } from '../../domain/figure.ts'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { formatDecShare } from '../../domain/format-share.ts'
import type { MarketList } from '../../domain/market/market.ts'
import { type BidSpread, computeBidSpread } from '../../domain/market/metrics/auctions.ts'
import type { Source } from '../../domain/source.ts'
import type { EndedMarket } from '../../queries/market/ended-market.ts'
import { useEnded } from '../../queries/market/use-ended.ts'
import type { MeasuredMarket } from '../../queries/market/use-market-metrics.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { isBeingRead, MarketReading } from '../../ui/market/MarketReading.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { NumberTile, NumberTiles } from '../../ui/market/NumberTile.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

export interface BidSpreadSectionProps {
  readonly measured: MeasuredMarket
  /** Whether the reader asked for what has ended. */
  readonly isWanted: boolean
  readonly onWant: () => void
  readonly now: Date
}

/** The spread of losing to winning bids, which takes reading every lost bid and every ended lease. */
export function BidSpreadSection({ measured, isWanted, onWant, now }: BidSpreadSectionProps) {
  const { market } = measured
  const { ended: read, retry } = useEnded(
    isWanted ? { source: market.source, withLostBids: true } : undefined,
  )
  const ended = useDeferredValue(read)
  const spread = useBidSpread(measured, isWanted ? ended : undefined)
  if (!isWanted) {
    return (
      <div className="text-s">
        <p className="mb-2 max-w-measure text-ink-2">
          It takes every lost bid and every lease that ended, on Akash Network hundreds of thousands
          of records, so it is read only when you ask.
        </p>
        <Button onClick={onWant}>Read lost bids</Button>
      </div>
    )
  }
  const lists = [ended.lostBids, ended.insufficientFunds, ended.closed]
  const hasFailed = lists.some(
    (list) => list.kind === 'failed' || (list.kind === 'known' && list.value.failure !== undefined),
  )
  return (
    <>
      <MarketReading
        height={market.source.height}
        lists={[
          ['running leases', market.running],
          ['lost bids', ended.lostBids],
          ['leases that ran out of funds', ended.insufficientFunds],
          ['closed leases', ended.closed],
        ]}
      />
      {hasFailed ? (
        <div className="mt-2">
          <Button onClick={retry}>Read them again</Button>
        </div>
      ) : wholeOf(market.running) === undefined && !isBeingRead(market.running) ? (
        <p className="mt-2 text-s text-ink-2">
          Which bid won is told by the leases, and not all of those that run could be read; so how
          the others stood to it is not known.
        </p>
      ) : spread === undefined || ended.lostBids.kind !== 'known' ? (
        <div className="mt-3 min-h-20">
          <Skeleton lines={3} label="the spread of bids" />
        </div>
      ) : (
        <SpreadTiles spread={spread} source={ended.lostBids.source} now={now} />
      )}
    </>
  )
}

/** Computed once everything is there, when the page has drawn. */
function useBidSpread(
  { market }: MeasuredMarket,
  ended: EndedMarket | undefined,
): BidSpread | undefined {
  const [computed, setComputed] = useState<{ of: EndedMarket; spread: BidSpread }>()
  const { running } = market
  useEffect(() => {
    if (ended === undefined || running.kind !== 'known' || !running.value.isComplete) return
    const lost = wholeOf(ended.lostBids)
    const lapsed = wholeOf(ended.insufficientFunds)
    const closed = wholeOf(ended.closed)
    if (lost === undefined || lapsed === undefined || closed === undefined) return
    const timer = setTimeout(() => {
      const leases = [...running.value.items, ...lapsed, ...closed]
      setComputed({ of: ended, spread: computeBidSpread(leases, lost) })
    })
    return () => clearTimeout(timer)
  }, [ended, running])
  return computed?.of === ended ? computed?.spread : undefined
}

function wholeOf<Item>(list: Figure<MarketList<Item>>): readonly Item[] | undefined {
  return list.kind === 'known' && list.value.isComplete ? list.value.items : undefined
}

function SpreadTiles({
  spread: { spread, orders, cheapestWon, left },
  source,
  now,
}: {
  readonly spread: BidSpread
  readonly source: Source
  readonly now: Date
}) {
  const leftOut = [
    left.otherDenom > 0 &&
      `${formatCount(left.otherDenom, 'bid')} in another denomination than the lease’s price`,
    left.noWinner > 0 && `${formatCount(left.noWinner, 'bid')} whose order became no lease`,
    left.winnerFree > 0 && `${formatCount(left.winnerFree, 'bid')} beside a lease that is free`,
  ].filter((text) => text !== false)
  const note = leftOut.length === 0 ? undefined : `Left out: ${leftOut.join('; ')}.`
  if (spread.kind === 'none') {
    return (
      <p className="mt-2 text-s text-ink-2">
        No lost bid can be compared with the one taken. {note}
      </p>
    )
  }
  const figure = (text: string, metric: 'bidSpread' | 'cheapestWon' = 'bidSpread') => (
    <MetricFigure metric={metric} source={source} now={now} note={note}>
      {text}
    </MetricFigure>
  )
  return (
    <div className="mt-3">
      <NumberTiles>
        <NumberTile label="Bids compared" note={<>for {figure(formatCount(orders, 'order'))}</>}>
          {figure(formatInteger(spread.count))}
        </NumberTile>
        <NumberTile
          label="Median losing bid"
          note={
            <>
              P10 {figure(formatSpread(spread.p10))}, P90 {figure(formatSpread(spread.p90))}
            </>
          }
        >
          {figure(formatSpread(spread.median))}
        </NumberTile>
        <NumberTile label="Widest" note={<>the narrowest {figure(formatSpread(spread.least))}</>}>
          {figure(formatSpread(spread.most))}
        </NumberTile>
        <NumberTile
          label="The cheapest won"
          note={<>of {figure(formatCount(orders, 'order'), 'cheapestWon')}</>}
        >
          {figure(formatInteger(cheapestWon), 'cheapestWon')}
        </NumberTile>
      </NumberTiles>
      {note !== undefined && <p className="mt-3 text-s text-ink-3">{note}</p>}
    </div>
  )
}

function formatSpread(spread: bigint): string {
  return `${spread > 0n ? '+' : ''}${formatDecShare(spread)}`
}
