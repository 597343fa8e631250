import type { Bid, Lease, Order, ResourcedLease } from '../lease.ts'
import type { BlockTime, Deployment, Provider } from '../market.ts'
import { indexAccounts } from './accounts.ts'
import { type ActiveLeases, computeActiveLeases } from './active-leases.ts'
import {
  type BidSpread,
  computeBidSpreadInSteps,
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
import { countProviders, type ProviderCount } from './provider-count.ts'
import { type MeasuredLease, measureLeases } from './resource-sums.ts'
import { computeRunRate, type DenomRunRate } from './run-rate.ts'
import { ROWS_A_STEP, runSteps, type Steps } from './run-steps.ts'
import { computeRunways, type Runways } from './runway.ts'
import { computeSpend, mergeSpend, type Spend } from './spend.ts'
import { type CpuPrices, computeCpuPrices, computeGpuPrices, type GpuPrices } from './unit-price.ts'
import { computeUsdValue, type UsdPrices, type UsdValue } from './usd-value.ts'

/** What was read of a market at one height, no record twice. undefined: not read, so what needs it is not known. */
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
  /** Needs the ended leases too: most winners are among them. */
  readonly bidSpread: BidSpread | undefined
}

/** All metrics at once, with what they share built once. */
export function computeMarketMetrics(ground: MarketGround): MarketMetrics {
  return runSteps(computeInSteps(ground))
}

/**
 * The same, with a pause offered after every step, so that a page can do something else in between: of ended leases there
 * are hundreds of thousands. Run `next()` while there is time, until it is done.
 */
export function* computeInSteps(ground: MarketGround): Steps<MarketMetrics> {
  const { height, running, ended, deployments, blockTime, prices, openOrders, openBids } = ground
  const { lostBids } = ground
  const leases = ended === undefined ? running : [...running, ...ended]
  const accounts =
    deployments === undefined ? undefined : indexAccounts(leases, deployments, height)
  yield
  const measured = measureLeases(running)
  yield
  const runRate = computeRunRate(running, blockTime)
  const runRateUsd = computeUsdValue(
    runRate.map(({ denom, perBlock }) => ({ denom, amount: perBlock })),
    prices,
  )
  yield
  const active = computeActiveLeases(running, accounts)
  yield
  const runningSpend = computeSpend(running, accounts)
  yield
  let spend = ended === undefined ? undefined : runningSpend
  for (let at = 0; spend !== undefined && ended !== undefined && at < ended.length; ) {
    const slice = ended.slice(at, at + ROWS_A_STEP)
    spend = mergeSpend(spend, computeSpend(slice, accounts))
    at += slice.length
    yield
  }
  const states = computeLeaseStates(leases)
  yield
  const closeReasons = computeCloseReasons(leases)
  yield
  const resources = computeLeasedResources(measured)
  yield
  const gpuPrices = computeGpuPrices(measured, blockTime)
  yield
  const cpuPrices = computeCpuPrices(measured, blockTime)
  yield
  const providers = yield* computeSide(measured, 'provider', prices)
  yield
  const tenants = yield* computeSide(measured, 'owner', prices)
  yield
  const providerCount = countProviders(
    providers.holders.map(({ name }) => name),
    tenants.holders.length,
    ground.providers,
  )
  const ages = computeLeaseAges(running, height, blockTime)
  yield
  const durations = ended === undefined ? undefined : computeLeaseAges(ended, height, blockTime)
  yield
  const runways =
    deployments === undefined || accounts === undefined
      ? undefined
      : computeRunways(deployments, accounts, blockTime)
  yield
  const openAuctions =
    openOrders === undefined || openBids === undefined
      ? undefined
      : computeOpenAuctions(openOrders, openBids)
  // Without the ended leases the winners of most lost bids would be missing.
  const bidSpread =
    lostBids === undefined || ended === undefined
      ? undefined
      : yield* computeBidSpreadInSteps(leases, lostBids)
  return {
    states,
    closeReasons,
    active,
    resources,
    runRate,
    runRateUsd,
    runningSpend,
    spend,
    gpuPrices,
    cpuPrices,
    providers,
    tenants,
    providerCount,
    ages,
    durations,
    runways,
    openAuctions,
    bidSpread,
  }
}

function* computeSide(
  measured: readonly MeasuredLease[],
  of: 'provider' | 'owner',
  prices: UsdPrices,
): Steps<SideFigures> {
  const holders = computeHolders(measured, of)
  yield
  return { holders, concentration: computeSideConcentration(holders, prices) }
}
