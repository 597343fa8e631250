import { describe, expect, it } from 'vitest'
import {
  bidsOf,
  deploymentsOf,
  leasesOf,
  type MarketFilter,
  ordersOf,
} from '../../src/chain/market/market-lists.ts'
import type { MarketQuery } from '../../src/chain/market/read-market-list.ts'
import { createApplication } from '../../src/demo-chain/application/living-application.ts'
import { readFields } from '../../src/demo-chain/application/wire-fields.ts'
import { createLedger } from '../../src/demo-chain/chain/create-ledger.ts'
import { createDemoScript } from '../../src/demo-chain/chain/world/create-demo-script.ts'
import { createRandom, type Random, shuffle } from '../../src/demo-chain/chain/world/random.ts'
import { answerMarketList } from '../../src/demo-chain/market/market-pages.ts'
import { createTables } from '../../src/demo-chain/market/market-tables.ts'
import { createMarketWorld } from '../../src/demo-chain/market/market-world.ts'
import { createDemoNode } from '../../src/demo-chain/node/create-demo-node.ts'
import { createNodeServer } from '../../src/demo-chain/server/node-server.ts'
import { DEC_ONE } from '../../src/domain/decimal.ts'
import type { Market } from '../../src/domain/market/market.ts'
import {
  computeMarketMetrics,
  type MarketGround,
} from '../../src/domain/market/metrics/market-metrics.ts'
import { measureSlowly } from '../../src/domain/market/metrics/testing/slow-market.ts'
import { tolerant } from '../../src/domain/market/metrics/testing/tolerant.ts'
import { joinResources } from '../../src/queries/market/join-resources.ts'
import { marketGround } from '../../src/queries/market/market-ground.ts'
import { readMarket } from '../../src/queries/market/read-market.ts'
import { openInProcess } from './in-process-chain.ts'
import { sampleTenants } from './sampled-market.ts'

const MARKETS = 98
const READ_WHOLE = 2
const GENESIS = 27_400_000
/** About a day. */
const BLOCKS = 14_000
const TENANTS = 6
const WHOLE_LIST = { key: new Uint8Array(), offset: 0n, limit: 100_000n, countTotal: false }

/** What some tenants of a demo market have at some height, from the very bytes its node would send. */
function createGround(seed: number): MarketGround {
  const random = createRandom(`market ${seed}`)
  const height = BigInt(GENESIS + random.below(BLOCKS))
  const timeOf = (at: number) => 1_764_000_000 + (at - GENESIS) * 6
  const world = createMarketWorld(`demo-${seed}`, GENESIS, timeOf, { leases: 2_000 })
  const tables = new Map(createTables(world).map((table) => [table.kind.listPath, table]))
  const tenants = shuffle(world.people.tenants, random).slice(0, TENANTS)
  const read = <Item>(queryOf: (filter: MarketFilter) => MarketQuery<Uint8Array, Item>) =>
    tenants.flatMap(({ address }): readonly Item[] => {
      const { path, encode, decode, toItem } = queryOf({ owner: address })
      const table = tables.get(path)
      if (table === undefined) throw new Error(`no list at ${path}`)
      const request = readFields(encode({ ...WHOLE_LIST, reverse: false }))
      const { value, log } = answerMarketList(world, table, request, height)
      if (value === undefined) throw new Error(log)
      return decode(value).records.map(toItem)
    })
  const leases = read((filter) => leasesOf('', height, filter))
  const bids = read((filter) => bidsOf('', height, filter))
  const orders = read((filter) => ordersOf('', height, filter))
  return {
    height,
    running: joinResources(
      leases,
      bids.filter(({ state }) => state === 'active'),
      orders.filter(({ state }) => state === 'active'),
    ),
    ended: leases.filter(({ state }) => state === 'closed' || state === 'insufficient_funds'),
    openOrders: orders.filter(({ state }) => state === 'open'),
    openBids: bids.filter(({ state }) => state === 'open'),
    lostBids: bids.filter(({ state }) => state === 'lost'),
    deployments: read((filter) => deploymentsOf('active', height, filter)),
    providers: world.people.providers.slice(2).map(({ address }) => ({
      owner: address,
      hostUri: '',
      attributes: [],
      email: '',
      website: '',
      auditors: [],
    })),
    blockTime: { meanMs: 5_800 + random.below(400), fromHeight: height - 100n, toHeight: height },
    prices: createPrices(random),
  }
}

function createPrices(random: Random): MarketGround['prices'] {
  const twap = (DEC_ONE * BigInt(1 + random.below(9_999))) / 10_000n
  return {
    oracle: {
      twap,
      median: twap,
      min: twap,
      max: twap,
      time: new Date(0),
      sources: 3,
      deviationBps: 0n,
      isHealthy: random.chance(0.8),
      failureReasons: [],
    },
    axlUsdc: random.chance(0.5) ? DEC_ONE : undefined,
  }
}

/** A whole demo market as a page reads it from a node. */
async function readGround(seed: number): Promise<MarketGround> {
  const now = new Date(Date.UTC(2026, 10, 21, 9) + seed * 3_456_789)
  const ledger = createLedger(createDemoScript({ now, seed }), () => now)
  const application = createApplication(ledger, { leases: 1_800 })
  const node = createDemoNode(ledger, { moniker: 'archive' }, application)
  const server = createNodeServer(node, { now: ledger.now })
  const height = ledger.tip() - BigInt(createRandom(`height ${seed}`).below(10_000))
  let last: Market | undefined
  const chain = openInProcess(server, height, ledger.now)
  for await (const picture of readMarket(chain, { isWhole: true })) last = picture
  const ground = last && marketGround(last)
  if (ground === undefined) throw new Error('no market was read')
  return ground
}

describe('metrics of demo markets', () => {
  it('are what plain loops over the definitions come to, on markets of many seeds and heights', () => {
    const seen = { running: 0, ended: 0, reclaiming: 0, gpuLeases: 0, compared: 0, open: 0 }
    for (let seed = 1; seed <= MARKETS; seed++) {
      const ground = createGround(seed)
      const metrics = computeMarketMetrics(ground)
      expect(metrics, `market ${seed}`).toEqual(tolerant(measureSlowly(ground)))
      seen.running += metrics.active.active
      seen.ended += ground.ended?.length ?? 0
      seen.reclaiming += metrics.active.reclaiming
      seen.gpuLeases += metrics.resources.gpuLeases
      seen.compared += metrics.bidSpread?.orders ?? 0
      seen.open += metrics.openAuctions?.orders ?? 0
    }
    // Markets of nothing would be equal too.
    expect(seen.running).toBeGreaterThan(12 * MARKETS)
    expect(seen.ended).toBeGreaterThan(5 * MARKETS)
    expect(seen.gpuLeases).toBeGreaterThan(2 * MARKETS)
    expect(seen.compared).toBeGreaterThan(4 * MARKETS)
    expect(seen.reclaiming).toBeGreaterThan(20)
    expect(seen.open).toBeGreaterThan(5)
  }, 120_000)

  it('are the same of markets as a page reads them from a node', async () => {
    for (let seed = 1; seed <= READ_WHOLE; seed++) {
      const whole = await readGround(seed)
      const ground = sampleTenants(whole, 16)
      const metrics = computeMarketMetrics(ground)
      expect(metrics, `market ${seed}`).toEqual(tolerant(measureSlowly(ground)))
      expect(whole.running.length).toBeGreaterThan(1_400)
      expect(metrics.active.active).toBeGreaterThan(50)
      expect(metrics.active.funds?.notKnown).toBe(0)
      const { spend, durations, runways, openAuctions, bidSpread } = metrics
      expect([spend, durations, runways, openAuctions, bidSpread]).not.toContain(undefined)
    }
  }, 120_000)
})
