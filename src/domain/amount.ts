import type { Coin } from './coin.ts'
import { formatInteger } from './format-integer.ts'
import { shortenMiddle } from './format-shortened.ts'

/** How a base denomination is shown to people. */
export interface Denomination {
  readonly symbol: string
  /** Decimal places between the base unit and the one shown. */
  readonly exponent: number
}

/** Denominations of Akash; its node keeps no metadata for them, so they are spelled out here. */
const DENOMINATIONS: Readonly<Record<string, Denomination>> = {
  uakt: { symbol: 'AKT', exponent: 6 },
  uact: { symbol: 'ACT', exponent: 6 },
  'ibc/170C677610AC31DF0904FFE09CD3B5C657492170E7E52372E48756B71E56F2F1': {
    symbol: 'axlUSDC',
    exponent: 6,
  },
}

/** undefined for a denomination this code does not know: then only base units can be shown. */
export function findDenomination(denom: string): Denomination | undefined {
  return Object.hasOwn(DENOMINATIONS, denom) ? DENOMINATIONS[denom] : undefined
}

/** `AKT` for `uakt`; an unknown denomination is shortened in the middle. */
export function formatDenom(denom: string): string {
  return findDenomination(denom)?.symbol ?? shortenMiddle(denom, 10, 6)
}

const NBSP = '\u00a0'

function splitUnits(units: bigint, exponent: number): { whole: bigint; fraction: string } {
  const scale = 10n ** BigInt(exponent)
  return { whole: units / scale, fraction: (units % scale).toString().padStart(exponent, '0') }
}

/** `−` and the text, or the text alone. */
function withSign(isNegative: boolean, text: string): string {
  return isNegative ? `\u2212${text}` : text
}

/**
 * The number alone, exact to the base unit: `1,000.5` for 1000500000 uakt. Base units when the denomination is unknown.
 * @param digits `trimmed` drops trailing zeros; `all` keeps every place, for columns. @default 'trimmed'
 */
export function formatAmountNumber(coin: Coin, digits: 'trimmed' | 'all' = 'trimmed'): string {
  const denomination = findDenomination(coin.denom)
  if (denomination === undefined) return formatInteger(coin.amount)
  const isNegative = coin.amount < 0n
  const { whole, fraction } = splitUnits(
    isNegative ? -coin.amount : coin.amount,
    denomination.exponent,
  )
  const kept = digits === 'all' ? fraction : fraction.replace(/0+$/, '')
  return withSign(
    isNegative,
    kept === '' ? formatInteger(whole) : `${formatInteger(whole)}.${kept}`,
  )
}

/** Exact amount with its unit: `1,000.5 AKT`. */
export function formatAmount(coin: Coin, digits: 'trimmed' | 'all' = 'trimmed'): string {
  return `${formatAmountNumber(coin, digits)}${NBSP}${formatDenom(coin.denom)}`
}

/** The amount as the chain keeps it, without grouping: `1000500000 uakt`. */
export function formatBaseAmount(coin: Coin): string {
  return `${coin.amount}${NBSP}${coin.denom}`
}

const STEPS = [
  { power: 12, suffix: 'T' },
  { power: 9, suffix: 'B' },
  { power: 6, suffix: 'M' },
] as const

/**
 * Short number without its unit: `96.98 M`; whole units below a million, two places below 1,000. Rounded half up, and
 * never to zero when there is something: `<0.01`.
 */
export function formatCompactNumber(coin: Coin): string {
  const isNegative = coin.amount < 0n
  const units = isNegative ? -coin.amount : coin.amount
  return withSign(isNegative, compact(units, findDenomination(coin.denom)?.exponent ?? 0))
}

/** Short amount with its unit: `96.98 M AKT`. */
export function formatCompactAmount(coin: Coin): string {
  return `${formatCompactNumber(coin)}${NBSP}${formatDenom(coin.denom)}`
}

function compact(units: bigint, exponent: number): string {
  const step = STEPS.find(({ power }) => units >= 10n ** BigInt(exponent + power))
  if (step !== undefined) {
    return `${formatHundredths(roundTo(units, exponent + step.power, 2))}${NBSP}${step.suffix}`
  }
  if (units >= 1000n * 10n ** BigInt(exponent)) return formatInteger(roundTo(units, exponent, 0))
  if (exponent < 2) return formatInteger(units)
  const hundredths = roundTo(units, exponent, 2)
  if (hundredths === 0n && units > 0n) return '<0.01'
  return hundredths % 100n === 0n ? formatInteger(hundredths / 100n) : formatHundredths(hundredths)
}

function formatHundredths(hundredths: bigint): string {
  return `${formatInteger(hundredths / 100n)}.${(hundredths % 100n).toString().padStart(2, '0')}`
}

/** `units / 10^exponent` with `places` decimals as a scaled integer, half up. */
function roundTo(units: bigint, exponent: number, places: number): bigint {
  if (exponent <= places) return units * 10n ** BigInt(places - exponent)
  const divisor = 10n ** BigInt(exponent - places)
  return (units + divisor / 2n) / divisor
}
