import type { Dec } from '../decimal.ts'
import type { Failure } from '../failure.ts'
import type { Figure } from '../figure.ts'
import type { Source } from '../source.ts'
import type { Bid, DecAmount, EscrowState, Lease, Order, ResourcedLease } from './lease.ts'

/** akash.deployment.v1 `Deployment` with its escrow account. */
export interface Deployment {
  readonly owner: string
  readonly dseq: bigint
  readonly state: 'active' | 'closed' | `unknown ${number}`
  readonly createdAt: bigint
  readonly escrow: EscrowAccount | undefined
}

/** akash.escrow.types.v1 `AccountState` */
export interface EscrowAccount {
  readonly state: EscrowState
  /** Height up to which payments were settled. */
  readonly settledAt: bigint
  readonly funds: readonly DecAmount[]
  /** Settled and paid out over its life. */
  readonly transferred: readonly DecAmount[]
}

/** akash.provider.v1beta4 `Provider` */
export interface Provider {
  readonly owner: string
  readonly hostUri: string
  readonly attributes: readonly { readonly key: string; readonly value: string }[]
  readonly email: string
  readonly website: string
  /** Accounts that signed attributes of it (akash.audit.v1). */
  readonly auditors: readonly string[]
}

/** akash.oracle.v2 `AggregatedPrice` and `PriceHealth` of AKT, in USD. */
export interface OraclePrice {
  readonly twap: Dec
  readonly median: Dec
  readonly min: Dec
  readonly max: Dec
  readonly time: Date | undefined
  readonly sources: number
  readonly deviationBps: bigint
  readonly isHealthy: boolean
  readonly failureReasons: readonly string[]
}

/** akash.bme.v1 `Status` */
export interface BmeStatus {
  readonly status:
    | 'mint_status_healthy'
    | 'mint_status_warning'
    | 'mint_status_halt_cr'
    | 'mint_status_halt_oracle'
    | 'mint_status_unspecified'
    | `unknown ${number}`
  readonly collateralRatio: Dec
  readonly warnThreshold: Dec
  readonly haltThreshold: Dec
  readonly mintsAllowed: boolean
  readonly refundsAllowed: boolean
}

interface CoinAmount {
  readonly denom: string
  readonly amount: bigint
}

/** akash.bme.v1 `State` */
export interface BmeVault {
  readonly balances: readonly CoinAmount[]
  readonly totalBurned: readonly CoinAmount[]
  readonly totalMinted: readonly CoinAmount[]
  readonly remintCredits: readonly CoinAmount[]
}

/** A record that makes its page fail, found by narrowing and left out. */
export interface SkippedRecord {
  readonly list: 'leases' | 'bids' | 'orders' | 'deployments'
  /** What the node said, or what is wrong with it. */
  readonly reason: string
  /** Its key, or its place where the node does not tell the key. */
  readonly name: string
}

/** A list of the market as far as it was read. */
export interface MarketList<Item> {
  readonly items: readonly Item[]
  /** false while pages are still to come, or will not come: see `failure`. */
  readonly isComplete: boolean
  readonly skipped: readonly SkippedRecord[]
  /** Why the rest could not be had. Set, nothing more is to come; a figure over `items` is less than there is. */
  readonly failure?: Failure | undefined
}

/** The marketplace at one height. Lists of what has ended are loading until somebody asks for the whole. */
export interface Market {
  readonly source: Source
  readonly leases: {
    readonly active: Figure<MarketList<Lease>>
    readonly reclaiming: Figure<MarketList<Lease>>
    readonly insufficient_funds: Figure<MarketList<Lease>>
    readonly closed: Figure<MarketList<Lease>>
  }
  /** Active and reclaiming leases with what they hold; not complete while bids or orders are still read. */
  readonly running: Figure<MarketList<ResourcedLease>>
  readonly bids: {
    readonly open: Figure<MarketList<Bid>>
    readonly active: Figure<MarketList<Bid>>
    readonly lost: Figure<MarketList<Bid>>
  }
  readonly orders: {
    readonly open: Figure<MarketList<Order>>
    readonly active: Figure<MarketList<Order>>
    readonly closed: Figure<MarketList<Order>>
  }
  readonly deployments: {
    readonly active: Figure<MarketList<Deployment>>
    readonly closed: Figure<MarketList<Deployment>>
  }
  readonly providers: Figure<readonly Provider[]>
  readonly oracle: Figure<OraclePrice>
  readonly bme: Figure<{ readonly status: BmeStatus; readonly vault: BmeVault }>
  /** uact */
  readonly actSupply: Figure<bigint>
  readonly blockTime: Figure<BlockTime>
}

/** Mean time of a block, over the blocks it was measured on. */
export interface BlockTime {
  readonly meanMs: number
  readonly fromHeight: bigint
  readonly toHeight: bigint
}
