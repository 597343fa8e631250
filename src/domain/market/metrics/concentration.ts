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
  const byName = holdings.toSorted((a, b) => compareText(a.name, b.name))
  return concentrate(byName, ({ weight }) => weight)
}

/** The same of what is sorted by name already, as equal ones stay. */
export function concentrate<Item extends { readonly name: string }>(
  byName: readonly Item[],
  weightOf: (item: Item) => bigint,
): Concentration {
  const ranked = rank(byName, weightOf)
  if (ranked.length === 0) return { kind: 'none' }
  // What all but the first few hold, added up for each number of the first few: Σ rank × weight, ranks from 0.
  let total = 0n
  let ranks = 0n
  for (let index = ranked.length - 1; index >= 0; index--) {
    total += ranked[index]?.weight ?? 0n
    if (index > 0) ranks += total
  }
  const whole = Number(total)
  let squares = 0
  for (const holding of ranked) {
    holding.share /= whole
    squares += holding.share * holding.share
  }
  // Ranks go up from the smallest: Σ (2i − n − 1) × weight, i from 1.
  const spread = BigInt(ranked.length - 1) * total - 2n * ranks
  return {
    kind: 'known',
    total,
    ranked,
    hhi: squares * 10_000,
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

interface HoldingUnderWay extends Holding {
  /** The weight itself, as a float, while the whole is not known. */
  share: number
}

/** Most first. Floats are compared, and what they stand for only where they are the same. */
function rank<Item extends { readonly name: string }>(
  items: readonly Item[],
  weightOf: (item: Item) => bigint,
): readonly HoldingUnderWay[] {
  const ranked: HoldingUnderWay[] = []
  for (const item of items) {
    const weight = weightOf(item)
    if (weight > 0n) ranked.push({ name: item.name, weight, share: Number(weight) })
  }
  return ranked.sort((a, b) => b.share - a.share || compareWeights(a.weight, b.weight))
}

function compareWeights(a: bigint, b: bigint): number {
  return a === b ? 0 : a > b ? -1 : 1
}

/** A quotient as a float; large integers are rounded to floats first. */
function ratio(part: bigint, whole: bigint): number {
  return Number(part) / Number(whole)
}
