import { beforeAll, describe, expect, it } from 'vitest'
import { hasRecordAt } from '../../src/chain/market/has-record-at.ts'
import { leasesOf } from '../../src/chain/market/market-lists.ts'
import { createApplication } from '../../src/demo-chain/application/living-application.ts'
import { createLedger } from '../../src/demo-chain/chain/create-ledger.ts'
import type { ChainLedger } from '../../src/demo-chain/chain/ledger.ts'
import { createDemoScript } from '../../src/demo-chain/chain/world/create-demo-script.ts'
import { orderWorkload, winnerOf } from '../../src/demo-chain/market/bids.ts'
import { leaseState } from '../../src/demo-chain/market/market-tables.ts'
import {
  createMarketWorld,
  type MarketOptions,
  type MarketWorld,
} from '../../src/demo-chain/market/market-world.ts'
import { leasePrice } from '../../src/demo-chain/market/prices.ts'
import { createDemoNode } from '../../src/demo-chain/node/create-demo-node.ts'
import { createNodeServer } from '../../src/demo-chain/server/node-server.ts'
import type { Figure } from '../../src/domain/figure.ts'
import type { Market, MarketList } from '../../src/domain/market/market.ts'
import { computeMarketMetrics } from '../../src/domain/market/metrics/market-metrics.ts'
import { hasFewEnded } from '../../src/queries/market/has-few-ended.ts'
import { marketGround } from '../../src/queries/market/market-ground.ts'
import { readMarket } from '../../src/queries/market/read-market.ts'
import { openInProcess } from './in-process-chain.ts'

const START = Date.UTC(2026, 10, 21, 9)
const HOUR_MS = 3_600_000
const SMALL: MarketOptions = { leases: 6_000 }

/** A demo chain with such a market, whose clock is turned by hand. */
function openWorld(options: MarketOptions) {
  let nowMs = START
  const script = createDemoScript({ now: new Date(START) })
  const ledger = createLedger(script, () => new Date(nowMs))
  const application = createApplication(ledger, options)
  const node = createDemoNode(ledger, { moniker: 'archive' }, application)
  const server = createNodeServer(node, { now: ledger.now })
  return {
    ledger,
    world: worldOf(ledger, options),
    wait: (ms: number) => {
      nowMs += ms
    },
    chainAt: (height: bigint) => openInProcess(server, height, ledger.now),
    async read(height: bigint, isWhole = false): Promise<Market> {
      const chain = openInProcess(server, height, ledger.now)
      let last: Market | undefined
      for await (const picture of readMarket(chain, { isWhole })) last = picture
      if (last === undefined) throw new Error('no picture of the market')
      return last
    },
  }
}

/** The market's books themselves, by no query. */
function worldOf({ chainId, initialHeight }: ChainLedger, options: MarketOptions): MarketWorld {
  return createMarketWorld(chainId, Number(initialHeight), () => 0, options)
}

const STATE_NAMES = ['none', 'active', 'insufficient_funds', 'closed', 'reclaiming'] as const

/** Plain counts over the books at a height. */
function countBooks(world: MarketWorld, height: number) {
  const books = world.books(height)
  const states: Record<string, number> = {}
  const gpusByModel: Record<string, number> = {}
  const providers = new Set<number>()
  const tenants = new Set<number>()
  const open = { orders: 0, deployments: 0 }
  let runRate = 0n
  let gpuLeases = 0
  for (let at = 0; at < books.count; at++) {
    const life = books.life(at)
    const { plan, seed } = life
    if (seed.createdAt > height) continue
    if (height < plan.closedAt) open.deployments++
    for (const [group, order] of plan.orders.entries()) {
      const state = leaseState(order, plan, height)
      if (state === 0 && height < plan.closedAt) open.orders++
      if (state === 0) continue
      const name = STATE_NAMES[state] ?? ''
      states[name] = (states[name] ?? 0) + 1
      if (state !== 1 && state !== 4) continue
      runRate += leasePrice(world, life, group).amount
      providers.add(winnerOf(world, life, group))
      tenants.add(life.tenant)
      const { gpus, gpu } = orderWorkload(world, life, group)
      if (gpus === 0 || gpu === undefined) continue
      gpuLeases++
      gpusByModel[gpu] = (gpusByModel[gpu] ?? 0) + gpus
    }
  }
  const gpus = Object.values(gpusByModel).reduce((sum, count) => sum + count, 0)
  return {
    states,
    runRate,
    gpuLeases,
    gpus,
    open,
    providers: providers.size,
    tenants: tenants.size,
  }
}

function knownOf<T>(figure: Figure<T>): T {
  if (figure.kind !== 'known') throw new Error(`the figure is ${JSON.stringify(figure)}`)
  return figure.value
}

function itemsOf<Item>(list: Figure<MarketList<Item>>): readonly Item[] {
  const { items, isComplete, skipped } = knownOf(list)
  expect([isComplete, skipped]).toEqual([true, []])
  return items
}

function metricsOf(market: Market) {
  const ground = marketGround(market)
  if (ground === undefined) throw new Error('there are no running leases')
  return computeMarketMetrics(ground)
}

describe('the market of the demo chain, read as the page reads it', () => {
  const { ledger, world, read } = openWorld(SMALL)
  const height = ledger.tip() - 2n
  const counted = countBooks(world, Number(height))
  let market: Market
  beforeAll(async () => {
    market = await read(height, true)
  }, 60_000)

  it('is whole: every list to its end, every figure known', () => {
    const { leases, bids, orders, deployments } = market
    expect({
      active: itemsOf(leases.active).length,
      reclaiming: itemsOf(leases.reclaiming).length,
      closed: itemsOf(leases.closed).length,
      insufficient_funds: itemsOf(leases.insufficient_funds).length,
    }).toEqual(counted.states)
    expect(itemsOf(orders.open)).toHaveLength(counted.open.orders)
    expect(itemsOf(orders.active)).toHaveLength(itemsOf(market.running).length)
    expect(itemsOf(bids.active)).toHaveLength(itemsOf(market.running).length)
    expect(itemsOf(bids.lost).length).toBeGreaterThan(itemsOf(leases.closed).length)
    expect(itemsOf(deployments.active)).toHaveLength(counted.open.deployments)
    expect(itemsOf(deployments.closed).length).toBeGreaterThan(3_000)
    expect(knownOf(market.providers)).toHaveLength(60)
    expect(knownOf(market.oracle).isHealthy).toBe(true)
    expect(knownOf(market.bme).status.collateralRatio).toBeGreaterThan(0n)
    expect(knownOf(market.blockTime).meanMs).toBeGreaterThan(5_000)
  })

  it('has the metrics that a plain count over its own books gives', () => {
    const metrics = metricsOf(market)
    expect(metrics.runRate.map(({ denom, perBlock }) => [denom, perBlock])).toEqual([
      ['uact', counted.runRate],
    ])
    expect(metrics.resources.gpuLeases).toBe(counted.gpuLeases)
    expect(metrics.resources.gpus).toBe(BigInt(counted.gpus))
    expect(metrics.providers.holders).toHaveLength(counted.providers)
    expect(metrics.tenants.holders).toHaveLength(counted.tenants)
    expect(metrics.openAuctions?.orders).toBe(counted.open.orders)
  })

  it('mints and burns what the bank says there is of ACT', () => {
    const { totalMinted, totalBurned } = knownOf(market.bme).vault
    const act = (coins: typeof totalMinted) =>
      coins.find(({ denom }) => denom === 'uact')?.amount ?? 0n
    expect(act(totalMinted) - act(totalBurned)).toBe(knownOf(market.actSupply))
  })
})

describe('how much has ended', () => {
  it('is learned from one record at a place of a list, there or not', async () => {
    const { ledger, world, chainAt } = openWorld(SMALL)
    const height = ledger.tip() - 2n
    const { transport } = chainAt(height)
    const { closed = 0 } = countBooks(world, Number(height)).states
    const at = (place: number) => hasRecordAt(transport, leasesOf('closed', height), BigInt(place))
    expect(closed).toBeGreaterThan(1_000)
    expect([await at(closed - 1), await at(closed)]).toEqual([true, false])
  })

  it.each([
    [1_700, true],
    [20_000, false],
  ])('of a chain of %s leases, little: %s', async (leases, isLittle) => {
    const { ledger, chainAt } = openWorld({ leases })
    const height = ledger.tip() - 2n
    expect(await hasFewEnded(chainAt(height), height)).toBe(isLittle)
  })

  it('is not known where a node does not say', async () => {
    const { ledger, chainAt } = openWorld({ leases: 1_700 })
    const future = ledger.tip() + 1_000n
    await expect(hasFewEnded(chainAt(future), future)).rejects.toMatchObject({
      refusal: 'in-future',
    })
  })
})

describe('while blocks pass', () => {
  it('leases come, go and are given notice as the books say, and a height once read stays as it was', async () => {
    const { ledger, world, wait, read } = openWorld(SMALL)
    const before = ledger.tip() - 2n
    const first = await read(before)
    wait(2 * HOUR_MS)
    const after = ledger.tip() - 2n
    expect(after - before).toBeGreaterThan(1_000n)
    const second = await read(after)
    const statesOf = (market: Market) => ({
      active: itemsOf(market.leases.active).length,
      reclaiming: itemsOf(market.leases.reclaiming).length,
    })
    expect(statesOf(second)).toEqual(statesIn(world, after))
    const idsOf = (market: Market) =>
      itemsOf(market.running).map(({ id }) => `${id.owner}/${id.dseq}/${id.gseq}`)
    const old = new Set(idsOf(first))
    const young = new Set(idsOf(second))
    expect([...young].filter((id) => !old.has(id)).length).toBeGreaterThan(20)
    expect([...old].filter((id) => !young.has(id)).length).toBeGreaterThan(20)
    const settledIn = ({ deployments }: Market) =>
      new Map(
        itemsOf(deployments.active).map(({ owner, dseq, escrow }) => [
          `${owner}/${dseq}`,
          escrow?.settledAt,
        ]),
      )
    const settledBefore = settledIn(first)
    const settledSince = [...settledIn(second)].filter(([id, settledAt]) => {
      const earlier = settledBefore.get(id)
      return earlier !== undefined && earlier !== settledAt
    })
    expect(settledSince.length).toBeGreaterThan(100)
    const again = await read(before)
    expect(again.running).toEqual(first.running)
    expect(again.deployments).toEqual(first.deployments)
  }, 60_000)
})

function statesIn(world: MarketWorld, height: bigint) {
  const { active, reclaiming } = countBooks(world, Number(height)).states
  return { active, reclaiming }
}

describe('a lease whose payment is missing', () => {
  it('is found among the others, named and left out', async () => {
    const { ledger, world, read } = openWorld({ ...SMALL, missingPayments: 2 })
    const height = ledger.tip() - 2n
    const { leases } = await read(height)
    const { items, skipped, isComplete } = knownOf(leases.active)
    const { active = 0, reclaiming = 0 } = statesIn(world, height)
    const lost = knownOf(leases.reclaiming).skipped.length + skipped.length
    expect(isComplete).toBe(true)
    expect(lost).toBe(2)
    expect(items.length + knownOf(leases.reclaiming).items.length).toBe(active + reclaiming - 2)
    for (const { list, reason, name } of skipped) {
      expect(list).toBe('leases')
      expect(reason).toContain('payment not found')
      expect(name).toMatch(/^akash1[a-z0-9]{38}\/\d+\/1\/1\/akash1[a-z0-9]{38}\/0$|^number \d+/)
    }
  }, 60_000)
})
