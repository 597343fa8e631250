import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatUsd } from '../../domain/format-usd.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { type MeasuredMarket, useMarketMetrics } from '../../queries/market/use-market-metrics.ts'
import { useIdle } from '../../queries/use-idle.ts'
import { describeUsdParts } from '../../ui/market/describe-usd-parts.ts'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { NumberTile, NumberTiles } from '../../ui/market/NumberTile.tsx'
import { RunningTiles } from '../../ui/market/RunningTiles.tsx'
import { usdPerDay } from '../../ui/market/usd-per-day.ts'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useNow } from '../../ui/use-now.ts'
import { MarketNowSkeleton } from './MarketNowSkeleton.tsx'

/** Active leases, GPUs and the run-rate. Read when the page has nothing else to do. */
export function MarketNow() {
  return useIdle() ? <ReadMarket /> : <MarketNowSkeleton />
}

function ReadMarket() {
  const { measured, error } = useMarketMetrics({ isWhole: false })
  const running = measured?.market.running
  const failure =
    running?.kind === 'failed'
      ? running.failure
      : running?.kind === 'known'
        ? running.value.failure
        : error === null
          ? undefined
          : describeQueryFailure(error)
  if (failure !== undefined) {
    return (
      <p role="status" className="border-t border-rule pt-2 text-s text-ink-2">
        The market could not be read whole. {sanitizeChainText(failure.sentence)}
      </p>
    )
  }
  // Three numbers say nothing while they grow.
  if (running?.kind !== 'known' || !running.value.isComplete || measured === undefined) {
    return <MarketNowSkeleton />
  }
  return <Numbers measured={measured} />
}

function Numbers({ measured: { market, metrics } }: { readonly measured: MeasuredMarket }) {
  const chain = useChain()
  const now = useNow(chain.now, 30_000)
  if (metrics === undefined || market.running.kind !== 'known') return <MarketNowSkeleton />
  const { runRateUsd } = metrics
  const figure = { source: market.running.source, now }
  const usd = usdPerDay(metrics)
  return (
    <>
      <NumberTiles>
        <RunningTiles metrics={metrics} {...figure} />
        <NumberTile label="Run-rate a day" note={describeUsdParts(runRateUsd)}>
          {usd === undefined ? (
            <span className="text-m font-normal text-ink-3">not known in dollars</span>
          ) : (
            <MetricFigure metric="usdValue" {...figure}>
              {formatUsd(usd)}
            </MetricFigure>
          )}
        </NumberTile>
      </NumberTiles>
      <SourceNote {...figure} />
    </>
  )
}
