import { memo, useCallback, useMemo } from 'react'
import type { ExactVote } from '../../../queries/exact-tally.ts'
import type { VoteHistoryReport } from '../../../queries/vote-history.ts'
import type { VoteView } from '../../../queries/votes.ts'
import { Tabs } from '../../../ui/controls/Tabs.tsx'
import { Section } from '../../../ui/page/Heading.tsx'
import { computeAllNo } from './all-no.ts'
import { pickCasts } from './cast-history.ts'
import { DelegatorPane } from './DelegatorPane.tsx'
import { SilentPane } from './SilentPane.tsx'
import { useVotesFilter } from './use-votes-filter.ts'
import { ValidatorPane } from './ValidatorPane.tsx'
import { listVoteRows } from './vote-rows.ts'
import type { VoteTab } from './votes-search.ts'

export interface VoteListsProps {
  readonly view: VoteView
  readonly exact: ExactVote | undefined
  readonly denom: string
  readonly history: VoteHistoryReport | undefined
  /** Block that ended a failed expedited round, where that is known. */
  readonly convertedAt: bigint | undefined
}

/** Who has not voted, how the validators voted, how delegators did. The tab and its filters are in the URL. */
export const VoteLists = memo(function VoteLists(props: VoteListsProps) {
  const { view, exact, denom, history, convertedAt } = props
  const control = useVotesFilter()
  const { tab } = control.filter
  const { height } = view.source
  const rows = useMemo(() => listVoteRows(view, exact?.exact), [view, exact])
  const allNo = useMemo(() => computeAllNo(view, exact?.exact), [view, exact])
  const byVoter = history?.kind === 'read' ? history.byVoter : undefined
  const castsOf = useCallback(
    (voter: string) => pickCasts(byVoter?.get(voter), { after: convertedAt, upTo: height }),
    [byVoter, convertedAt, height],
  )
  const tabs = TABS.map(({ tab: each, label }) => ({
    tab: each,
    label,
    href: control.hrefOf(each),
    isCurrent: each === tab,
    count: rows[each].length,
  }))
  const common = { castsOf, isExact: exact !== undefined, denom, control }
  return (
    <Section title="Votes" id="votes">
      <Tabs
        label="Lists of votes"
        tabs={tabs}
        onFollow={(href) => {
          const followed = tabs.find((each) => each.href === href)
          if (followed !== undefined) control.showTab(followed.tab)
        }}
      />
      {tab === 'silent' && (
        <SilentPane
          rows={rows.silent}
          allNo={allNo}
          isExpedited={view.proposal.expedited}
          proposalId={view.proposal.id}
          source={view.source}
          denom={denom}
          control={control}
        />
      )}
      {tab === 'validators' && <ValidatorPane rows={rows.validators} {...common} />}
      {tab === 'delegators' && <DelegatorPane rows={rows.delegators} {...common} />}
    </Section>
  )
})

const TABS: readonly { readonly tab: VoteTab; readonly label: string }[] = [
  { tab: 'silent', label: 'Not voted' },
  { tab: 'validators', label: 'Validators' },
  { tab: 'delegators', label: 'Delegators' },
]
