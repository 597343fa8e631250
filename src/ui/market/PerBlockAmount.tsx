import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import {
  type DecCoin,
  formatDecAmount,
  formatExactDecAmount,
} from '../../domain/format-dec-amount.ts'

export interface PerBlockAmountProps {
  readonly amount: DecCoin
  /** What the amount is for. @default 'a block' */
  readonly per?: string
  /** For columns: leaves the words out and keeps every place. @default false */
  readonly isBare?: boolean
}

/** A price of 18 digits by its ticker, to the base unit; as the chain keeps it in its title. */
export function PerBlockAmount({ amount, per = 'a block', isBare = false }: PerBlockAmountProps) {
  return (
    <data
      value={amount.amount.toString()}
      title={sanitizeChainText(`${formatExactDecAmount(amount)} ${per}`)}
      className="chain-text"
    >
      {sanitizeChainText(formatDecAmount(amount, isBare ? 'all' : 'exact'))}
      {!isBare && ` ${per}`}
    </data>
  )
}
