import type { Dec } from './decimal.ts'
import { DEC_ONE, formatDec } from './decimal.ts'

/** Narrow no-break space, which sets a percent sign off without letting the line break there. */
const NARROW_SPACE = '\u202f'
const MAX_DIGITS = 18

export interface ShareOptions {
  /** Decimal places of the percentage. @default 1 */
  readonly digits?: number
  /** A mark the text must not be rounded to or across; more digits are shown instead. */
  readonly threshold?: Dec | undefined
}

/**
 * A share in percent: `73.5 %`. Rounded half up, but never to 0 % for more than none (`<0.1 %`), to 100 % for less than
 * all (`>99.9 %`), nor to or across the threshold (49.97 % against 50 %).
 * @returns undefined when there is no whole to take a share of
 */
export function formatShare(
  numerator: bigint,
  denominator: bigint,
  options: ShareOptions = {},
): string | undefined {
  if (denominator <= 0n) return undefined
  if (numerator < 0n) {
    const positive = formatShare(-numerator, denominator, { digits: options.digits ?? 1 })
    return positive === undefined ? undefined : `\u2212${positive}`
  }
  const digits = options.digits ?? 1
  const { threshold } = options
  if (threshold !== undefined && isMisread(numerator, denominator, threshold, digits)) {
    if (digits < MAX_DIGITS) {
      return formatShare(numerator, denominator, { digits: digits + 1, threshold })
    }
    const side = numerator * DEC_ONE < threshold * denominator ? '<' : '>'
    return `${side}${formatExactShare(threshold)}`
  }
  const scale = 10n ** BigInt(digits)
  const rounded = roundPercent(numerator, denominator, digits)
  if (rounded === 0n && numerator > 0n) return `<${formatScaled(1n, digits)}`
  if (rounded >= 100n * scale && numerator < denominator) {
    return `>${formatScaled(100n * scale - 1n, digits)}`
  }
  return formatScaled(rounded, digits)
}

/** A decimal share, e.g. of `computeTallyShares`, as `formatShare` shows it. */
export function formatDecShare(share: Dec, options: ShareOptions = {}): string {
  return formatShare(share, DEC_ONE, options) ?? ''
}

/** A parameter such as a quorum, exactly and without trailing zeros: `33.4 %`. */
export function formatExactShare(share: Dec): string {
  const text = formatDec(share * 100n).replace(/\.?0+$/, '')
  return `${text}${NARROW_SPACE}%`
}

/** Percentage scaled by 10^digits, half up. */
function roundPercent(numerator: bigint, denominator: bigint, digits: number): bigint {
  return (numerator * 200n * 10n ** BigInt(digits) + denominator) / (2n * denominator)
}

function formatScaled(scaled: bigint, digits: number): string {
  const text = scaled.toString().padStart(digits + 1, '0')
  const number = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  return `${number}${NARROW_SPACE}%`
}

/** Whether the rounded text would stand on another side of the threshold than the share does. */
function isMisread(
  numerator: bigint,
  denominator: bigint,
  threshold: Dec,
  digits: number,
): boolean {
  const exact = compare(numerator * DEC_ONE, threshold * denominator)
  const scale = 100n * 10n ** BigInt(digits)
  const shown = compare(roundPercent(numerator, denominator, digits) * DEC_ONE, threshold * scale)
  return exact !== shown
}

function compare(a: bigint, b: bigint): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}
