import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { formatKeptVotes } from '../../domain/kept-votes-sentence.ts'
import { countByStatus } from '../../domain/proposal-filter.ts'
import type { ProposalList } from '../../queries/proposal-list.ts'
import { Lede } from '../../ui/page/Heading.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'

/** A list that is not whole knows of no vote in what was read, which is not the same as none. */
function noneIn(list: ProposalList): string {
  const unreadable = list.rows.filter(({ kind }) => kind === 'unreadable').length
  if (!list.isComplete)
    return 'No open vote among the newest proposals; older ones are not read yet'
  return unreadable === 0
    ? 'Nothing is in vote'
    : `Nothing readable is in vote; ${formatCount(unreadable, 'proposal')} could not be decoded`
}

/** What needs attention now: how many votes are open, and which ends next. */
export function ListLede({ list, now }: { readonly list: ProposalList; readonly now: Date }) {
  const counts = countByStatus(list.rows)
  const voting = counts.get('PROPOSAL_STATUS_VOTING_PERIOD') ?? 0
  if (list.onlyKept !== undefined) {
    const kept = formatKeptVotes(list.isComplete ? voting : undefined)
    return (
      <Lede>
        <b>{kept.before}</b>; {kept.now}
      </Lede>
    )
  }
  const collecting = counts.get('PROPOSAL_STATUS_DEPOSIT_PERIOD') ?? 0
  const nextEnd = list.rows
    .flatMap((row) =>
      row.kind === 'proposal' &&
      row.proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD' &&
      row.proposal.votingEndsAt !== undefined &&
      row.proposal.votingEndsAt > now
        ? [row.proposal.votingEndsAt]
        : [],
    )
    .sort((a, b) => a.getTime() - b.getTime())[0]
  return (
    <Lede>
      <b>{voting === 0 ? noneIn(list) : `${formatInteger(voting)} in vote`}</b>
      {nextEnd !== undefined && (
        <>
          , the next one ends <TimeText date={nextEnd} now={now} form="line" />
        </>
      )}
      {collecting > 0 && `; ${formatInteger(collecting)} collecting the deposit`}.
    </Lede>
  )
}
