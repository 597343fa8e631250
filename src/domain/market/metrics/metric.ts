/** Every number the market's screens and commands show. */
export type MetricId =
  | 'leasesByState'
  | 'activeLeases'
  | 'reclaimingLeases'
  | 'outOfFundsLeases'
  | 'closeReasons'
  | 'leaseAge'
  | 'leaseDuration'
  | 'resourceOrigin'
  | 'leasedCpu'
  | 'leasedMemory'
  | 'leasedStorage'
  | 'gpuLeases'
  | 'leasedGpus'
  | 'blockTime'
  | 'runRate'
  | 'spendSettled'
  | 'spendAccrued'
  | 'spendLifetime'
  | 'spendUnpaid'
  | 'usdValue'
  | 'gpuHourPrice'
  | 'cpuHourPrice'
  | 'runway'
  | 'providers'
  | 'providersWithLeases'
  | 'tenants'
  | 'shareOfLeases'
  | 'shareOfGpus'
  | 'shareOfRunRate'
  | 'topShare'
  | 'hhi'
  | 'gini'
  | 'lorenz'
  | 'openOrders'
  | 'bidsPerOrder'
  | 'bidSpread'
  | 'cheapestWon'
  | 'ordersByState'
  | 'openBids'
  | 'bidsByState'
  | 'bidPrice'
  | 'orderPrice'
  | 'deploymentsByState'
  | 'leasePrice'
  | 'escrowFunds'
  | 'aktPrice'
  | 'actSupply'
  | 'vaultBalance'
  | 'mintedAndBurned'
  | 'collateralRatio'
  | 'collateralThresholds'
  | 'remintCredits'

/** What a number says, in words a reader can repeat it by. */
export interface MetricDefinition {
  readonly id: MetricId
  readonly label: string
  /** What is computed, in sentences. */
  readonly formula: string
  /** Paths of `abci_query`, or names of RPC methods. */
  readonly queries: readonly string[]
  readonly unit?: string
  /** What it does not say. */
  readonly caveat?: string
}
