import { useMemo } from 'react'
import type { VoterCasts } from './cast-history.ts'
import { selectRows } from './select-rows.ts'
import type { VotesFilterState } from './use-votes-filter.ts'
import { VoteList } from './VoteList.tsx'
import { VotesToolbar } from './VotesToolbar.tsx'
import { validatorColumns } from './validator-columns.tsx'
import type { ValidatorRow } from './vote-rows.ts'

export interface ValidatorPaneProps {
  readonly rows: readonly ValidatorRow[]
  readonly castsOf: (voter: string) => VoterCasts
  readonly isExact: boolean
  readonly denom: string
  readonly control: VotesFilterState
}

/** Votes by validator: what each voted and what that weighs. */
export function ValidatorPane({ rows, castsOf, isExact, denom, control }: ValidatorPaneProps) {
  const { filter, change, sort, onSort } = control
  const columns = useMemo(() => validatorColumns(denom, castsOf), [denom, castsOf])
  const shown = useMemo(() => selectRows(rows, filter, keysOf), [rows, filter])
  const votes = useMemo(() => rows.map(({ vote }) => vote), [rows])
  return (
    <>
      <p className="mt-3 max-w-[80ch]">
        {rows.length === 0
          ? 'No bonded validator has voted.'
          : isExact
            ? 'Power is what each vote weighs: the stake with the validator, less what delegators voted themselves.'
            : 'Power is all stake with the validator: the most its vote can weigh. Delegators who voted themselves are taken off only by the exact count.'}
      </p>
      {rows.length > 0 && (
        <>
          <VotesToolbar
            filter={filter}
            onChange={change}
            votes={votes}
            placeholder="Name or address"
          />
          <VoteList
            table={{
              label: 'Votes by validator',
              columns,
              rows: shown,
              getKey: ({ operatorAddress }) => operatorAddress,
              sort,
              onSort,
            }}
            isWhole={filter.isWhole}
            onShowAll={() => change({ isWhole: true })}
            empty={{
              title: 'No vote matches',
              sentence: 'Take a filter away, or look under those who have not voted.',
            }}
          />
        </>
      )}
    </>
  )
}

function keysOf({ label, operatorAddress, vote, power }: ValidatorRow) {
  return { label, texts: [label, operatorAddress, vote.voter], power, vote }
}
