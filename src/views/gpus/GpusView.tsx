import { formatInteger } from '../../domain/format-integer.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { type MeasuredMarket, useMarketMetrics } from '../../queries/market/use-market-metrics.ts'
import { GpuChart } from '../../ui/charts/market/GpuChart.tsx'
import { DefinitionsList } from '../../ui/market/DefinitionsList.tsx'
import { MarketProgress } from '../../ui/market/MarketProgress.tsx'
import { MarketTabs } from '../../ui/market/MarketTabs.tsx'
import { MarketUnavailable } from '../../ui/market/MarketUnavailable.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { Lede, PageTitle, Section } from '../../ui/page/Heading.tsx'
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
  const running = measured?.market.running
  return (
    <>
      <PageTitle>GPUs leased now</PageTitle>
      <MarketTabs current="gpus" />
      {measured !== undefined && running?.kind === 'known' ? (
        <Standing measured={measured} />
      ) : running?.kind === 'failed' ? (
        <MarketUnavailable failure={running.failure} onRetry={retry} />
      ) : error !== null ? (
        <MarketUnavailable failure={describeQueryFailure(error)} onRetry={retry} />
      ) : (
        <GpusSkeleton />
      )}
    </>
  )
}

function Standing({ measured: { market, metrics } }: { readonly measured: MeasuredMarket }) {
  const chain = useChain()
  const now = useNow(chain.now, 30_000)
  if (metrics === undefined || market.running.kind !== 'known') return <GpusSkeleton />
  const { source, value } = market.running
  const { gpus, gpuLeases, byModel, anyOf } = metrics.resources
  const figure = { source, now }
  const part = { metrics, source, now }
  return (
    <>
      <Lede>
        {!value.isComplete && 'As far as it was read: '}
        <b>
          <MetricFigure metric="leasedGpus" {...figure}>
            {formatInteger(gpus)} GPUs
          </MetricFigure>{' '}
          are leased
        </b>{' '}
        in{' '}
        <MetricFigure metric="gpuLeases" {...figure}>
          {formatInteger(gpuLeases)} leases
        </MetricFigure>
        , of {formatInteger(byModel.length)} models
        {anyOf.length > 0 && ' and some of which only a choice is known'}. How many are free is not
        on the chain.
      </Lede>
      <MarketProgress label="active leases" list={market.leases.active} />
      <MarketProgress label="winning bids, which tell resources," list={market.bids.active} />
      {gpus === 0n ? (
        <p className="text-s text-ink-2">No active lease holds a GPU.</p>
      ) : (
        <>
          <Section title="By model">
            <GpuChart {...part} />
          </Section>
          <GpuPriceSection {...part} />
          <GpuKinds {...part} />
        </>
      )}
      <CpuPriceSection {...part} />
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

function GpusSkeleton() {
  return (
    <>
      <Lede>
        <Skeleton lines={2} label="the GPUs" />
      </Lede>
      <Section title="GPUs leased, by model">
        <div className="h-96">
          <Skeleton lines={10} />
        </div>
      </Section>
    </>
  )
}
