import { findDenomination } from './amount.ts'
import type { Coin } from './coin.ts'
import { formatInteger } from './format-integer.ts'

/**
 * The number in whole units, for columns: `29,040,014` for 29040013900000 uakt. Rounded half up, and never to zero when
 * there is something: `<1`. Base units when the denomination is unknown.
 */
export function formatWholeAmount({ denom, amount }: Coin): string {
  if (amount < 0n) return `\u2212${formatWholeAmount({ denom, amount: -amount })}`
  const scale = 10n ** BigInt(findDenomination(denom)?.exponent ?? 0)
  const rounded = (2n * amount + scale) / (2n * scale)
  return rounded === 0n && amount > 0n ? '<1' : formatInteger(rounded)
}
