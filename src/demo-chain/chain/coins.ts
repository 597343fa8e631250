import type { Coin } from '../../chain/proto/generated/cosmos/base/v1beta1/coin.ts'

const BOND_DENOM = 'uakt'

export function uakt(amount: bigint): Coin[] {
  return amount === 0n ? [] : [{ denom: BOND_DENOM, amount: String(amount) }]
}

/** As the SDK prints an amount: `1501uakt`. */
export function writeUakt(amount: bigint): string {
  return `${amount}${BOND_DENOM}`
}

export function uaktOf(coins: readonly Coin[]): bigint {
  return coins.reduce(
    (sum, { denom, amount }) => (denom === BOND_DENOM ? sum + BigInt(amount) : sum),
    0n,
  )
}
