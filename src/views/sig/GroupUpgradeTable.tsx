import type { GroupUpgrade } from '../../domain/groups/group-works.ts'
import { planKey } from '../../domain/link/link.ts'
import { EvidencePopover } from '../../ui/aep/EvidencePopover.tsx'
import { ProposalNumberLink } from '../../ui/aep/ProposalNumberLink.tsx'
import { UpgradeNameLink } from '../../ui/aep/UpgradeNameLink.tsx'
import { Pill } from '../../ui/page/Pill.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { PhoneLabel } from '../../ui/table/PhoneLabel.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { DayText } from '../../ui/text/DayText.tsx'
import { HeightText } from '../../ui/text/HeightText.tsx'

/** Upgrades of a group, the latest first: where and when each was applied, and what ties it to the group. */
export function GroupUpgradeTable({
  upgrades,
  now,
}: {
  readonly upgrades: readonly GroupUpgrade[]
  readonly now: Date
}) {
  return (
    <DataTable
      label="Upgrades tied to the group"
      columns={columnsOf(now)}
      rows={upgrades}
      getKey={({ plan }) => planKey(plan.name, plan.height)}
      phoneRowClass="max-sm:grid-cols-[minmax(0,1fr)_auto]"
      isFixed
    />
  )
}

function columnsOf(now: Date): readonly TableColumn<GroupUpgrade>[] {
  return [
    {
      id: 'name',
      header: 'Upgrade',
      isRowHeader: true,
      className: 'max-sm:col-start-1 max-sm:row-start-1 font-medium!',
      render: ({ plan }) => <UpgradeNameLink name={plan.name} />,
    },
    {
      id: 'height',
      header: 'Height',
      align: 'end',
      className: 'sm:w-28 max-sm:col-start-2 max-sm:row-start-1 max-sm:text-end',
      // A plan's height has no block yet.
      render: ({ plan }) =>
        plan.state === 'applied' ? (
          <HeightText height={plan.height} />
        ) : (
          <HeightText height={plan.height} href={false} />
        ),
    },
    {
      id: 'date',
      header: 'Applied',
      className: 'sm:w-52 max-sm:col-start-1 max-sm:row-start-2',
      render: ({ plan }) => {
        if (plan.state === 'scheduled') return <Pill tone="note">Scheduled</Pill>
        return plan.appliedOn === undefined ? (
          <span className="text-ink-3">day not known</span>
        ) : (
          <DayText day={plan.appliedOn} now={now} />
        )
      },
    },
    {
      id: 'proposal',
      header: 'Proposal',
      className: 'sm:w-28 max-sm:col-start-2 max-sm:row-start-2 max-sm:text-end',
      render: ({ plan }) =>
        plan.proposalId === undefined ? (
          <span className="text-ink-3">none known</span>
        ) : (
          <ProposalNumberLink id={plan.proposalId} />
        ),
    },
    {
      id: 'evidence',
      header: 'Tied by, confidence',
      className: 'sm:w-44 max-sm:col-span-2 max-sm:row-start-3',
      render: ({ plan, tie }) => (
        <>
          <PhoneLabel isInline>tied by</PhoneLabel>
          <EvidencePopover evidence={tie.evidence} of={`${tie.group} and ${plan.name}`} />{' '}
          <span className="text-xs whitespace-nowrap text-ink-3">{tie.confidence}</span>
        </>
      ),
    },
  ]
}
