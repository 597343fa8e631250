import type { Stake } from '../../domain/account.ts'
import type { Coin } from '../../domain/coin.ts'

/** All stakes together; undefined where there is none. Stake is of one denomination on any chain. */
export function totalOf(stakes: readonly Stake[]): Coin | undefined {
  const [first] = stakes
  if (first === undefined) return undefined
  const { denom } = first.balance
  const amount = stakes
    .filter(({ balance }) => balance.denom === denom)
    .reduce((sum, { balance }) => sum + balance.amount, 0n)
  return { denom, amount }
}
