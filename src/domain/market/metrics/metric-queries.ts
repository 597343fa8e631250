/** Queries the metrics are computed from, by what they ask for. */
export const METRIC_QUERY = {
  leases: '/akash.market.v1beta5.Query/Leases',
  bids: '/akash.market.v1beta5.Query/Bids',
  orders: '/akash.market.v1beta5.Query/Orders',
  deployments: '/akash.deployment.v1beta4.Query/Deployments',
  providers: '/akash.provider.v1beta4.Query/Providers',
  oracle: '/akash.oracle.v2.Query/AggregatedPrice',
  bmeStatus: '/akash.bme.v1.Query/Status',
  bmeVault: '/akash.bme.v1.Query/VaultState',
  supplyOf: '/cosmos.bank.v1beta1.Query/SupplyOf',
  header: 'header',
} as const

const { leases, bids, orders, deployments, header } = METRIC_QUERY

/** What runs: active and reclaiming leases. */
export const OF_LEASES: readonly string[] = [leases]
/** What runs, and what is in it. */
export const OF_RESOURCES: readonly string[] = [leases, bids, orders]
/** What runs, and what pays for it. */
export const OF_ACCOUNTS: readonly string[] = [leases, deployments]
/** The time of blocks. */
export const OF_TIME: readonly string[] = [header]
