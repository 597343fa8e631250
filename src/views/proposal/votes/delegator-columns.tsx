import { formatDenom } from '../../../domain/amount.ts'
import { formatWholeAmount } from '../../../domain/format-whole-amount.ts'
import { formatVote, VoteText } from '../../../ui/proposal/VoteText.tsx'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import { AddressText } from '../../../ui/text/AddressText.tsx'
import { PowerNumber } from '../../../ui/text/PowerNumber.tsx'
import type { VoterCasts } from './cast-history.ts'
import { VoterNotes } from './VoterNotes.tsx'
import type { DelegatorRow, Override } from './vote-rows.ts'

/** Columns of the votes of accounts without a validator. */
export function delegatorColumns(
  denom: string,
  castsOf: (voter: string) => VoterCasts,
  isExact: boolean,
): readonly TableColumn<DelegatorRow>[] {
  return [
    {
      id: 'label',
      header: 'Account',
      isRowHeader: true,
      isSortable: true,
      render: ({ vote }) => <AddressText address={vote.voter} />,
      renderDetail: ({ vote }) => (
        <VoterNotes casts={castsOf(vote.voter)} metadata={vote.metadata} />
      ),
    },
    {
      id: 'vote',
      header: 'Vote',
      className: 'sm:w-48 max-sm:row-start-2 max-sm:col-span-2',
      render: ({ vote }) => <VoteText options={vote.options} />,
    },
    {
      id: 'power',
      header: `Power, ${formatDenom(denom)}`,
      align: 'end',
      isSortable: true,
      className: 'sm:w-36 max-sm:col-start-2 max-sm:row-start-1 max-sm:text-end',
      render: ({ power }) =>
        power === undefined ? (
          <span className="text-ink-3">not counted yet</span>
        ) : (
          <PowerNumber coin={{ denom, amount: power }} />
        ),
    },
    {
      id: 'overrides',
      header: 'Instead of',
      className: 'sm:w-56 max-sm:col-span-2 max-sm:text-xs max-sm:text-ink-2',
      render: ({ overrides, power }) =>
        !isExact || power === undefined ? (
          <span className="text-ink-3 max-sm:hidden">not counted yet</span>
        ) : overrides.length === 0 ? (
          <span className="text-ink-3">nobody: it has no bonded stake</span>
        ) : (
          <OverrideList overrides={overrides} denom={denom} />
        ),
    },
  ]
}

const MOST_SHOWN = 2

function OverrideList({
  overrides,
  denom,
}: {
  readonly overrides: readonly Override[]
  readonly denom: string
}) {
  return (
    <>
      <span className="sm:hidden">instead of </span>
      {overrides.slice(0, MOST_SHOWN).map(({ operatorAddress, label, power, overridden }) => (
        <span
          key={operatorAddress}
          className="block"
          title={`${formatWholeAmount({ denom, amount: power })} ${formatDenom(denom)}`}
        >
          <bdi dir="ltr" className="chain-text">
            {label}
          </bdi>{' '}
          <span className="text-ink-3">
            ({overridden === undefined ? 'has not voted' : formatVote(overridden.options)})
          </span>
        </span>
      ))}
      {overrides.length > MOST_SHOWN && (
        <span className="text-ink-3">and {overrides.length - MOST_SHOWN} more</span>
      )}
    </>
  )
}
