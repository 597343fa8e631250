import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Figure, LOADING } from '../../domain/figure.ts'
import type { ResourcedLease } from '../../domain/market/lease.ts'
import type { Market, MarketList } from '../../domain/market/market.ts'
import { createMarketMeasurer, type MeasuredMarket } from './market-measurer.ts'

const SOURCE = {
  chainId: 'somechain-1',
  height: 1_000n,
  time: undefined,
  endpoint: 'https://node.invalid',
  query: '/akash.market.v1beta5.Query/Leases',
}

const FAILED = {
  kind: 'failed',
  failure: { kind: 'not-found', sentence: 'The node does not have it.' },
} as const

function lease(dseq: number): ResourcedLease {
  return {
    id: { owner: 'tenant', dseq: BigInt(dseq), gseq: 1, oseq: 1, provider: 'provider', bseq: 0 },
    state: 'active',
    price: { denom: 'uact', amount: 1n },
    createdAt: 1n,
    closedOn: undefined,
    reason: 'lease_closed_invalid',
    reclamation: undefined,
    payment: undefined,
    resources: { from: 'not-known', units: [] },
  }
}

function running(leases: number, isComplete: boolean): Figure<MarketList<ResourcedLease>> {
  const items = Array.from({ length: leases }, (_, index) => lease(index))
  return { kind: 'known', value: { items, isComplete, skipped: [] }, source: SOURCE }
}

function picture(of: Market['running']): Market {
  return {
    source: SOURCE,
    running: of,
    leases: { active: LOADING, reclaiming: LOADING, insufficient_funds: LOADING, closed: LOADING },
    bids: { open: LOADING, active: LOADING, lost: LOADING },
    orders: { open: LOADING, active: LOADING, closed: LOADING },
    deployments: { active: LOADING, closed: LOADING },
    providers: LOADING,
    oracle: LOADING,
    bme: LOADING,
    actSupply: LOADING,
    blockTime: LOADING,
  }
}

let stop: (() => void) | undefined
afterEach(() => stop?.())

function start(before?: MeasuredMarket) {
  const shown: MeasuredMarket[] = []
  const measurer = createMarketMeasurer((measured) => shown.push(measured), before)
  stop = measurer.stop
  const counts = () => shown.map(({ metrics }) => metrics?.active.active)
  return { measurer, shown, counts }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const until = (isTrue: () => boolean) =>
  vi.waitFor(() => expect(isTrue()).toBe(true), { timeout: 5_000, interval: 5 })

describe('createMarketMeasurer', () => {
  it('shows a picture with what was computed of that very picture', async () => {
    const { measurer, shown, counts } = start()
    const market = picture(running(3, true))
    measurer.take(market)
    await until(() => shown.length === 1)
    expect(shown[0]?.market).toBe(market)
    expect(counts()).toEqual([3])
  })

  it('does not measure again what a screen shows already that was left and come back to', async () => {
    const market = picture(running(3, true))
    const first = start()
    first.measurer.take(market)
    await until(() => first.shown.length === 1)
    first.measurer.stop()
    const { measurer, counts } = start(first.shown[0])
    measurer.take(market)
    measurer.take(picture(running(4, true)))
    await until(() => counts().length === 1)
    expect(counts()).toEqual([4])
  })

  it('finishes what it is at while newer pictures keep coming, or nothing would be shown', async () => {
    const { measurer, shown } = start()
    let size = 1
    measurer.take(picture(running(size, false)))
    const timer = setInterval(() => measurer.take(picture(running(++size, false))), 1)
    await until(() => shown.length >= 2)
    clearInterval(timer)
    expect(shown[0]?.metrics?.active.active).toBe(1)
  })

  it('goes on with the newest, not with those that have become old meanwhile', async () => {
    const { measurer, counts } = start()
    for (const size of [1, 2, 3, 4]) measurer.take(picture(running(size, false)))
    await until(() => counts().length === 2)
    await pause(300)
    expect(counts()).toEqual([1, 4])
  })

  it('keeps the figures of a whole picture while the next one is only beginning', async () => {
    const { measurer, counts } = start()
    measurer.take(picture(running(5, true)))
    await until(() => counts().length === 1)
    measurer.take(picture(LOADING))
    await pause(300)
    measurer.take(picture(running(2, false)))
    await pause(300)
    expect(counts()).toEqual([5])
    measurer.take(picture(running(6, true)))
    await until(() => counts().length === 2)
    expect(counts()).toEqual([5, 6])
  })

  it('shows a picture without leases as it is, for it says what is being read or why it cannot be', async () => {
    const { measurer, shown } = start()
    measurer.take(picture(LOADING))
    measurer.take(picture(FAILED))
    await until(() => shown.length === 2)
    expect(shown.map(({ market }) => market.running.kind)).toEqual(['loading', 'failed'])
    expect(shown.every(({ metrics }) => metrics === undefined)).toBe(true)
  })

  it('shows nothing after it was stopped, and begins anew with the next picture', async () => {
    const { measurer, counts } = start()
    measurer.take(picture(running(1, true)))
    measurer.take(picture(running(2, true)))
    measurer.stop()
    await pause(300)
    expect(counts()).toEqual([])
    measurer.take(picture(running(3, true)))
    await until(() => counts().length === 1)
    expect(counts()).toEqual([3])
  })
})
