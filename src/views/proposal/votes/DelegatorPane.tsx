import { useMemo } from 'react'
import { formatCount } from '../../../domain/format-integer.ts'
import type { VoterCasts } from './cast-history.ts'
import { delegatorColumns } from './delegator-columns.tsx'
import { selectRows } from './select-rows.ts'
import type { VotesFilterState } from './use-votes-filter.ts'
import { VoteList } from './VoteList.tsx'
import { VotesToolbar } from './VotesToolbar.tsx'
import type { DelegatorRow } from './vote-rows.ts'

export interface DelegatorPaneProps {
  readonly rows: readonly DelegatorRow[]
  readonly castsOf: (voter: string) => VoterCasts
  readonly isExact: boolean
  readonly denom: string
  readonly control: VotesFilterState
}

/** Votes of accounts without a validator; what they weigh is known once their delegations are read. */
export function DelegatorPane({ rows, castsOf, isExact, denom, control }: DelegatorPaneProps) {
  const { filter, change, sort, onSort } = control
  const columns = useMemo(
    () => delegatorColumns(denom, castsOf, isExact),
    [denom, castsOf, isExact],
  )
  const shown = useMemo(() => selectRows(rows, filter, keysOf), [rows, filter])
  const votes = useMemo(() => rows.map(({ vote }) => vote), [rows])
  return (
    <>
      <p className="mt-3 max-w-[80ch]">
        {rows.length === 0
          ? 'No account without a validator has voted.'
          : `${formatCount(rows.length, 'account')} voted for their own stake instead of leaving it to their validators. ${
              isExact
                ? 'Power is what each has delegated to bonded validators.'
                : 'How much that is, is unknown until counted exactly.'
            }`}
      </p>
      {rows.length > 0 && (
        <>
          <VotesToolbar
            filter={filter}
            onChange={change}
            votes={votes}
            placeholder="Account or validator"
          />
          <VoteList
            table={{
              label: 'Delegator votes',
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
              sentence: 'Take a filter away, or search for another account.',
            }}
          />
        </>
      )}
    </>
  )
}

function keysOf({ vote, power, overrides }: DelegatorRow) {
  return {
    label: vote.voter,
    texts: [vote.voter, ...overrides.map(({ label }) => label)],
    power,
    vote,
  }
}
