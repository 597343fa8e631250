import {
  findDenomination,
  formatAmount,
  formatBaseAmount,
  formatCompactAmount,
} from '../../domain/amount.ts'
import type { Coin } from '../../domain/coin.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { Popover } from '../overlay/Popover.tsx'
import { CopyButton } from './CopyButton.tsx'

export interface AmountTextProps {
  readonly coin: Coin
  /** `compact` rounds to a short number; `all` keeps every decimal place, for columns. @default 'exact' */
  readonly form?: 'exact' | 'compact' | 'all'
  /** Makes it a button that opens the exact amount in both units. @default false */
  readonly isDisclosed?: boolean
}

/** An amount with its unit. The exact one, also in base units, is in its title or one click away. */
export function AmountText({ coin, form = 'exact', isDisclosed = false }: AmountTextProps) {
  const exact = sanitizeChainText(formatAmount(coin))
  const base = sanitizeChainText(formatBaseAmount(coin))
  const shown =
    form === 'compact'
      ? sanitizeChainText(formatCompactAmount(coin))
      : sanitizeChainText(formatAmount(coin, form === 'all' ? 'all' : 'trimmed'))
  if (isDisclosed) {
    return (
      <Popover
        label="Exact amount"
        trigger={shown}
        className="underline decoration-rule-strong decoration-dotted underline-offset-3"
      >
        <span className="block font-semibold">{exact}</span>
        <span className="chain-text block text-ink-2">{base}</span>
        <CopyButton text={`${coin.amount}${coin.denom}`} what="base amount" isLabelled />
      </Popover>
    )
  }
  const title = findDenomination(coin.denom) === undefined ? base : `${exact} = ${base}`
  return (
    <data value={coin.amount.toString()} title={title} className="chain-text">
      {shown}
    </data>
  )
}
