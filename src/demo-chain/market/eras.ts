/** Heights of akashnet-2 at which the market changed (src/data/known-upgrades.ts; protocol D5 to D7). */
export const ERA = {
  /** v0.24.0: prices in axlUSDC, and GPUs. */
  stable: 12_606_074,
  /** v0.28.0: bids say what they offer. */
  offers: 13_759_618,
  /** v1.1.0: closed leases say why. */
  reasons: 24_332_547,
  /** v2.0.0: ACT; what was active then was rewritten to it. */
  act: 26_063_777,
  /** v2.1.0: reclamation. */
  reclamation: 27_230_465,
} as const

export const UAKT = 'uakt'
export const UACT = 'uact'
export const USDC = 'ibc/170C677610AC31DF0904FFE09CD3B5C657492170E7E52372E48756B71E56F2F1'

/** US dollars by 1 AKT in which tenants reckoned, roughly as it went. */
const AKT_PRICES: readonly (readonly [until: number, usd: number])[] = [
  [8_526_250, 2.5],
  [12_606_074, 0.35],
  [16_708_237, 1.2],
  [20_608_553, 3.2],
  [23_939_793, 1.4],
]

export function pastAktPrice(height: number): number {
  return AKT_PRICES.find(([until]) => height < until)?.[1] ?? 0.6
}
