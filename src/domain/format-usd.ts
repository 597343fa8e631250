import { DEC_ONE, type Dec } from './decimal.ts'
import { formatInteger } from './format-integer.ts'

/** `$31,026` from a thousand up, `$12.50` below; never rounded to nothing: `<$0.01`. */
export function formatUsd(value: Dec): string {
  if (value < 0n) return `\u2212${formatUsd(-value)}`
  if (value >= 1000n * DEC_ONE) return `$${formatInteger((value + DEC_ONE / 2n) / DEC_ONE)}`
  const cents = (value * 100n + DEC_ONE / 2n) / DEC_ONE
  if (cents === 0n && value > 0n) return '<$0.01'
  return `$${formatInteger(cents / 100n)}.${(cents % 100n).toString().padStart(2, '0')}`
}

/** An exchange rate or a price of a token: `$0.4531`, four places. */
export function formatUsdRate(value: Dec): string {
  const scaled = (value * 10_000n + DEC_ONE / 2n) / DEC_ONE
  return `$${formatInteger(scaled / 10_000n)}.${(scaled % 10_000n).toString().padStart(4, '0')}`
}
