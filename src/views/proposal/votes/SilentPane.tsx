import { useMemo } from 'react'
import { formatCount } from '../../../domain/format-integer.ts'
import { formatOutcome } from '../../../domain/format-outcome.ts'
import type { Source } from '../../../domain/source.ts'
import type { Outcome } from '../../../domain/tally.ts'
import { AmountText } from '../../../ui/text/AmountText.tsx'
import { CopyListDialog } from './CopyListDialog.tsx'
import { selectRows } from './select-rows.ts'
import { silentColumns } from './silent-columns.tsx'
import type { VotesFilterState } from './use-votes-filter.ts'
import { VoteList } from './VoteList.tsx'
import { VotesToolbar } from './VotesToolbar.tsx'
import type { SilentRow } from './vote-rows.ts'

export interface SilentPaneProps {
  readonly rows: readonly SilentRow[]
  /** What the chain would decide if all of them said no. */
  readonly allNo: Outcome | undefined
  readonly isExpedited: boolean
  readonly proposalId: bigint
  readonly source: Source
  readonly denom: string
  readonly control: VotesFilterState
}

/** The validators that have not voted, by power, with the running total. */
export function SilentPane(props: SilentPaneProps) {
  const { rows, allNo, isExpedited, proposalId, source, denom, control } = props
  const { filter, change, sort, onSort } = control
  const columns = useMemo(() => silentColumns(denom), [denom])
  const shown = useMemo(() => selectRows(rows, filter, keysOf), [rows, filter])
  const amount = rows.reduce((sum, { tokens }) => sum + tokens, 0n)
  return (
    <>
      <p className="mt-3 max-w-[80ch]">
        {rows.length === 0 ? (
          'Every bonded validator has voted.'
        ) : (
          <>
            Not voted: <b>{formatCount(rows.length, 'validator')}</b>,{' '}
            <AmountText coin={{ denom, amount }} form="compact" isDisclosed />.{' '}
            {allNo !== undefined &&
              `If all of them said no, it would ${formatOutcome(allNo, isExpedited)}.`}
          </>
        )}
      </p>
      {rows.length > 0 && (
        <>
          <VotesToolbar
            filter={filter}
            onChange={change}
            votes={undefined}
            placeholder="Name or address"
          >
            <CopyListDialog
              list={{
                proposalId,
                height: source.height,
                chainId: source.chainId,
                denom,
                rows,
              }}
            />
          </VotesToolbar>
          <VoteList
            table={{
              label: 'Validators that have not voted',
              columns,
              rows: shown,
              getKey: ({ operatorAddress }) => operatorAddress,
              sort,
              onSort,
            }}
            isWhole={filter.isWhole}
            onShowAll={() => change({ isWhole: true })}
            empty={{
              title: 'No validator matches',
              sentence: 'Everyone of that name or address has voted, or is not bonded.',
            }}
          />
        </>
      )}
    </>
  )
}

function keysOf({ label, operatorAddress, tokens }: SilentRow) {
  return { label, texts: [label, operatorAddress], power: tokens, vote: undefined }
}
