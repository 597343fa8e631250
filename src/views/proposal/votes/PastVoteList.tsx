import { useMemo } from 'react'
import { pastColumns } from './past-columns.tsx'
import type { PastVote } from './past-votes.ts'
import { selectRows } from './select-rows.ts'
import type { VotesFilterState } from './use-votes-filter.ts'
import { VoteList } from './VoteList.tsx'
import { VotesToolbar } from './VotesToolbar.tsx'

export interface PastVoteListProps {
  readonly label: string
  readonly votes: readonly PastVote[]
  readonly heightHeader: string
  readonly denom: string
  readonly control: VotesFilterState
}

/** Deleted votes, searched, filtered and sorted as open ones are. */
export function PastVoteList(props: PastVoteListProps) {
  const { label, votes, heightHeader, denom, control } = props
  const { filter, change, sort, onSort } = control
  const hasStake = votes.some(({ tokens }) => tokens !== undefined)
  const columns = useMemo(
    () => pastColumns(denom, heightHeader, hasStake),
    [denom, heightHeader, hasStake],
  )
  const shown = useMemo(() => selectRows(votes, filter, keysOf), [votes, filter])
  const cast = useMemo(() => votes.map(({ vote }) => vote), [votes])
  return (
    <>
      <VotesToolbar filter={filter} onChange={change} votes={cast} placeholder="Name or address" />
      <VoteList
        table={{
          label,
          columns,
          rows: shown,
          getKey: ({ vote }) => vote.voter,
          sort,
          onSort,
        }}
        isWhole={filter.isWhole}
        onShowAll={() => change({ isWhole: true })}
        empty={{
          title: 'No vote matches',
          sentence: 'Take a filter away, or search for another name.',
        }}
      />
    </>
  )
}

function keysOf({ vote, label, tokens }: PastVote) {
  return {
    label: label ?? vote.voter,
    texts: [label ?? '', vote.voter],
    power: tokens,
    vote,
  }
}
