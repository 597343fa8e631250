import { formatDenom } from '../../../domain/amount.ts'
import { VoteText } from '../../../ui/proposal/VoteText.tsx'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import { AddressText } from '../../../ui/text/AddressText.tsx'
import { HeightText } from '../../../ui/text/HeightText.tsx'
import { PowerNumber } from '../../../ui/text/PowerNumber.tsx'
import type { PastVote } from './past-votes.ts'
import { ValidatorAddress, ValidatorName } from './ValidatorName.tsx'
import { VoterNotes } from './VoterNotes.tsx'

/**
 * Columns of votes the chain has deleted.
 * @param heightHeader what the height is: when cast, or until when seen
 * @param hasStake whether the validators' stake of then is known
 */
export function pastColumns(
  denom: string,
  heightHeader: string,
  hasStake: boolean,
): readonly TableColumn<PastVote>[] {
  const columns: readonly TableColumn<PastVote>[] = [
    {
      id: 'label',
      header: 'Voter',
      isRowHeader: true,
      isSortable: true,
      render: ({ label, vote }) =>
        label === undefined ? (
          <AddressText address={vote.voter} />
        ) : (
          <ValidatorName label={label} />
        ),
      renderDetail: ({ label, vote, casts }) => (
        <>
          {label !== undefined && <ValidatorAddress address={vote.voter} />}
          <VoterNotes casts={casts} metadata={vote.metadata} />
        </>
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
      header: `Stake then, ${formatDenom(denom)}`,
      align: 'end',
      isSortable: true,
      className: 'sm:w-36 max-sm:col-start-2 max-sm:row-start-1 max-sm:text-end',
      render: ({ tokens }) =>
        tokens === undefined ? (
          <span className="text-ink-3">no validator</span>
        ) : (
          <PowerNumber coin={{ denom, amount: tokens }} />
        ),
    },
    {
      id: 'height',
      header: heightHeader,
      align: 'end',
      className: 'sm:w-32 max-sm:col-span-2 max-sm:text-xs max-sm:text-ink-2',
      render: ({ height }) => (
        <>
          <span className="sm:hidden">{heightHeader.toLowerCase()} </span>
          <HeightText height={height} />
        </>
      ),
    },
  ]
  return columns.filter(({ id }) => hasStake || id !== 'power')
}
