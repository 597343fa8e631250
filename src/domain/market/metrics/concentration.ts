import { compareText } from './compare-text.ts'

/** Somebody who holds part of a whole. */
export interface Holding {
  readonly name: string
  readonly weight: bigint
}

export interface RankedHolding extends Holding {
  /** Of the whole, 0 to 1. */
  readonly share: number
}

/** How much of a whole a few hold. `none`: there is nothing to hold. */
export type Concentration =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'known'
      readonly total: bigint
      /** Those who hold anything, most first; equal ones by name. */
      readonly ranked: readonly RankedHolding[]
      /** Herfindahl–Hirschman index: sum of the squared shares in percent, to 10,000 where one holds all. */
      readonly hhi: number
      /** Gini coefficient among those who hold anything: 0 where all hold the same. */
      readonly gini: number
    }

/** Concentration of a whole among those who hold part of it; who holds nothing is left out. */
export function computeConcentration(holdings: readonly Holding[]): Concentration {
  const ranked = rank(holdings.filter(({ weight }) => weight > 0n))
  if (ranked.length === 0) return { kind: 'none' }
  let total = 0n
  let spread = 0n
  const last = ranked.length - 1
  for (const [index, { weight }] of ranked.entries()) {
    total += weight
    // Ranks go up from the smallest: Σ (2i − n − 1) × weight, i from 1.
    spread += BigInt(last - 2 * index) * weight
  }
  const whole = Number(total)
  const shares = ranked.map(({ weight }) => Number(weight) / whole)
  return {
    kind: 'known',
    total,
    ranked: ranked.map(({ name, weight }, index) => ({ name, weight, share: shares[index] ?? 0 })),
    hhi: shares.reduce((sum, share) => sum + share * share, 0) * 10_000,
    gini: ratio(spread, BigInt(ranked.length) * total),
  }
}

/** What the largest so many hold together, 0 to 1; undefined where there is nothing to hold. */
export function topShareOf(concentration: Concentration, top: number): number | undefined {
  if (concentration.kind === 'none') return undefined
  let sum = 0n
  for (const { weight } of concentration.ranked.slice(0, top)) sum += weight
  return ratio(sum, concentration.total)
}

/** Most first, equal ones by name. Floats are compared, and what they stand for only where they are the same. */
function rank(holdings: readonly Holding[]): readonly Holding[] {
  const rows = holdings.map((holding) => ({ holding, float: Number(holding.weight) }))
  rows.sort((a, b) => b.float - a.float || compareHoldings(a.holding, b.holding))
  return rows.map(({ holding }) => holding)
}

function compareHoldings(a: Holding, b: Holding): number {
  if (a.weight !== b.weight) return a.weight > b.weight ? -1 : 1
  return compareText(a.name, b.name)
}

/** A quotient as a float; large integers are rounded to floats first. */
function ratio(part: bigint, whole: bigint): number {
  return Number(part) / Number(whole)
}
