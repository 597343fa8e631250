import { formatCount } from '../../domain/format-integer.ts'
import { describeGroupStatus, formatGroupStatus } from '../../domain/groups/describe-group.ts'
import type { Day } from '../../domain/registry/aep.ts'
import type { Group } from '../../domain/registry/group.ts'
import { GroupLink } from '../../ui/aep/GroupLink.tsx'
import { Section } from '../../ui/page/Heading.tsx'
import { DayText } from '../../ui/text/DayText.tsx'
import { ExternalLink } from '../../ui/text/ExternalLink.tsx'

const NONE = 'text-ink-3'

/** Who leads the group, when it met, where its charter stands, and why it is said to be active or not. */
export function GroupFacts({
  group,
  recorded,
  now,
}: {
  readonly group: Group
  readonly recorded: Day
  readonly now: Date
}) {
  const { leads, lastMeeting, meetings, charter, aliases, related } = group
  return (
    <>
      <Section form="side" title={group.kind === 'committee' ? 'Members' : 'Leads'}>
        {leads.length === 0 ? (
          <p className={NONE}>None named on its page.</p>
        ) : (
          <ul className="columns-2 gap-x-6 sm:columns-3 lg:columns-1">
            {leads.map((lead) => (
              <li key={lead}>{lead}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section form="side" title="Meetings">
        {lastMeeting === undefined ? (
          <p className={NONE}>No minutes are kept.</p>
        ) : (
          <>
            <p>
              Last <DayText day={lastMeeting} now={now} />
            </p>
            <p className="text-ink-2">
              {formatCount(meetings, 'meeting')} with minutes up to {recorded}
              {charter !== undefined && (
                <>
                  , <ExternalLink url={`${charter}/meetings`}>in its folder</ExternalLink>
                </>
              )}
            </p>
          </>
        )}
      </Section>
      <Section form="side" title="Charter">
        {charter === undefined ? (
          <p className={NONE}>It has no page.</p>
        ) : (
          <p>
            <ExternalLink url={charter}>Its page in the community repository</ExternalLink>
          </p>
        )}
        <p className="text-ink-2">
          {group.isListed
            ? "The community's list of groups names it."
            : "The community's list of groups does not name it."}
        </p>
      </Section>
      <Section form="side" title="Status">
        <p>
          {formatGroupStatus(group.status)}. {describeGroupStatus(group.status)}
        </p>
        <p className="text-ink-2">Basis: {group.statusBasis}.</p>
      </Section>
      {(aliases.length > 0 || related.length > 0) && (
        <Section form="side" title="Names and relatives">
          {aliases.length > 0 && <p>Also {aliases.join(', ')}</p>}
          {related.length > 0 && (
            <p>
              Related:{' '}
              {related.map((id, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <GroupLink id={id} />
                </span>
              ))}
            </p>
          )}
        </Section>
      )}
      {group.note !== undefined && (
        <Section form="side" title="Remark">
          <p className="text-ink-2">{group.note}</p>
        </Section>
      )}
    </>
  )
}
