import type { Market, Provider } from '../../domain/market/market.ts'
import type { Concentration } from '../../domain/market/metrics/concentration.ts'
import type { Holder } from '../../domain/market/metrics/holders.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import {
  computeUsdValue,
  type UsdPrices,
  type UsdValue,
} from '../../domain/market/metrics/usd-value.ts'

/** A provider: on the chain's list, seen in leases, or both. */
export interface ProviderRow {
  readonly address: string
  /** undefined: only seen in leases, or the list is not known. */
  readonly record: Provider | undefined
  /** undefined: no lease of it is active. */
  readonly holder: Holder | undefined
  /** Of all active leases, 0 to 1. */
  readonly share: number
  /** Per block. */
  readonly usd: UsdValue
}

/** Everybody on the list and everybody at work, most leases first. */
export function composeProviderRows(
  { providers: { holders, concentration } }: MarketMetrics,
  list: Market['providers'],
  prices: UsdPrices,
): readonly ProviderRow[] {
  const records = list.kind === 'known' ? list.value : []
  const byOwner = new Map(records.map((record) => [record.owner, record]))
  const shares = sharesOf(concentration.leases)
  const rowOf = (address: string, holder: Holder | undefined): ProviderRow => ({
    address,
    record: byOwner.get(address),
    holder,
    share: shares.get(address) ?? 0,
    usd: computeUsdValue(holder?.runRate ?? [], prices),
  })
  const busy = new Set(holders.map(({ name }) => name))
  return [
    ...holders.map((holder) => rowOf(holder.name, holder)),
    ...[...byOwner.keys()]
      .filter((owner) => !busy.has(owner))
      .map((owner) => rowOf(owner, undefined)),
  ]
}

function sharesOf(concentration: Concentration): ReadonlyMap<string, number> {
  return new Map(
    concentration.kind === 'none'
      ? []
      : concentration.ranked.map(({ name, share }) => [name, share] as const),
  )
}
