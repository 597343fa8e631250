import type { Dec } from '../../decimal.ts'
import type { DecAmount } from '../lease.ts'

/** Sums by denomination under way. */
export type AmountSums = Map<string, Dec>

export function addAmount(sums: AmountSums, denom: string, amount: Dec): void {
  sums.set(denom, (sums.get(denom) ?? 0n) + amount)
}

/** Sorted by denomination. A denomination that came with a zero stays. */
export function toAmounts(sums: AmountSums): readonly DecAmount[] {
  return [...sums]
    .map(([denom, amount]) => ({ denom, amount }))
    .toSorted((a, b) => compareText(a.denom, b.denom))
}

/** By code units: the same in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
