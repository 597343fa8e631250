import type { ReactNode } from 'react'
import { formatGroupKindInFull } from '../../domain/groups/describe-group.ts'
import type { GroupWorks } from '../../domain/groups/group-works.ts'
import type { Day } from '../../domain/registry/aep.ts'
import type { Group } from '../../domain/registry/group.ts'
import { GroupLink } from '../../ui/aep/GroupLink.tsx'
import { formatLeads } from '../../ui/group/format-leads.ts'
import { GroupStatusMark } from '../../ui/group/GroupStatusMark.tsx'
import { Callout } from '../../ui/page/Callout.tsx'
import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { GroupFacts } from './GroupFacts.tsx'
import { GroupWorkSections } from './GroupWorkSections.tsx'
import { WorksSentence } from './WorksSentence.tsx'

export interface KnownGroupProps {
  readonly group: Group
  /** The name of the address where it is another one. */
  readonly askedAs: string | undefined
  /** undefined while the chain is being read. */
  readonly works: GroupWorks | undefined
  /** Nothing of the chain is unread. */
  readonly isWhole: boolean
  /** As of which the group is recorded. */
  readonly recorded: Day
  readonly now: Date
  /** Says that the chain could not be read, where that is so. */
  readonly failure: ReactNode
}

/** A group of the record: what it is for and what is tied to it, with the facts of it in the margin. */
export function KnownGroup(props: KnownGroupProps) {
  const { group, askedAs, works, isWhole, recorded, now, failure } = props
  return (
    <>
      <Kicker>
        <span>{formatGroupKindInFull(group.kind)}</span>
        <span className="tracking-normal normal-case">{group.id}</span>
        <GroupStatusMark status={group.status} />
      </Kicker>
      <PageTitle>{group.name}</PageTitle>
      <Lede>
        {group.scope ?? 'What it is for is nowhere on record.'} {describeStanding(group)}{' '}
        <span className="block min-h-[2lh] max-sm:min-h-[4lh]">
          <WorksSentence works={works} isWhole={isWhole} />
        </span>
      </Lede>
      {askedAs !== undefined && (
        <Callout title="Another name of this group">
          <p>
            <HostileText text={askedAs} limit={60} isCutSilently /> is what{' '}
            <GroupLink id={group.id} /> was, or is also, called.
          </p>
        </Callout>
      )}
      <StandingNote group={group} />
      {failure}
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0 lg:order-1">
          <GroupWorkSections works={works} isWhole={isWhole} now={now} />
        </div>
        <div className="mt-8 lg:order-2">
          <GroupFacts group={group} recorded={recorded} now={now} />
        </div>
      </div>
    </>
  )
}

/** Who leads it and when it met last. */
function describeStanding({ kind, leads, lastMeeting }: Group): string {
  const names = formatLeads(leads, 3)
  const verb = kind === 'committee' ? 'Made up of' : 'Led by'
  const met = lastMeeting === undefined ? 'no minutes kept' : `last met on ${lastMeeting}`
  return names === undefined ? `No lead named; ${met}.` : `${verb} ${names}; ${met}.`
}

/** What a reader should know before taking the group for one that can be asked. */
function StandingNote({ group }: { readonly group: Group }) {
  switch (group.status) {
    case 'active':
      return null
    case 'dormant':
      return (
        <Callout title="It has not met for long">
          <p>
            {group.lastMeeting === undefined
              ? 'It has a page and no minutes.'
              : `Its last minutes are of ${group.lastMeeting}.`}{' '}
            Nobody closed it: what it owned may have passed to a related group without a word.
          </p>
        </Callout>
      )
    case 'archived':
      return (
        <Callout title="It is no more">
          <p>Archived: {group.statusBasis}.</p>
        </Callout>
      )
    case 'listed-only':
      return (
        <Callout title="There is only its name">
          <p>
            The community's list of groups names it; it has no page, no charter and no minutes, and
            nothing shows that it ever met.
          </p>
        </Callout>
      )
  }
}
