import { LEGACY_ONE, type LegacyDec } from './legacy-dec.ts'
import type { Genesis, LedgerCoin } from './script.ts'
import { VersionHistory } from './version-history.ts'

const BOND_DENOM = 'uakt'
/** Mint parameter of Akash: blocks of 5 s. */
const BLOCKS_PER_YEAR = 6_311_520n
/** Distribution parameter of Akash, 2 %. Fees are left out of what the pool earns: they are too small to matter. */
const COMMUNITY_TAX_PERCENT = 2n
/** By which ACT grows with every block: tenants have more of it minted than providers burn. */
const ACT_A_BLOCK = 20_000n

/** Coins that come into being with every block, and what proposals burn and spend. Minting is even: it follows the first supply. */
export interface MoneyStore {
  /** uakt a block. */
  readonly minted: bigint
  readonly annualProvisions: LegacyDec
  supply(height: number): readonly LedgerCoin[]
  communityPool(height: number): readonly LedgerCoin[]
  burn(height: number, amount: bigint): void
  spendFromPool(height: number, spent: readonly LedgerCoin[]): void
}

export function createMoneyStore(genesis: Genesis): MoneyStore {
  const start = Number(genesis.height)
  const firstSupply = genesis.supply.find(({ denom }) => denom === BOND_DENOM)?.amount ?? 0n
  const annualProvisions = genesis.inflation * firstSupply
  const minted = annualProvisions / LEGACY_ONE / BLOCKS_PER_YEAR
  const burned = new VersionHistory(start, 0n)
  const spent = new VersionHistory<readonly LedgerCoin[]>(start, [])

  function plus(coins: readonly LedgerCoin[], of: string, added: bigint): readonly LedgerCoin[] {
    return coins.map((coin) =>
      coin.denom === of ? { ...coin, amount: coin.amount + added } : coin,
    )
  }

  return {
    minted,
    annualProvisions,
    supply(height) {
      const blocks = BigInt(height - start)
      const withAct = plus(genesis.supply, 'uact', ACT_A_BLOCK * blocks)
      return plus(withAct, BOND_DENOM, minted * blocks - (burned.at(height) ?? 0n))
    },
    communityPool(height) {
      const earned = (minted * COMMUNITY_TAX_PERCENT * BigInt(height - start)) / 100n
      return subtract(plus(genesis.communityPool, BOND_DENOM, earned), spent.at(height) ?? [])
    },
    burn: (height, amount) => burned.set(height, (burned.at(height) ?? 0n) + amount),
    spendFromPool: (height, coins) => spent.set(height, [...(spent.at(height) ?? []), ...coins]),
  }
}

/** The same coins less these; amounts can become negative. */
export function subtract(
  coins: readonly LedgerCoin[],
  taken: readonly LedgerCoin[],
): readonly LedgerCoin[] {
  return coins.map(({ denom, amount }) => ({
    denom,
    amount: taken.reduce(
      (left, coin) => (coin.denom === denom ? left - coin.amount : left),
      amount,
    ),
  }))
}
