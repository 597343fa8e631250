import type { Stake } from '../../domain/account.ts'
import type { Failure } from '../../domain/failure.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import type { AccountPart as Part } from '../../queries/account.ts'
import type { NamedValidator } from '../../queries/account-validators.ts'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { AddressText } from '../../ui/text/AddressText.tsx'
import { AmountText } from '../../ui/text/AmountText.tsx'
import { AccountPart } from './AccountPart.tsx'
import { totalOf } from './stake-total.ts'
import { ValidatorLink } from './ValidatorLink.tsx'

export interface AccountStakesProps {
  readonly part: Part<readonly Stake[]> | undefined
  readonly failure: Failure | undefined
  /** Bonded ones; undefined until read. */
  readonly validators: readonly NamedValidator[] | undefined
  readonly onRetry: () => void
  readonly now: Date
}

/** To whom an account has delegated, and how much, to the base unit. */
export function AccountStakes({ part, failure, validators, onRetry, now }: AccountStakesProps) {
  const stakes = part?.value ?? []
  const total = totalOf(stakes)
  return (
    <AccountPart
      title="Delegations"
      aside={total === undefined ? undefined : <AmountText coin={total} />}
      failure={part === undefined ? failure : undefined}
      onRetry={onRetry}
      isLoading={part === undefined}
    >
      {stakes.length === 0 ? (
        <p className="text-s text-ink-2">It has delegated nothing at this height.</p>
      ) : (
        <DataTable
          label="Delegations"
          columns={columnsOf(validators)}
          rows={[...stakes].sort((a, b) => (a.balance.amount < b.balance.amount ? 1 : -1))}
          getKey={({ operatorAddress }) => operatorAddress}
          phoneRowClass="max-sm:grid-cols-[minmax(0,1fr)_auto]"
        />
      )}
      {part !== undefined && (
        <SourceNote
          source={part.source}
          now={now}
          definition="What the shares of each delegation are worth at this height. Stake that is unbonding is not in it."
        >
          {formatInteger(stakes.length)} in all.
        </SourceNote>
      )}
    </AccountPart>
  )
}

function columnsOf(
  validators: readonly NamedValidator[] | undefined,
): readonly TableColumn<Stake>[] {
  return [
    {
      id: 'validator',
      header: 'Validator',
      isRowHeader: true,
      render: ({ operatorAddress }) => (
        <ValidatorLink operatorAddress={operatorAddress} validators={validators} />
      ),
      renderDetail: ({ operatorAddress }) => (
        <small className="block text-xs text-ink-3">
          <AddressText address={operatorAddress} href={false} />
        </small>
      ),
    },
    {
      id: 'amount',
      header: 'Delegated',
      align: 'end',
      className: 'max-sm:col-start-2 max-sm:row-start-1 max-sm:text-end',
      render: ({ balance }) => <AmountText coin={balance} form="all" />,
    },
  ]
}
