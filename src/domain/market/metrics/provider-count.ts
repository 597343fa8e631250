import { isRunning, type Lease } from '../lease.ts'
import type { Provider } from '../market.ts'

export interface ProviderCount {
  /** On the chain's list; undefined where it was not read. */
  readonly registered: number | undefined
  /** With at least one running lease. */
  readonly withLeases: number
  /** Of these, not on the list; undefined where it was not read. */
  readonly unregistered: number | undefined
  /** Owners of running leases. */
  readonly tenants: number
}

/** Providers on the list and providers at work. Whether one is online the chain does not know. */
export function computeProviderCount(
  leases: readonly Lease[],
  providers: readonly Provider[] | undefined,
): ProviderCount {
  const [busy, tenants] = [new Set<string>(), new Set<string>()]
  for (const lease of leases) {
    if (!isRunning(lease)) continue
    busy.add(lease.id.provider)
    tenants.add(lease.id.owner)
  }
  return countProviders([...busy], tenants.size, providers)
}

/** The same, of who has running leases. */
export function countProviders(
  busy: readonly string[],
  tenants: number,
  providers: readonly Provider[] | undefined,
): ProviderCount {
  const listed = providers === undefined ? undefined : new Set(providers.map(({ owner }) => owner))
  return {
    registered: listed?.size,
    withLeases: busy.length,
    unregistered:
      listed === undefined ? undefined : busy.filter((name) => !listed.has(name)).length,
    tenants,
  }
}
