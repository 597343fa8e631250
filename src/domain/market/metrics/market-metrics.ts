import type { Bid, Lease, Order, ResourcedLease } from '../lease.ts'
import type { BlockTime, Deployment, Provider } from '../market.ts'
import { indexAccounts } from './accounts.ts'
import { type ActiveLeases, computeActiveLeases } from './active-leases.ts'
import {
  type BidSpread,
  computeBidSpread,
  computeOpenAuctions,
  type OpenAuctions,
} from './auctions.ts'
import {
  computeHolders,
  computeSideConcentration,
  type Holder,
  type SideConcentration,
} from './holders.ts'
import { computeLeaseAges, type LeaseAges } from './lease-age.ts'
import {
  type CloseReasons,
  computeCloseReasons,
  computeLeaseStates,
  type LeaseStates,
} from './lease-states.ts'
import { computeLeasedResources, type LeasedTotals } from './leased-resources.ts'
import { computeProviderCount, type ProviderCount } from './provider-count.ts'
import { measureLeases } from './resource-sums.ts'
import { computeRunRate, type DenomRunRate } from './run-rate.ts'
import { computeRunways, type Runways } from './runway.ts'
import { computeSpend, mergeSpend, type Spend } from './spend.ts'
import { type CpuPrices, computeCpuPrices, computeGpuPrices, type GpuPrices } from './unit-price.ts'
import { computeUsdValue, type UsdPrices, type UsdValue } from './usd-value.ts'

/** What was read of a market at one height. undefined: not read, so what needs it is not known. */
export interface MarketGround {
  readonly height: bigint
  /** Active and reclaiming leases. */
  readonly running: readonly ResourcedLease[]
  /** Leases of the other states. */
  readonly ended: readonly Lease[] | undefined
  readonly openOrders: readonly Order[] | undefined
  readonly openBids: readonly Bid[] | undefined
  readonly lostBids: readonly Bid[] | undefined
  /** Active ones. */
  readonly deployments: readonly Deployment[] | undefined
  readonly providers: readonly Provider[] | undefined
  readonly blockTime: BlockTime | undefined
  readonly prices: UsdPrices
}

interface SideFigures {
  readonly holders: readonly Holder[]
  readonly concentration: SideConcentration
}

/** Every metric of a market. undefined where its ground was not read. */
export interface MarketMetrics {
  /** Of all leases that were read: running ones alone while ended ones are not. */
  readonly states: LeaseStates
  readonly closeReasons: CloseReasons
  readonly active: ActiveLeases
  readonly resources: LeasedTotals
  readonly runRate: readonly DenomRunRate[]
  readonly runRateUsd: UsdValue
  /** Of running leases. */
  readonly runningSpend: Spend
  /** Of all leases. */
  readonly spend: Spend | undefined
  readonly gpuPrices: GpuPrices
  readonly cpuPrices: CpuPrices
  readonly providers: SideFigures
  readonly tenants: SideFigures
  readonly providerCount: ProviderCount
  readonly ages: LeaseAges
  readonly durations: LeaseAges | undefined
  readonly runways: Runways | undefined
  readonly openAuctions: OpenAuctions | undefined
  readonly bidSpread: BidSpread | undefined
}

/** All metrics at once, with what they share built once. */
export function computeMarketMetrics(ground: MarketGround): MarketMetrics {
  const { height, running, ended, deployments, blockTime, prices, openOrders, openBids } = ground
  const { lostBids } = ground
  const leases = ended === undefined ? running : [...running, ...ended]
  const accounts =
    deployments === undefined ? undefined : indexAccounts(leases, deployments, height)
  const runRate = computeRunRate(running, blockTime)
  const measured = measureLeases(running)
  const runningSpend = computeSpend(running, accounts)
  const side = (of: 'provider' | 'owner'): SideFigures => {
    const holders = computeHolders(measured, of)
    return { holders, concentration: computeSideConcentration(holders, prices) }
  }
  return {
    states: computeLeaseStates(leases),
    closeReasons: computeCloseReasons(leases),
    active: computeActiveLeases(running, accounts),
    resources: computeLeasedResources(measured),
    runRate,
    runRateUsd: computeUsdValue(
      runRate.map(({ denom, perBlock }) => ({ denom, amount: perBlock })),
      prices,
    ),
    runningSpend,
    spend:
      ended === undefined ? undefined : mergeSpend(runningSpend, computeSpend(ended, accounts)),
    gpuPrices: computeGpuPrices(measured, blockTime),
    cpuPrices: computeCpuPrices(measured, blockTime),
    providers: side('provider'),
    tenants: side('owner'),
    providerCount: computeProviderCount(running, ground.providers),
    ages: computeLeaseAges(running, height, blockTime),
    durations: ended === undefined ? undefined : computeLeaseAges(ended, height, blockTime),
    runways:
      deployments === undefined || accounts === undefined
        ? undefined
        : computeRunways(deployments, accounts, blockTime),
    openAuctions:
      openOrders === undefined || openBids === undefined
        ? undefined
        : computeOpenAuctions(openOrders, openBids),
    bidSpread: lostBids === undefined ? undefined : computeBidSpread(leases, lostBids),
  }
}
