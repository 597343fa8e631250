import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useMemo } from 'react'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { computeSpend } from '../../domain/market/metrics/spend.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { useEnded } from '../../queries/market/use-ended.ts'
import { type MeasuredMarket, useMarketMetrics } from '../../queries/market/use-market-metrics.ts'
import { EndedLeases } from '../../ui/market/EndedLeases.tsx'
import { failureOfList } from '../../ui/market/failure-of-list.ts'
import { HolderHead } from '../../ui/market/HolderHead.tsx'
import { HolderLeaseTable } from '../../ui/market/HolderLeaseTable.tsx'
import { MarketProgress } from '../../ui/market/MarketProgress.tsx'
import { isBeingRead } from '../../ui/market/MarketReading.tsx'
import { MarketTableSkeleton } from '../../ui/market/MarketTableSkeleton.tsx'
import { MarketUnavailable } from '../../ui/market/MarketUnavailable.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { RunningReading } from '../../ui/market/RunningReading.tsx'
import { Lede, Section } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useNow } from '../../ui/use-now.ts'
import { DeploymentTable } from './DeploymentTable.tsx'
import { TenantFigures } from './TenantFigures.tsx'
import { computeTenantDeployments } from './tenant-deployments.ts'

const route = getRouteApi('/market/tenants/$address')

/** One tenant: its deployments, leases and funds, and, when asked, what it had before. */
export function TenantPage({ address }: { readonly address: string }) {
  const { measured, error, retry } = useMarketMetrics({ isWhole: false })
  const running = measured?.market.running
  const failure = failureOfList(running, error === null ? undefined : describeQueryFailure(error))
  return (
    <>
      <HolderHead as="tenant" address={address} />
      {failure !== undefined ? (
        <MarketUnavailable failure={failure} onRetry={retry} />
      ) : measured === undefined ||
        running?.kind !== 'known' ||
        isBeingRead(running) ||
        isBeingRead(measured.market.deployments.active) ? (
        <MarketTableSkeleton
          label="the tenant"
          note={measured !== undefined && <TenantReading market={measured.market} />}
        />
      ) : (
        <ReadTenant address={address} measured={measured} />
      )}
    </>
  )
}

function ReadTenant({
  address,
  measured: newest,
}: {
  readonly address: string
  readonly measured: MeasuredMarket
}) {
  const measured = useDeferredValue(newest)
  const { market, metrics } = measured
  const now = useNow(useChain().now, 30_000)
  const isEndedWanted = route.useSearch().ended === 'read'
  const navigate = useNavigate({ from: '/market/tenants/$address' })
  const { ended, retry: retryEnded } = useEnded(
    isEndedWanted ? { source: market.source, owner: address, withDeployments: true } : undefined,
  )
  const past = useDeferredValue(ended)
  const { running } = market
  const deployments = market.deployments.active
  const { height } = market.source
  const items = running.kind === 'known' ? running.value.items : []
  const leases = useMemo(
    () =>
      items
        .filter(({ id }) => id.owner === address)
        .toSorted((a, b) => Number(b.createdAt - a.createdAt)),
    [items, address],
  )
  const own = useMemo(
    () =>
      deployments.kind === 'known'
        ? computeTenantDeployments(address, deployments.value.items, leases, height)
        : undefined,
    [deployments, address, leases, height],
  )
  const spend = useMemo(
    () => (own === undefined ? undefined : computeSpend(leases, own.accounts)),
    [own, leases],
  )
  const holder = metrics?.tenants.holders.find(({ name }) => name === address)
  const blockTime = market.blockTime.kind === 'known' ? market.blockTime.value : undefined
  const source = running.kind === 'known' ? running.source : market.source
  const isWhole = running.kind === 'known' && running.value.isComplete
  const isDeploymentsWhole = deployments.kind === 'known' && deployments.value.isComplete
  const deploymentCount = own?.rows.length ?? 0
  return (
    <>
      <Lede>
        <b>
          {leases.length === 0 ? (
            `No lease of it is active${isWhole ? '' : ' among those read so far'}`
          ) : (
            <MetricFigure
              metric="activeLeases"
              source={source}
              now={now}
              note="Of this tenant alone."
            >
              {formatCount(leases.length, 'active lease')}
            </MetricFigure>
          )}
        </b>
        {isDeploymentsWhole &&
          (deploymentCount === 0 ? (
            ', and it has no active deployment'
          ) : (
            <>
              ,{' '}
              <MetricFigure
                metric="deploymentsByState"
                source={source}
                now={now}
                note="Of this tenant alone."
              >
                {formatInteger(deploymentCount)}
              </MetricFigure>{' '}
              active {deploymentCount === 1 ? 'deployment' : 'deployments'}
            </>
          ))}
        {spend?.byDenom.length === 0 && leases.length > 0 && '; what it pays is not known'}.
        {isWhole && isDeploymentsWhole && leases.length === 0 && deploymentCount === 0 && (
          <> It may have had some before: read what has ended.</>
        )}
      </Lede>
      <p className="mb-4 text-s text-ink-2">
        An account, not a person: one may have many, and one may rent for many.{' '}
        <Link to="/accounts/$address" params={{ address }} search={{}}>
          The account
        </Link>
      </p>
      <TenantReading market={market} />
      {metrics !== undefined && holder !== undefined && (
        <TenantFigures {...{ holder, metrics, spend, source, blockTime, now }} />
      )}
      <Section title="Deployments">
        {own === undefined ? (
          <p className="text-s text-ink-2">Not known: the deployments could not be read.</p>
        ) : deploymentCount > 0 ? (
          <DeploymentTable
            rows={own.rows}
            blockTime={blockTime}
            source={deployments.kind === 'known' ? deployments.source : source}
            now={now}
          />
        ) : (
          <p className="text-s text-ink-2">
            {isDeploymentsWhole ? 'None is active.' : 'None among those that could be read.'}
          </p>
        )}
      </Section>
      <Section
        title="Running leases"
        aside={
          <Link to="/market/leases" search={{ tenant: address }}>
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
            of="tenant"
            {...{ leases, height, blockTime, source, now }}
          />
        )}
      </Section>
      <Section title="What has ended">
        {isEndedWanted && (
          <div className="mb-2 text-s text-ink-2">
            {past.closedDeployments.kind === 'known' && past.closedDeployments.value.isComplete ? (
              <MetricFigure
                metric="deploymentsByState"
                source={past.closedDeployments.source}
                now={now}
                note="Of this tenant alone."
              >
                {formatCount(past.closedDeployments.value.items.length, 'closed deployment')}
              </MetricFigure>
            ) : (
              <MarketProgress label="closed deployments" list={past.closedDeployments} />
            )}
          </div>
        )}
        <EndedLeases
          of="tenant"
          lists={isEndedWanted ? [past.insufficientFunds, past.closed] : undefined}
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

/** How far its leases and its deployments are read. */
function TenantReading({ market }: { readonly market: MeasuredMarket['market'] }) {
  return <RunningReading market={market} also={[['deployments', market.deployments.active]]} />
}
