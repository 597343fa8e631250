import { formatDenom } from '../../../domain/amount.ts'
import { formatWholeAmount } from '../../../domain/format-whole-amount.ts'
import { VoteText } from '../../../ui/proposal/VoteText.tsx'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import { PowerNumber } from '../../../ui/text/PowerNumber.tsx'
import { ShareText } from '../../../ui/text/ShareText.tsx'
import type { VoterCasts } from './cast-history.ts'
import { ValidatorAddress, ValidatorName } from './ValidatorName.tsx'
import { VoterNotes } from './VoterNotes.tsx'
import type { ValidatorRow } from './vote-rows.ts'

/** Columns of the votes by validator. */
export function validatorColumns(
  denom: string,
  castsOf: (voter: string) => VoterCasts,
): readonly TableColumn<ValidatorRow>[] {
  return [
    {
      id: 'label',
      header: 'Validator',
      isRowHeader: true,
      isSortable: true,
      render: ({ label }) => <ValidatorName label={label} />,
      renderDetail: ({ operatorAddress, vote }) => (
        <>
          <ValidatorAddress address={operatorAddress} />
          <VoterNotes casts={castsOf(vote.voter)} metadata={vote.metadata} />
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
      header: `Power, ${formatDenom(denom)}`,
      align: 'end',
      isSortable: true,
      className: 'sm:w-40 max-sm:col-start-2 max-sm:row-start-1 max-sm:text-end',
      render: (row) => <ValidatorPower row={row} denom={denom} />,
    },
    {
      id: 'share',
      header: 'Share',
      align: 'end',
      className: 'sm:w-20 max-sm:hidden',
      render: ({ share }) => <ShareText share={share} digits={2} />,
    },
  ]
}

function ValidatorPower({ row, denom }: { readonly row: ValidatorRow; readonly denom: string }) {
  const { power, isExact, fullStake, elsewhere } = row
  return (
    <>
      <PowerNumber coin={{ denom, amount: power }} isAtMost={!isExact} />
      {isExact && power < fullStake && (
        <small className="block text-xs text-ink-3">
          of {formatWholeAmount({ denom, amount: fullStake })} stake
        </small>
      )}
      {elsewhere > 0n && (
        <small
          className="block text-xs text-ink-3"
          title="What the operator has delegated to other validators counts as the operator voted."
        >
          and {formatWholeAmount({ denom, amount: elsewhere })} elsewhere
        </small>
      )}
    </>
  )
}
