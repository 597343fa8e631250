import { createGovStore, type GovStore } from './gov-store.ts'
import { createMoneyStore, type MoneyStore } from './money-store.ts'
import type { Genesis } from './script.ts'
import { createStakingStore, type StakingStore } from './staking-store.ts'
import { createUpgradeStore, type UpgradeStore } from './upgrade-store.ts'

/** State of all modules, at any height. */
export interface LedgerStores {
  readonly gov: GovStore
  readonly staking: StakingStore
  readonly upgrade: UpgradeStore
  readonly money: MoneyStore
}

/** The block being worked. */
export interface BlockContext {
  readonly height: number
  readonly timeMs: number
}

export function createLedgerStores(genesis: Genesis): LedgerStores {
  return {
    gov: createGovStore(genesis),
    staking: createStakingStore(genesis),
    upgrade: createUpgradeStore(genesis),
    money: createMoneyStore(genesis),
  }
}
