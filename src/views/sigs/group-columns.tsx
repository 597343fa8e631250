import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { formatGroupKind } from '../../domain/groups/describe-group.ts'
import { countUpgrades } from '../../domain/groups/group-works.ts'
import { formatLeads } from '../../ui/group/format-leads.ts'
import { GroupStatusMark } from '../../ui/group/GroupStatusMark.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { PhoneLabel } from '../../ui/table/PhoneLabel.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { DayText } from '../../ui/text/DayText.tsx'
import type { GroupRow } from './group-filter.ts'

/**
 * The columns of the list; `sort` of the URL names them by id.
 * @param isWhole nothing of the chain is unread, so that none is none
 */
export function groupColumns(now: Date, isWhole: boolean): readonly TableColumn<GroupRow>[] {
  return [
    {
      id: 'name',
      header: 'Group',
      isRowHeader: true,
      isSortable: true,
      className: 'max-sm:col-start-1 max-sm:row-start-1 font-medium!',
      render: ({ group }) => group.name,
      renderDetail: ({ group }) => (
        <span className="block text-xs font-normal text-ink-3">
          {formatGroupKind(group.kind)} · {group.id}
          {group.scope !== undefined && (
            <span className="block text-s text-ink-2">{group.scope}</span>
          )}
        </span>
      ),
    },
    {
      id: 'status',
      header: 'Status',
      className: 'sm:w-28 lg:w-32 max-sm:col-start-2 max-sm:row-start-1 max-sm:text-end',
      render: ({ group }) => <GroupStatusMark status={group.status} />,
    },
    {
      id: 'leads',
      header: 'Leads',
      className: 'sm:w-28 lg:w-44 max-sm:col-span-2 max-sm:row-start-2',
      render: ({ group }) => (
        <>
          <PhoneLabel isInline>leads</PhoneLabel>
          {formatLeads(group.leads, 3) ?? <span className="text-ink-3">none named</span>}
        </>
      ),
    },
    {
      id: 'meeting',
      header: 'Last meeting',
      isSortable: true,
      className: 'sm:w-28 lg:w-36 max-sm:col-span-2 max-sm:row-start-3',
      render: ({ group }) => (
        <>
          <PhoneLabel isInline>last meeting</PhoneLabel>
          {group.lastMeeting === undefined ? (
            <span className="text-ink-3">no minutes kept</span>
          ) : (
            <>
              <DayText day={group.lastMeeting} now={now} />{' '}
              <span className="text-xs text-ink-3 sm:block">
                <span className="sm:hidden">· </span>
                {formatCount(group.meetings, 'meeting')}
              </span>
            </>
          )}
        </>
      ),
    },
    {
      id: 'aeps',
      header: 'AEPs',
      align: 'end',
      isSortable: true,
      className: 'sm:w-20 lg:w-28 max-sm:col-start-1 max-sm:row-start-4',
      render: ({ works }) => (
        <CountCell
          label="AEPs"
          isWhole={isWhole}
          count={works?.aeps.length}
          rest={works && describeRest([[works.aepsByScope.length, 'by scope']])}
        />
      ),
    },
    {
      id: 'upgrades',
      header: 'Upgrades',
      align: 'end',
      isSortable: true,
      className: 'sm:w-24 lg:w-28 max-sm:col-start-2 max-sm:row-start-4 max-sm:text-end',
      render: ({ works }) => {
        const counts = works && countUpgrades(works)
        return (
          <CountCell
            label="upgrades"
            isWhole={isWhole}
            count={counts?.applied}
            rest={
              counts &&
              describeRest([
                [counts.scheduled, 'scheduled'],
                [counts.byScope, 'by scope'],
              ])
            }
          />
        )
      },
    },
  ]
}

function CountCell({
  label,
  isWhole,
  count,
  rest,
}: {
  readonly label: string
  readonly isWhole: boolean
  /** undefined while the chain is being read. */
  readonly count: number | undefined
  readonly rest: string | undefined
}) {
  if (count === undefined) {
    return (
      <span className="inline-block w-10">
        <Skeleton />
      </span>
    )
  }
  return (
    <>
      <PhoneLabel isInline>{label}</PhoneLabel>
      {count === 0 ? (
        <span className="text-ink-3">{isWhole ? 'none' : 'none so far'}</span>
      ) : (
        formatInteger(count)
      )}{' '}
      {rest !== undefined && rest !== '' && (
        <span className="text-xs text-ink-3 sm:block">{rest}</span>
      )}
    </>
  )
}

function describeRest(parts: readonly (readonly [count: number, words: string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${formatInteger(count)} ${words}`)
    .join(', ')
}
