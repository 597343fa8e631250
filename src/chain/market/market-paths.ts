/** Queries of the marketplace's modules (node v2.1.0). */
export const MARKET_PATH = {
  leases: '/akash.market.v1beta5.Query/Leases',
  bids: '/akash.market.v1beta5.Query/Bids',
  orders: '/akash.market.v1beta5.Query/Orders',
  deployments: '/akash.deployment.v1beta4.Query/Deployments',
  deployment: '/akash.deployment.v1beta4.Query/Deployment',
  providers: '/akash.provider.v1beta4.Query/Providers',
  audits: '/akash.audit.v1.Query/AllProvidersAttributes',
  oracle: '/akash.oracle.v2.Query/AggregatedPrice',
  bmeStatus: '/akash.bme.v1.Query/Status',
  bmeVault: '/akash.bme.v1.Query/VaultState',
  supplyOf: '/cosmos.bank.v1beta1.Query/SupplyOf',
} as const
