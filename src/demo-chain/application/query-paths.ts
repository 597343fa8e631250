/**
 * Query services of an Akash v2.1.0 node that are known method by method (protocol.md A1, B, D1). A method a known
 * service does not have is answered with code 6, as every path the node has no route for.
 */
const KNOWN_SERVICES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'cosmos.gov.v1.Query':
      'Constitution Proposal Proposals Vote Votes Params Deposit Deposits TallyResult',
    'cosmos.upgrade.v1beta1.Query':
      'CurrentPlan AppliedPlan UpgradedConsensusState ModuleVersions Authority',
    'cosmos.slashing.v1beta1.Query': 'Params SigningInfo SigningInfos',
    'akash.market.v1beta5.Query': 'Orders Order Bids Bid Leases Lease Params',
    'akash.deployment.v1beta4.Query': 'Deployments Deployment Group Params',
    'akash.provider.v1beta4.Query': 'Providers Provider',
    'akash.escrow.v1.Query': 'Accounts Payments',
    'akash.audit.v1.Query':
      'AllProvidersAttributes ProviderAttributes ProviderAuditorAttributes AuditorAttributes',
    'akash.bme.v1.Query': 'Params VaultState Status LedgerRecords',
    'akash.oracle.v2.Query': 'Prices Params AggregatedPrice',
  }).map(([service, methods]) => [service, methods.split(' ')]),
)

/** Akash modules answer one version each and no other (protocol.md, head): these are the ones that are gone. */
const AKASH_MODULE =
  /^akash\.(market|deployment|provider|escrow|audit|bme|oracle|take)\.[a-z0-9]+\.Query$/

/** Whether the node certainly has no route for a path. */
export function isUnknownPath(path: string): boolean {
  const [service = '', method = '', ...rest] = path.split('/').slice(1)
  const methods = KNOWN_SERVICES.get(service)
  if (methods !== undefined) return rest.length > 0 || !methods.includes(method)
  if (AKASH_MODULE.test(service)) return true
  // baseapp/abci.go Query: what is no gRPC route is read as app, store or p2p.
  return !service.includes('.') && !['app', 'store', 'p2p'].includes(service)
}

/** Whether the methods of a service are known. */
export function isKnownService(service: string): boolean {
  return KNOWN_SERVICES.has(service)
}
