import type { GroupAep } from '../../domain/groups/group-works.ts'
import { parseEditorialStatus } from '../../domain/registry/editorial-status.ts'
import { AepNumberLink } from '../../ui/aep/AepNumberLink.tsx'
import { AepTitle } from '../../ui/aep/AepTitle.tsx'
import { DeliveryBadge } from '../../ui/aep/DeliveryBadge.tsx'
import { EditorialStatusText } from '../../ui/aep/EditorialStatusText.tsx'
import { EvidencePopover } from '../../ui/aep/EvidencePopover.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { PhoneLabel } from '../../ui/table/PhoneLabel.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'

function groupAepColumns(isWhole: boolean): readonly TableColumn<GroupAep>[] {
  return [
    {
      id: 'aep',
      header: 'AEP',
      isRowHeader: true,
      className: 'max-sm:col-span-2 max-sm:row-start-1',
      render: ({ number, title }) => (
        <AepNumberLink aep={number}>
          {title !== undefined && (
            <>
              {' '}
              <AepTitle title={title} />
            </>
          )}
        </AepNumberLink>
      ),
    },
    {
      id: 'status',
      header: 'The document says',
      className: 'sm:w-36 max-sm:col-start-1 max-sm:row-start-2',
      render: ({ statusRaw }) =>
        statusRaw === undefined ? (
          <span className="text-ink-3">no document read</span>
        ) : (
          <EditorialStatusText status={parseEditorialStatus(statusRaw)} raw={statusRaw} />
        ),
    },
    {
      id: 'delivery',
      header: 'The chain shows',
      className: 'sm:w-44 max-sm:col-start-2 max-sm:row-start-2 max-sm:text-end',
      render: ({ delivery }) =>
        delivery === undefined ? (
          <span className="text-ink-3">not judged</span>
        ) : (
          <DeliveryBadge kind={delivery.kind} isWhole={isWhole} />
        ),
    },
    {
      id: 'evidence',
      header: 'Tied by, confidence',
      className: 'sm:w-44 max-sm:col-span-2 max-sm:row-start-3',
      render: ({ number, tie }) => (
        <>
          <PhoneLabel isInline>tied by</PhoneLabel>
          <EvidencePopover evidence={tie.evidence} of={`${tie.group} and AEP-${number}`} />{' '}
          <span className="text-xs whitespace-nowrap text-ink-3">{tie.confidence}</span>
        </>
      ),
    },
  ]
}

/** AEPs of a group: what each document says, what the chain shows, and what ties it to the group. */
export function GroupAepTable({
  label,
  aeps,
  isWhole,
}: {
  readonly label: string
  readonly aeps: readonly GroupAep[]
  /** Nothing of the chain is unread. */
  readonly isWhole: boolean
}) {
  return (
    <DataTable
      label={label}
      columns={groupAepColumns(isWhole)}
      rows={aeps}
      getKey={({ number }) => number.toString()}
      phoneRowClass="max-sm:grid-cols-[minmax(0,1fr)_auto]"
      isFixed
    />
  )
}
