import { formatAmount, formatBaseAmount } from '../../domain/amount.ts'
import type { Coin } from '../../domain/coin.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatWholeAmount } from '../../domain/format-whole-amount.ts'

export interface PowerNumberProps {
  readonly coin: Coin
  /** It can be less, never more. @default false */
  readonly isAtMost?: boolean
}

/** Voting power in whole units, for a column that names the unit; to the base unit in its title. */
export function PowerNumber({ coin, isAtMost = false }: PowerNumberProps) {
  const exact = sanitizeChainText(`${formatAmount(coin)} = ${formatBaseAmount(coin)}`)
  return (
    <data
      value={coin.amount.toString()}
      title={isAtMost ? `at most ${exact}` : exact}
      className="whitespace-nowrap"
    >
      {isAtMost && (
        <>
          <span className="sr-only">at most </span>
          <span aria-hidden="true" className="text-ink-3">
            ≤{' '}
          </span>
        </>
      )}
      {formatWholeAmount(coin)}
    </data>
  )
}
