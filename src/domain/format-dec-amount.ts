import { findDenomination, formatAmount, formatCompactAmount } from './amount.ts'
import { DEC_ONE, type Dec, formatDec } from './decimal.ts'

/** An amount of base units with 18 digits behind the point. */
export interface DecCoin {
  readonly denom: string
  readonly amount: Dec
}

const NBSP = '\u00a0'

/**
 * To the nearest base unit, with its ticker: `0.002194 ACT` for 2193.6 uact; never rounded to nothing: `<0.000001 ACT`.
 * @param form `compact` is the short number of sums, `2.02 M ACT`; `all` keeps every place, for columns. @default 'exact'
 */
export function formatDecAmount(
  { denom, amount }: DecCoin,
  form: 'exact' | 'compact' | 'all' = 'exact',
): string {
  const rounded = roundDec(amount)
  if (rounded !== 0n || amount === 0n) {
    const coin = { denom, amount: rounded }
    return form === 'compact'
      ? formatCompactAmount(coin)
      : formatAmount(coin, form === 'all' ? 'all' : 'trimmed')
  }
  const least = formatAmount({ denom, amount: 1n })
  return amount > 0n ? `<${least}` : `>\u2212${least}`
}

/** As the chain keeps it, without trailing zeros: `2193.6 uact`. */
export function formatExactDecAmount({ denom, amount }: DecCoin): string {
  return `${formatDec(amount).replace(/\.?0+$/, '')}${NBSP}${denom}`
}

/** In the unit people use, as a float for drawing: 0.002194 for 2194 uact. */
export function toDrawnAmount({ denom, amount }: DecCoin): number {
  return Number(amount) / 10 ** (18 + (findDenomination(denom)?.exponent ?? 0))
}

/** Half away from zero. */
function roundDec(amount: Dec): bigint {
  const half = amount < 0n ? -DEC_ONE / 2n : DEC_ONE / 2n
  return (amount + half) / DEC_ONE
}
