import { Link } from '@tanstack/react-router'
import { isRunning, type Lease, leaseKey } from '../../domain/market/lease.ts'
import type { BlockTime } from '../../domain/market/market.ts'
import { formatDuration } from '../../domain/time.ts'
import type { FollowingState } from '../../queries/following.ts'
import type { LeaseDetail } from '../../queries/market/read-lease.ts'
import { formatCloseReason } from '../../ui/market/format-close-reason.ts'
import { HolderLink } from '../../ui/market/HolderLink.tsx'
import { LeaseStateMark } from '../../ui/market/LeaseStateMark.tsx'
import { MarketTabs } from '../../ui/market/MarketTabs.tsx'
import { SideFacts } from '../../ui/market/SideFacts.tsx'
import { Callout } from '../../ui/page/Callout.tsx'
import { Kicker, PageTitle, Section } from '../../ui/page/Heading.tsx'
import { LiveNote } from '../../ui/page/LiveNote.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { CopyButton } from '../../ui/text/CopyButton.tsx'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import { countBids, LeaseAuction } from './LeaseAuction.tsx'
import { LeaseEscrow } from './LeaseEscrow.tsx'
import { LeaseLede } from './LeaseLede.tsx'
import { LeaseMoney } from './LeaseMoney.tsx'
import { LeaseResources } from './LeaseResources.tsx'
import { LeaseTimeline } from './LeaseTimeline.tsx'
import { SkippedRecords } from './SkippedRecords.tsx'

export interface FoundLeaseProps {
  readonly detail: LeaseDetail
  readonly lease: Lease
  readonly blockTime: BlockTime | undefined
  readonly following: FollowingState
  readonly now: Date
}

/** One lease: the sentence, the money, what it holds, how it came about. */
export function FoundLease({ detail, lease, blockTime, following, now }: FoundLeaseProps) {
  const { source, siblings, deployment, resources, skipped } = detail
  const { id, reclamation } = lease
  return (
    <article>
      <Kicker>
        Lease <LeaseStateMark state={lease.state} />
      </Kicker>
      <PageTitle>
        <span className="tabular">{`${id.dseq}/${id.gseq}/${id.oseq}`}</span>
      </PageTitle>
      <MarketTabs current={undefined} />
      <LeaseLede {...{ lease, resources, blockTime, source, now }} />
      {reclamation !== undefined && isRunning(lease) && (
        <Callout tone="warn" title="Its provider has given notice">
          <p>
            At block <HeightText height={reclamation.startedAt} />, with a window of{' '}
            {formatDuration(reclamation.windowMs)}: from{' '}
            <TimeText date={reclamation.deadline} now={now} form="utc" /> (
            <TimeText date={reclamation.deadline} now={now} form="relative" />) on, the provider may
            close it. The reason given: {formatCloseReason(reclamation.reason).toLowerCase()}. Until
            then it runs and is paid for.
          </p>
        </Callout>
      )}
      <SkippedRecords skipped={skipped} />
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0">
          <Section title="Money">
            <LeaseMoney {...{ detail, lease, blockTime, now }} />
          </Section>
          <Section title="What it holds">
            <LeaseResources resources={resources} source={source} now={now} />
          </Section>
          <Section title="Order and bids" aside={countBids(detail)}>
            <LeaseAuction detail={detail} lease={lease} now={now} />
          </Section>
        </div>
        <aside className="mt-8 lg:mt-0">
          <Section title="Its life" form="side">
            <LeaseTimeline detail={detail} lease={lease} now={now} />
          </Section>
          <Section title="Escrow account" form="side">
            <LeaseEscrow deployment={deployment} siblings={siblings} now={now} />
          </Section>
          <Section title="Who" form="side">
            <SideFacts
              facts={[
                {
                  label: 'Tenant',
                  value: <HolderLink as="tenant" address={id.owner} />,
                },
                {
                  label: 'Provider',
                  value: <HolderLink as="provider" address={id.provider} />,
                },
                {
                  label: 'Id',
                  value: (
                    <>
                      <span className="text-xs break-all">{leaseKey(id)}</span>
                      <CopyButton text={leaseKey(id)} what="id" />
                    </>
                  ),
                },
              ]}
            />
            <p className="mt-2">
              <Link to="/market/leases" search={{ tenant: id.owner }}>
                Leases of this tenant
              </Link>
            </p>
          </Section>
        </aside>
      </div>
      <SourceNote source={source} now={now}>
        <LiveNote {...following} />
      </SourceNote>
    </article>
  )
}
