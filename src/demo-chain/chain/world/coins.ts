import type { Coin } from '../../../chain/proto/generated/cosmos/base/v1beta1/coin.ts'

export const UAKT_PER_AKT = 1_000_000n

/** An amount of AKT in base units. */
export function akt(amount: number): bigint {
  return BigInt(Math.round(amount * 1e6))
}

export function uaktCoins(amount: bigint): Coin[] {
  return [{ denom: 'uakt', amount: String(amount) }]
}
