import { formatDenom } from '../../../domain/amount.ts'
import { formatWholeAmount } from '../../../domain/format-whole-amount.ts'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import { PowerNumber } from '../../../ui/text/PowerNumber.tsx'
import { ShareText } from '../../../ui/text/ShareText.tsx'
import { ValidatorAddress, ValidatorName } from './ValidatorName.tsx'
import type { SilentRow } from './vote-rows.ts'

/** Columns of the validators that have not voted. */
export function silentColumns(denom: string): readonly TableColumn<SilentRow>[] {
  return [
    {
      id: 'label',
      header: 'Validator',
      isRowHeader: true,
      isSortable: true,
      render: ({ label }) => <ValidatorName label={label} />,
      renderDetail: ({ operatorAddress }) => <ValidatorAddress address={operatorAddress} />,
    },
    {
      id: 'power',
      header: `Power, ${formatDenom(denom)}`,
      align: 'end',
      isSortable: true,
      className: 'sm:w-36 max-sm:text-end',
      render: ({ tokens, open }) => (
        <>
          <PowerNumber coin={{ denom, amount: tokens }} />
          {open !== undefined && open < tokens && (
            <small
              className="block text-xs whitespace-nowrap text-ink-3"
              title="Without the stake of delegators who voted themselves: what its vote would weigh."
            >
              unvoted {formatWholeAmount({ denom, amount: open })}
            </small>
          )}
        </>
      ),
    },
    {
      id: 'share',
      header: 'Share',
      align: 'end',
      className: 'sm:w-20 max-sm:text-xs max-sm:text-ink-2',
      render: ({ share }) => (
        <>
          <ShareText share={share} digits={2} />
          <span className="sm:hidden"> of the bonded stake</span>
        </>
      ),
    },
    {
      id: 'total',
      header: 'Running total',
      align: 'end',
      className: 'sm:w-28 max-sm:text-end max-sm:text-xs max-sm:text-ink-2',
      render: ({ cumulativeShare }) => (
        <>
          <span className="sm:hidden">total </span>
          <ShareText share={cumulativeShare} digits={2} />
        </>
      ),
    },
  ]
}
