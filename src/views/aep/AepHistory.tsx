import type { ReactNode } from 'react'
import { HISTORY_BEGINS } from '../../domain/link/changes/history-begins.ts'
import type { AepLink } from '../../domain/link/link.ts'
import type { FieldChange } from '../../domain/registry/aep.ts'
import type { Relation } from '../../domain/registry/registry.ts'
import { ProposalNumberLink } from '../../ui/aep/ProposalNumberLink.tsx'
import { UpgradeNameLink } from '../../ui/aep/UpgradeNameLink.tsx'
import { Timeline } from '../../ui/page/Timeline.tsx'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import type { HistoryDay, HistoryEvent } from './compute-history.ts'

/** What happened to the document and on the chain, day by day. */
export function AepHistory({ days }: { readonly days: readonly HistoryDay[] }) {
  const last = days.filter(({ isAhead }) => !isAhead).length - 1
  return (
    <>
      <Timeline
        steps={days.map(({ day, isAhead, events }, index) => ({
          key: `${index} ${day ?? 'undated'}`,
          state: isAhead ? 'ahead' : index === last ? 'current' : 'done',
          title:
            day === undefined ? isAhead ? 'Ahead' : 'Undated' : <time dateTime={day}>{day}</time>,
          detail: (
            <ul>
              {events.map((event) => (
                <li key={keyOf(event)}>
                  <EventText event={event} day={day} />
                </li>
              ))}
            </ul>
          ),
        }))}
      />
      <p className="mt-3 text-xs text-ink-3">
        The repository of the documents begins on{' '}
        <span className="whitespace-nowrap">{HISTORY_BEGINS}</span>; what they said before is not on
        record.
      </p>
    </>
  )
}

function keyOf(event: HistoryEvent): string {
  switch (event.kind) {
    case 'change':
      return `change ${event.change.field} ${event.change.commit} ${event.change.value ?? ''}`
    case 'link': {
      const { target, relation } = event.link
      const name =
        target.kind === 'upgrade'
          ? `${target.name} ${target.height}`
          : target.kind === 'launch'
            ? target.displayName
            : target.proposalId.toString()
      return `link ${relation} ${target.kind} ${name}`
    }
    default:
      return event.kind
  }
}

function EventText({
  event,
  day,
}: {
  readonly event: HistoryEvent
  readonly day: string | undefined
}) {
  switch (event.kind) {
    case 'created':
      return (
        <>
          Created, as the document says
          {day === undefined && (
            <>
              : <Written text={event.raw} />
            </>
          )}
        </>
      )
    case 'estimate':
      return (
        <span className={event.isOverdue ? 'text-warn' : undefined}>
          Estimated completion{event.isOverdue && '; the document names no other'}
          {day === undefined && (
            <>
              : <Written text={event.raw} />
            </>
          )}
        </span>
      )
    case 'change':
      return <ChangeText event={event} day={day} />
    case 'link':
      return <LinkText link={event.link} />
  }
}

const FIELDS: Readonly<Record<FieldChange['field'], string>> = {
  title: 'Title',
  status: 'Status',
  created: 'Date of creation',
  completed: 'Completed',
  'estimated-completion': 'Estimated completion',
  resolution: 'Resolution',
}

function ChangeText({
  event: { change, before, isFirst },
  day,
}: {
  readonly event: HistoryEvent & { readonly kind: 'change' }
  readonly day: string | undefined
}): ReactNode {
  const name = FIELDS[change.field]
  if (change.value === undefined) return `${name} taken out`
  const value = <Written text={change.value} />
  if (before !== undefined) {
    return (
      <>
        {name}: {change.field === 'title' ? null : <Written text={before} />}
        {change.field === 'title' ? 'now ' : ' → '}
        <span className={change.field === 'status' ? 'font-semibold text-ink' : undefined}>
          {value}
        </span>
      </>
    )
  }
  if (isFirst && day === HISTORY_BEGINS) {
    return (
      <>
        {name} when the record begins: {value}
      </>
    )
  }
  return (
    <>
      {name}: {value}
    </>
  )
}

function Written({ text }: { readonly text: string }) {
  return <HostileText text={text} limit={80} isCutSilently absence="empty" />
}

const DONE: Readonly<Record<Relation, string>> = {
  delivers: 'Delivered by',
  removes: 'Removed by',
  funds: 'Funding voted in',
  amends: 'Changed by',
  mentions: 'Mentioned in',
}

function LinkText({ link: { target, relation } }: { readonly link: AepLink }) {
  if (target.kind === 'launch') return `There when ${target.displayName} began`
  if (target.kind === 'proposal') {
    return (
      <>
        {target.standing === 'passed' ? DONE[relation] : 'Asked for in'}{' '}
        <ProposalNumberLink id={target.proposalId} />
        {target.standing === 'rejected' && ', which was voted down'}
        {target.standing === 'failed' && ', which passed without effect'}
      </>
    )
  }
  return (
    <span className={target.state === 'applied' ? 'font-semibold text-ink' : undefined}>
      {target.state === 'applied'
        ? DONE[relation]
        : target.state === 'scheduled'
          ? 'Scheduled in'
          : 'Asked for in'}{' '}
      <UpgradeNameLink name={target.name} limit={40} /> at height{' '}
      <HeightText height={target.height} href={target.state === 'applied' ? undefined : false} />
    </span>
  )
}
