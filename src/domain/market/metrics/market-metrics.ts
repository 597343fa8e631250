import type { Bid, Lease, Order, ResourcedLease } from '../lease.ts'
import type { BlockTime, Deployment, Provider } from '../market.ts'
import { accountOf, createAccountLedger, type DrainedAccount } from './accounts.ts'
import { type ActiveLeases, createActiveTally } from './active-leases.ts'
import {
  type BidSpread,
  computeOpenAuctions,
  createBidSpreadTally,
  type OpenAuctions,
} from './auctions.ts'
import {
  computeSideConcentration,
  createHolderTally,
  type Holder,
  type SideConcentration,
} from './holders.ts'
import { createAgeTally, type LeaseAges } from './lease-age.ts'
import { type CloseReasons, createStateTally, type LeaseStates } from './lease-states.ts'
import { createResourceTally, type LeasedTotals } from './leased-resources.ts'
import { countProviders, type ProviderCount } from './provider-count.ts'
import { createSummer } from './resource-sums.ts'
import { createRunRateTally, type DenomRunRate } from './run-rate.ts'
import { inSlices, ROWS_A_STEP, runSteps, type Steps } from './run-steps.ts'
import { computeRunwaysOf, type Runways } from './runway.ts'
import { createSpendTally, mergeSpend, type Spend } from './spend.ts'
import {
  type CpuPrices,
  createCpuPriceTally,
  createGpuPriceTally,
  type GpuPrices,
} from './unit-price.ts'
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
  const ledger = deployments === undefined ? undefined : createAccountLedger(deployments, height)
  yield
  const accounts = running.map((lease) => ledger?.charge(lease))
  yield
  if (ledger !== undefined && ended !== undefined) {
    yield* inSlices(ended, (slice) => {
      for (const lease of slice) ledger.charge(lease)
    })
  }
  // Without the ended leases the winners of most lost bids would be missing.
  const bidSpreads =
    lostBids === undefined || ended === undefined ? undefined : createBidSpreadTally()
  if (bidSpreads !== undefined && lostBids !== undefined) {
    yield* inSlices(lostBids, (slice) => {
      for (const bid of slice) bidSpreads.addBid(bid)
    })
  }
  const states = createStateTally()
  const tally = createRunningTally(height)
  const lookAtRunning = (slice: readonly ResourcedLease[], from: number) => {
    // Everything of a lease at once: it takes longer to fetch ten thousand from memory than to count them.
    for (const [index, lease] of slice.entries()) {
      tally.add(lease, accounts[from + index])
      states.add(lease)
      bidSpreads?.addLease(lease)
    }
  }
  yield* inSlices(running, lookAtRunning, RUNNING_A_STEP)
  const runningSpend = tally.spend.result()
  const endedSpend = createSpendTally()
  const durations = createAgeTally(height)
  if (ended !== undefined) {
    yield* inSlices(ended, (slice) => {
      for (const lease of slice) {
        endedSpend.add(lease, accountOf(ledger, lease.id))
        durations.add(lease)
        states.add(lease)
        bidSpreads?.addLease(lease)
      }
    })
  }
  const runRate = tally.runRate.result(blockTime)
  const runRateUsd = computeUsdValue(
    runRate.map(({ denom, perBlock }) => ({ denom, amount: perBlock })),
    prices,
  )
  const gpuPrices = tally.gpuPrices.result(blockTime)
  const cpuPrices = tally.cpuPrices.result(blockTime)
  yield
  const providers = yield* computeSide(tally.providers.result(), prices)
  yield
  const tenants = yield* computeSide(tally.tenants.result(), prices)
  yield
  const ages = tally.ages.result(blockTime)
  yield
  const durationsOfEnded = ended === undefined ? undefined : durations.result(blockTime)
  yield
  const runways =
    ledger === undefined ? undefined : computeRunwaysOf(ledger.ofDeployments, blockTime)
  yield
  return {
    ...states.result(),
    active: tally.active.result(ledger !== undefined),
    resources: tally.resources.result(),
    runRate,
    runRateUsd,
    runningSpend,
    spend: ended === undefined ? undefined : mergeSpend(runningSpend, endedSpend.result()),
    gpuPrices,
    cpuPrices,
    providers,
    tenants,
    providerCount: countProviders(
      providers.holders.map(({ name }) => name),
      tenants.holders.length,
      ground.providers,
    ),
    ages,
    durations: durationsOfEnded,
    runways,
    openAuctions:
      openOrders === undefined || openBids === undefined
        ? undefined
        : computeOpenAuctions(openOrders, openBids),
    bidSpread: bidSpreads === undefined ? undefined : yield* bidSpreads.result(),
  }
}

/** Running leases take ten times as long as ended ones. */
const RUNNING_A_STEP = ROWS_A_STEP / 4

/** What is counted of running leases alone. */
function createRunningTally(height: bigint) {
  const sumUp = createSummer()
  const active = createActiveTally()
  const runRate = createRunRateTally()
  const spend = createSpendTally()
  const resources = createResourceTally()
  const gpuPrices = createGpuPriceTally()
  const cpuPrices = createCpuPriceTally()
  const providers = createHolderTally('provider')
  const tenants = createHolderTally('owner')
  const ages = createAgeTally(height)
  return {
    add(lease: ResourcedLease, account: DrainedAccount | undefined): void {
      const sums = sumUp(lease.resources)
      active.add(lease, account)
      runRate.add(lease)
      spend.add(lease, account)
      resources.add(lease.resources, sums)
      gpuPrices.add(lease, sums)
      cpuPrices.add(lease, sums)
      providers.add(lease, sums)
      tenants.add(lease, sums)
      ages.add(lease)
    },
    active,
    runRate,
    spend,
    resources,
    gpuPrices,
    cpuPrices,
    providers,
    tenants,
    ages,
  }
}

function* computeSide(holders: readonly Holder[], prices: UsdPrices): Steps<SideFigures> {
  yield
  return { holders, concentration: computeSideConcentration(holders, prices) }
}
