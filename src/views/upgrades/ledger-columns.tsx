import { Link } from '@tanstack/react-router'
import type { Proposal } from '../../domain/proposal.ts'
import type { AepLinksReading } from '../../queries/aep-links.ts'
import type { ListExtent, UpgradeRecord } from '../../queries/upgrade-report.ts'
import { formatProposalStatus, StatusBadge } from '../../ui/proposal/StatusBadge.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { PhoneLabel } from '../../ui/table/PhoneLabel.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import { UpgradeDateText } from '../../ui/upgrade/UpgradeDateText.tsx'
import { DowntimeText, LeadText, RoundText } from '../../ui/upgrade/UpgradeFigures.tsx'
import { PlanAeps, PlanGroups } from './PlanAeps.tsx'
import { PlanLink } from './PlanLink.tsx'

export function ledgerColumns(
  now: Date,
  extent: ListExtent,
  links: AepLinksReading,
): readonly TableColumn<UpgradeRecord>[] {
  return [
    {
      id: 'name',
      header: 'Upgrade',
      isRowHeader: true,
      className: 'max-sm:col-start-1 max-sm:row-start-1 font-medium!',
      render: ({ row }) => <PlanLink name={row.plan.name} />,
    },
    {
      id: 'height',
      header: 'Height',
      align: 'end',
      className: 'sm:w-28 max-sm:col-start-2 max-sm:row-start-1 max-sm:text-end',
      render: ({ row }) => (
        <HeightText height={row.state.kind === 'applied' ? row.state.height : row.plan.height} />
      ),
    },
    {
      id: 'date',
      header: 'Applied',
      className: 'sm:w-40 max-sm:col-start-1 max-sm:row-start-2',
      render: ({ date }) => <UpgradeDateText record={date} now={now} />,
    },
    {
      id: 'proposal',
      header: 'Proposal',
      className: 'sm:w-40 max-sm:col-start-2 max-sm:row-start-2 max-sm:text-end',
      render: ({ row }) => <ProposalCell proposal={row.proposal} extent={extent} now={now} />,
    },
    {
      id: 'lead',
      header: 'Vote end to height',
      className: 'sm:max-md:hidden sm:w-28 max-sm:col-span-2 max-sm:row-start-4',
      render: ({ lead }) => (
        <>
          <PhoneLabel isInline>vote end to height</PhoneLabel>
          <LeadText lead={lead} />
        </>
      ),
    },
    {
      id: 'downtime',
      header: 'Stood still',
      align: 'end',
      className: 'sm:w-32 sm:[&_button]:text-end max-sm:col-span-2 max-sm:row-start-3',
      render: ({ downtimeMs, round }) => (
        <>
          <PhoneLabel isInline>stood still</PhoneLabel>
          <DowntimeText figure={downtimeMs} />
          {/* Missing for the same reason as the downtime, it takes no room of its own. */}
          {(round.kind !== 'failed' || downtimeMs.kind !== 'failed') && (
            <span className="text-xs text-ink-2 max-sm:ms-2 sm:block">
              rounds <RoundText figure={round} />
            </span>
          )}
        </>
      ),
    },
    {
      id: 'aeps',
      header: 'AEPs',
      className: 'sm:w-36 max-sm:col-span-2 max-sm:row-start-5',
      render: ({ row }) => (
        <div className="max-sm:flex max-sm:items-baseline">
          <PhoneLabel isInline>AEPs</PhoneLabel>
          <PlanAeps row={row} links={links} />
        </div>
      ),
    },
    {
      id: 'sigs',
      header: 'SIGs',
      className: 'sm:w-44 max-sm:col-span-2 max-sm:row-start-6',
      render: ({ row }) => (
        <div className="max-sm:flex max-sm:items-baseline">
          <PhoneLabel isInline>SIGs</PhoneLabel>
          <PlanGroups row={row} links={links} />
        </div>
      ),
    },
  ]
}

/** The proposal that carries a plan, with how its vote ended. */
export function ProposalCell({
  proposal,
  extent,
  now,
}: {
  readonly proposal: Proposal | undefined
  readonly extent: ListExtent
  readonly now: Date
}) {
  if (proposal === undefined) {
    return extent === 'reading' ? (
      <Skeleton lines={2} widthClass="w-24" label="its proposal" />
    ) : (
      <span className="text-ink-3">
        {extent === 'read' ? 'no proposal known' : 'could not be read'}
      </span>
    )
  }
  return (
    <>
      <Link
        to="/proposals/$id"
        params={{ id: proposal.id.toString() }}
        search={{}}
        aria-label={`Proposal ${proposal.id}, ${formatProposalStatus(proposal.status)}`}
      >
        {proposal.id.toString()}
      </Link>{' '}
      <StatusBadge status={proposal.status} />
      <span className="block text-xs text-ink-3">
        <TimeText date={proposal.votingEndsAt} now={now} form="utc" absence="no vote yet" />
      </span>
    </>
  )
}
