/**
 * 18-digit decimals as scaled integers, with the rounding of the SDK's `LegacyDec` (cosmossdk.io/math/legacy_dec.go).
 * A `Dec` of 1n * 10n ** 18n is 1.
 */
export type Dec = bigint

const DEC_DIGITS = 18
export const DEC_ONE: Dec = 10n ** 18n

/** Drops 18 digits, rounding half to even (`chopPrecisionAndRound`). */
function chopRoundHalfEven(scaled: bigint): bigint {
  if (scaled < 0n) return -chopRoundHalfEven(-scaled)
  const quotient = scaled / DEC_ONE
  const remainder = scaled % DEC_ONE
  const half = DEC_ONE / 2n
  if (remainder < half) return quotient
  if (remainder > half) return quotient + 1n
  return quotient % 2n === 0n ? quotient : quotient + 1n
}

/** `LegacyDec.Mul`: rounds half to even. */
export function multiplyDec(a: Dec, b: Dec): Dec {
  return chopRoundHalfEven(a * b)
}

/**
 * `LegacyDec.Quo`: scales the dividend by 10^36, divides truncating, then drops 18 digits half to even.
 * @throws {RangeError} when the divisor is zero
 */
export function divideDec(a: Dec, b: Dec): Dec {
  if (b === 0n) throw new RangeError('division by zero')
  return chopRoundHalfEven((a * DEC_ONE * DEC_ONE) / b)
}

export function decFromInt(value: bigint): Dec {
  return value * DEC_ONE
}

/** Towards zero, as the SDK's `TruncateInt`. */
export function truncateDec(value: Dec): bigint {
  return value / DEC_ONE
}

const DECIMAL_TEXT = /^(-?)(\d+)(?:\.(\d{1,18}))?$/

/** Reads a human decimal such as `0.667000000000000000`; undefined when the text is anything else. */
export function parseDec(text: string): Dec | undefined {
  const match = DECIMAL_TEXT.exec(text)
  if (!match) return undefined
  const [, sign, whole = '', fraction = ''] = match
  const value = BigInt(whole) * DEC_ONE + BigInt(fraction.padEnd(DEC_DIGITS, '0'))
  return sign === '-' ? -value : value
}

/** Reads a LegacyDec as most modules put it on the wire: an integer scaled by 10^18, without a dot. */
export function parseScaledDec(text: string): Dec | undefined {
  return /^-?\d+$/.test(text) ? BigInt(text) : undefined
}

/** All 18 digits, as the SDK prints a LegacyDec. */
export function formatDec(value: Dec): string {
  const negative = value < 0n
  const digits = (negative ? -value : value).toString().padStart(DEC_DIGITS + 1, '0')
  return `${negative ? '-' : ''}${digits.slice(0, -DEC_DIGITS)}.${digits.slice(-DEC_DIGITS)}`
}
