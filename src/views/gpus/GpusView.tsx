import type { ReactNode } from 'react'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { isHoldingKnown } from '../../domain/market/metrics/leased-resources.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { type MeasuredMarket, useMarketMetrics } from '../../queries/market/use-market-metrics.ts'
import { GpuChart } from '../../ui/charts/market/GpuChart.tsx'
import { DefinitionsList } from '../../ui/market/DefinitionsList.tsx'
import { failureOfList } from '../../ui/market/failure-of-list.ts'
import { HeldFigure } from '../../ui/market/HeldFigure.tsx'
import { isBeingRead } from '../../ui/market/MarketReading.tsx'
import { MarketTabs } from '../../ui/market/MarketTabs.tsx'
import { MarketUnavailable } from '../../ui/market/MarketUnavailable.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { RunningReading } from '../../ui/market/RunningReading.tsx'
import { SteadyLede } from '../../ui/market/SteadyLede.tsx'
import { Kicker, PageTitle } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { useNow } from '../../ui/use-now.ts'
import { CpuPriceSection } from './CpuPriceSection.tsx'
import { GpuKinds } from './GpuKinds.tsx'
import { GpuPriceSection } from './GpuPriceSection.tsx'

/** `/market/gpus`: which GPUs are leased, and what running leases pay for an hour of one. */
export function GpusView() {
  const { measured, error, retry } = useMarketMetrics({ isWhole: false })
  useDocumentTitle('GPUs of the market')
  const failure = failureOfList(
    measured?.market.running,
    error === null ? undefined : describeQueryFailure(error),
  )
  return (
    <>
      <Kicker>Market</Kicker>
      <PageTitle>GPUs leased now</PageTitle>
      <MarketTabs current="gpus" />
      {failure !== undefined ? (
        <MarketUnavailable failure={failure} onRetry={retry} />
      ) : measured === undefined ? (
        <GpusSkeleton />
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
  if (metrics === undefined || market.running.kind !== 'known' || isBeingRead(market.running)) {
    return <GpusSkeleton note={note} />
  }
  const { source, value } = market.running
  const { gpus, gpuLeases, byModel, anyOf } = metrics.resources
  const isKnown = isHoldingKnown(metrics.resources)
  const figure = { source, now }
  const part = { metrics, source, now }
  return (
    <>
      {isKnown ? (
        <SteadyLede>
          {!value.isComplete && 'As far as it was read: '}
          <b>
            <HeldFigure metric="leasedGpus" {...figure} of={metrics.resources}>
              {formatCount(gpus, 'GPU')}
            </HeldFigure>{' '}
            {gpus === 1n ? 'is' : 'are'} leased
          </b>{' '}
          in{' '}
          <HeldFigure metric="gpuLeases" {...figure} of={metrics.resources}>
            {formatCount(gpuLeases, 'lease')}
          </HeldFigure>
          , of{' '}
          <MetricFigure metric="leasedGpus" {...figure} note="Models that are counted apart.">
            {formatInteger(byModel.length)}
          </MetricFigure>{' '}
          {byModel.length === 1 ? 'model' : 'models'}
          {anyOf.length > 0 && ' and some of which only a choice is known'}. How many are free is
          not on the chain.
        </SteadyLede>
      ) : (
        <SteadyLede>
          <b>Which GPUs are leased is not known:</b> neither winning bids nor orders, which tell it,
          could be read.
        </SteadyLede>
      )}
      {note}
      {!isKnown ? null : gpus === 0n ? (
        <p className="text-s text-ink-2">No active lease holds a GPU.</p>
      ) : (
        <>
          <GpuChart {...part} />
          <GpuPriceSection {...part} />
          <GpuKinds {...part} />
        </>
      )}
      {isKnown && <CpuPriceSection {...part} />}
      <DefinitionsList
        metrics={[
          'leasedGpus',
          'gpuLeases',
          'gpuHourPrice',
          'cpuHourPrice',
          'resourceOrigin',
          'blockTime',
        ]}
      />
      <SourceNote source={source} now={now} />
    </>
  )
}

function GpusSkeleton({ note }: { readonly note?: ReactNode }) {
  return (
    <>
      <SteadyLede>
        <Skeleton lines={2} label="the GPUs" />
      </SteadyLede>
      {note}
      <div className="h-96">
        <Skeleton lines={10} />
      </div>
    </>
  )
}
