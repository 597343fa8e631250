import type { Lease } from '../../lease.ts'
import type { BlockTime } from '../../market.ts'
import type { MarketGround, MarketMetrics } from '../market-metrics.ts'
import { activeSlowly, runwaysSlowly, spendSlowly } from './slow-accounts.ts'
import { binSlowly, distributeSlowly } from './slow-distribution.ts'
import { distinct, sum, windowOf } from './slow-loops.ts'
import { cpuPricesSlowly, gpuPricesSlowly, resourcesSlowly } from './slow-resources.ts'
import { auctionsSlowly, sideSlowly, usdSlowly } from './slow-sides.ts'

/**
 * The metrics once more from their definitions: a loop over everything for every number, nothing kept in between and no
 * code shared with the product. Slow on purpose.
 */

const HOUR = 3_600_000n
const DAY = 86_400_000

export function measureSlowly(ground: MarketGround): MarketMetrics {
  const { running, ended, blockTime, prices } = ground
  const all: readonly Lease[] = [...running, ...(ended ?? [])]
  const runRate = runRateSlowly(running, blockTime)
  return {
    states: {
      total: all.length,
      byState: countSlowly(all, ({ state }) => state),
      byStateAndDenom: nestSlowly(all, ({ price }) => price.denom),
    },
    closeReasons: nestSlowly(all, ({ reason }) => reason),
    active: activeSlowly(ground, all),
    resources: resourcesSlowly(running),
    runRate,
    runRateUsd: usdSlowly(
      runRate.map(({ denom, perBlock }) => ({ denom, amount: perBlock })),
      prices,
    ),
    runningSpend: spendSlowly(running, ground, all),
    spend: ended === undefined ? undefined : spendSlowly(all, ground, all),
    gpuPrices: gpuPricesSlowly(running, blockTime),
    cpuPrices: cpuPricesSlowly(running, blockTime),
    providers: sideSlowly(running, 'provider', prices),
    tenants: sideSlowly(running, 'owner', prices),
    providerCount: {
      registered: ground.providers?.length,
      withLeases: distinct(running.map(({ id }) => id.provider)).length,
      unregistered:
        ground.providers &&
        distinct(running.map(({ id }) => id.provider)).filter(
          (name) => !ground.providers?.some(({ owner }) => owner === name),
        ).length,
      tenants: distinct(running.map(({ id }) => id.owner)).length,
    },
    ages: agesSlowly(running, ground, true),
    durations: ended === undefined ? undefined : agesSlowly(ended, ground, false),
    runways: runwaysSlowly(ground, all),
    ...auctionsSlowly(ground, all),
  }
}

function countSlowly<Key>(leases: readonly Lease[], key: (lease: Lease) => Key) {
  const keys = distinct(leases.map(key))
  return new Map(keys.map((one) => [one, leases.filter((each) => key(each) === one).length]))
}

function nestSlowly<Key>(leases: readonly Lease[], key: (lease: Lease) => Key) {
  const states = distinct(leases.map(({ state }) => state))
  return new Map(
    states.map((one) => [
      one,
      countSlowly(
        leases.filter(({ state }) => state === one),
        key,
      ),
    ]),
  )
}

function runRateSlowly(
  running: readonly Lease[],
  blockTime: BlockTime | undefined,
): MarketMetrics['runRate'] {
  const window = windowOf(blockTime)
  const rows = distinct(running.map(({ price }) => price.denom)).map((denom) => {
    const own = running.filter(({ price }) => price.denom === denom)
    const perBlock = sum(own.map(({ price }) => price.amount))
    const per = (hours: bigint) =>
      window === undefined ? 0n : (perBlock * hours * HOUR * window.blocks) / window.ms
    return {
      denom,
      leases: own.length,
      perBlock,
      reclaimingPerBlock: sum(
        own.filter(({ state }) => state === 'reclaiming').map(({ price }) => price.amount),
      ),
      perTime:
        window === undefined ? undefined : { hour: per(1n), day: per(24n), days30: per(720n) },
    }
  })
  return rows.sort((a, b) => b.leases - a.leases || (a.denom < b.denom ? -1 : 1))
}

function agesSlowly(
  leases: readonly Lease[],
  { height, blockTime }: MarketGround,
  isRunning: boolean,
): MarketMetrics['ages'] {
  const window = windowOf(blockTime)
  const ages: bigint[] = []
  for (const { createdAt, closedOn } of leases) {
    const end = isRunning ? height : closedOn
    if (end !== undefined && end - createdAt >= 0n) ages.push(end - createdAt)
  }
  const edges = [0, 3_600_000, DAY, 7 * DAY, 30 * DAY, 90 * DAY, 365 * DAY]
  return {
    blocks: distributeSlowly(ages),
    bins:
      window &&
      binSlowly(
        ages.map((age) => Number((age * window.ms) / window.blocks)),
        edges,
      ),
    contradictory: leases.length - ages.length,
  }
}
