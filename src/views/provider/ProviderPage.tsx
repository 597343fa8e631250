import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useMemo } from 'react'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { useEnded } from '../../queries/market/use-ended.ts'
import { type MeasuredMarket, useMarketMetrics } from '../../queries/market/use-market-metrics.ts'
import { EndedLeases } from '../../ui/market/EndedLeases.tsx'
import { failureOfList } from '../../ui/market/failure-of-list.ts'
import { HolderHead } from '../../ui/market/HolderHead.tsx'
import { HolderLeaseTable } from '../../ui/market/HolderLeaseTable.tsx'
import { isBeingRead } from '../../ui/market/MarketReading.tsx'
import { MarketTableSkeleton } from '../../ui/market/MarketTableSkeleton.tsx'
import { MarketUnavailable } from '../../ui/market/MarketUnavailable.tsx'
import { RunningReading } from '../../ui/market/RunningReading.tsx'
import { Section } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useNow } from '../../ui/use-now.ts'
import { ProviderFigures } from './ProviderFigures.tsx'
import { ProviderLede } from './ProviderLede.tsx'
import { ProviderRecord } from './ProviderRecord.tsx'

const route = getRouteApi('/market/providers/$address')

/** One provider: its record, what it leases out, and, when asked, what it did before. */
export function ProviderPage({ address }: { readonly address: string }) {
  const { measured, error, retry } = useMarketMetrics({ isWhole: false })
  const running = measured?.market.running
  const failure = failureOfList(running, error === null ? undefined : describeQueryFailure(error))
  return (
    <>
      <HolderHead as="provider" address={address} />
      {failure !== undefined ? (
        <MarketUnavailable failure={failure} onRetry={retry} />
      ) : measured === undefined || running?.kind !== 'known' || isBeingRead(running) ? (
        <MarketTableSkeleton
          label="the provider"
          note={measured !== undefined && <RunningReading market={measured.market} />}
        />
      ) : (
        <ReadProvider address={address} measured={measured} />
      )}
    </>
  )
}

function ReadProvider({
  address,
  measured: newest,
}: {
  readonly address: string
  readonly measured: MeasuredMarket
}) {
  const measured = useDeferredValue(newest)
  const { market, metrics } = measured
  const now = useNow(useChain().now, 30_000)
  const { ended: isEndedWanted } = route.useSearch()
  const navigate = useNavigate({ from: '/market/providers/$address' })
  const { ended, retry: retryEnded } = useEnded(
    isEndedWanted === 'read' ? { source: market.source, provider: address } : undefined,
  )
  const past = useDeferredValue(ended)
  const { running } = market
  const leases = useMemo(
    () =>
      running.kind === 'known'
        ? running.value.items
            .filter(({ id }) => id.provider === address)
            .toSorted((a, b) => Number(b.createdAt - a.createdAt))
        : [],
    [running, address],
  )
  const holder = metrics?.providers.holders.find(({ name }) => name === address)
  const record =
    market.providers.kind === 'known'
      ? market.providers.value.find(({ owner }) => owner === address)
      : undefined
  const blockTime = market.blockTime.kind === 'known' ? market.blockTime.value : undefined
  const source = running.kind === 'known' ? running.source : market.source
  const { height } = market.source
  const isWhole = running.kind === 'known' && running.value.isComplete
  return (
    <>
      <ProviderLede {...{ measured, holder, record, now }} />
      <p className="mb-4 text-s text-ink-2">
        Whether it is online, and what it has free, is not on the chain.{' '}
        <Link to="/accounts/$address" params={{ address }} search={{}}>
          Its account
        </Link>
      </p>
      <RunningReading market={market} />
      {metrics !== undefined && holder !== undefined && (
        <ProviderFigures {...{ holder, metrics, source, blockTime, now }} />
      )}
      <Section title="What it says of itself">
        <ProviderRecord providers={market.providers} record={record} now={now} />
      </Section>
      <Section
        title="Running leases"
        aside={
          <Link to="/market/leases" search={{ provider: address }}>
            In the table of all leases
          </Link>
        }
      >
        {leases.length === 0 ? (
          <p className="text-s text-ink-2">
            {isWhole ? 'None at this height.' : 'None among those read so far.'}
          </p>
        ) : (
          <HolderLeaseTable
            label="Running leases"
            form="running"
            of="provider"
            {...{ leases, height, blockTime, source, now }}
          />
        )}
      </Section>
      <Section title="Ended leases">
        <EndedLeases
          of="provider"
          lists={isEndedWanted === 'read' ? [past.insufficientFunds, past.closed] : undefined}
          onWant={() =>
            void navigate({
              search: (previous) => ({ ...previous, ended: 'read' }),
              replace: true,
              resetScroll: false,
            })
          }
          onRetry={retryEnded}
          {...{ height, blockTime, source, now }}
        />
      </Section>
      <SourceNote source={source} now={now} />
    </>
  )
}
