/**
 * The SDK's `LegacyDec` (cosmossdk.io/math/legacy_dec.go) as integers scaled by 10^18. Written apart from
 * src/domain/decimal.ts, so that the chain's figures and the page's check each other.
 */
export type LegacyDec = bigint

const DIGITS = 18
export const LEGACY_ONE: LegacyDec = 10n ** 18n
const HALF = LEGACY_ONE / 2n
const SCALE_OF_DIVIDEND = LEGACY_ONE * LEGACY_ONE

/** Drops 18 digits, half to even (`chopPrecisionAndRound`). */
function bankersRound(scaled: bigint): bigint {
  if (scaled < 0n) return -bankersRound(-scaled)
  const whole = scaled / LEGACY_ONE
  const rest = scaled - whole * LEGACY_ONE
  const roundsUp = rest > HALF || (rest === HALF && (whole & 1n) === 1n)
  return roundsUp ? whole + 1n : whole
}

/** `Mul` */
export function mulDec(a: LegacyDec, b: LegacyDec): LegacyDec {
  return bankersRound(a * b)
}

/** `Quo` @throws {RangeError} when the divisor is zero */
export function quoDec(a: LegacyDec, b: LegacyDec): LegacyDec {
  return bankersRound((a * SCALE_OF_DIVIDEND) / b)
}

/** `RoundInt` */
export function roundDec(a: LegacyDec): bigint {
  return bankersRound(a)
}

/** `LegacyNewDecFromStr`, of a number that is not negative. @throws {SyntaxError} when the text is none */
export function readDec(text: string): LegacyDec {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(DIGITS, '0').slice(0, DIGITS))
}

/** All 18 digits of a number that is not negative. */
export function writeDec(value: LegacyDec): string {
  const digits = value.toString().padStart(DIGITS + 1, '0')
  return `${digits.slice(0, -DIGITS)}.${digits.slice(-DIGITS)}`
}
