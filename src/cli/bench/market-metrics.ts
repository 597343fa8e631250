import { DEC_ONE } from '../../domain/decimal.ts'
import type { Lease, ResourcedLease } from '../../domain/market/lease.ts'
import type { Deployment } from '../../domain/market/market.ts'
import {
  computeInSteps,
  computeMarketMetrics,
  type MarketGround,
} from '../../domain/market/metrics/market-metrics.ts'
import type { ResourceUnit } from '../../domain/market/resources.ts'
import { atMost, type Measurement } from './finding.ts'
import { medianMs } from './median.ts'

const LEASES = 10_000
const ENDED = 60_000
const PROVIDERS = 60
const TENANTS = 2_500
const ROUNDS = 15
const HEIGHT = 27_400_494n
const MODELS = ['h100', 'a100', 'rtx4090', 'l40s', 't4', 'h200'] as const

/** Every metric of a market, without a network. */
export function marketMetrics(): Measurement {
  return {
    heading: 'A market of 10,000 running leases, 83 bids on 32 orders and 2,341 lost bids',
    async measure() {
      const market = createMarket()
      // A page that has read a market has computed it several times while it grew.
      medianMs(ROUNDS, () => computeMarketMetrics(market))
      return [
        atMost(
          'all metrics',
          medianMs(ROUNDS, () => computeMarketMetrics(market)),
          60,
          'ms',
        ),
        atMost(
          `longest step with ${ENDED.toLocaleString('en')} ended leases`,
          longestStepMs({ ...market, ended: createEnded(market.running) }),
          100,
          'ms',
        ),
      ]
    },
  }
}

/** Milliseconds of the longest stretch in which a page can do nothing else; the best of some rounds. */
function longestStepMs(market: MarketGround): number {
  const rounds = Array.from({ length: 5 }, () => {
    const steps = computeInSteps(market)
    let longest = 0
    for (;;) {
      const startedAt = performance.now()
      const { done } = steps.next()
      longest = Math.max(longest, performance.now() - startedAt)
      if (done === true) return longest
    }
  })
  return Math.min(...rounds)
}

function createEnded(running: MarketGround['running']): readonly Lease[] {
  return Array.from({ length: ENDED }, (_, index) => createLease(index + running.length)).map(
    ({ resources: _, ...lease }, index) => ({
      ...lease,
      state: index % 8 === 0 ? 'insufficient_funds' : 'closed',
      closedOn: lease.createdAt + BigInt(index * 3),
      reason: index % 3 === 0 ? 'lease_closed_owner' : 'lease_closed_invalid',
      payment: lease.payment && { ...lease.payment, state: 'closed' },
    }),
  )
}

function createMarket(): MarketGround {
  const running = Array.from({ length: LEASES }, (_, index) => createLease(index))
  const openOrders = Array.from({ length: 32 }, (_, index) => ({
    id: { owner: `tenant${index}`, dseq: BigInt(index), gseq: 1, oseq: 1 },
    state: 'open' as const,
    createdAt: HEIGHT - BigInt(index),
    resources: { from: 'order' as const, units: [createUnit(index)] },
    maxPrice: undefined,
  }))
  const bidOn = (id: MarketGround['running'][number]['id'], index: number) => ({
    id: { ...id, provider: `rival${index % 7}` },
    price: { denom: 'uact', amount: BigInt(5 + (index % 90)) * DEC_ONE + 7n },
    createdAt: HEIGHT,
    resources: { from: 'not-known' as const, units: [] as const },
  })
  const ids = running.map(({ id }) => id)
  return {
    height: HEIGHT,
    running,
    ended: [],
    openOrders,
    openBids: Array.from({ length: 83 }, (_, index) => ({
      ...bidOn({ owner: '', dseq: 0n, gseq: 1, oseq: 1, provider: '', bseq: 0 }, index),
      state: 'open' as const,
    })),
    lostBids: ids
      .slice(0, 2_341)
      .map((id, index) => ({ ...bidOn(id, index), state: 'lost' as const })),
    deployments: running.map(({ id, createdAt }, index) => createDeployment(id, createdAt, index)),
    providers: Array.from({ length: PROVIDERS }, (_, index) => ({
      owner: `provider${index}`,
      hostUri: '',
      attributes: [],
      email: '',
      website: '',
      auditors: [],
    })),
    blockTime: { meanMs: 6_012.3, fromHeight: HEIGHT - 100n, toHeight: HEIGHT },
    prices: { oracle: undefined, axlUsdc: undefined },
  }
}

function createLease(index: number): ResourcedLease {
  const price = { denom: 'uact', amount: BigInt(1 + (index % 977)) * DEC_ONE + BigInt(index) }
  const units = Array.from({ length: 1 + (index % 2) }, (_, unit) => createUnit(index + unit))
  return {
    id: {
      owner: `akash1${`tenant${(index * 7) % TENANTS}`.padEnd(38, 'q')}`,
      dseq: HEIGHT - BigInt(index * 31),
      gseq: 1,
      oseq: 1,
      provider: `provider${(index * index) % PROVIDERS}`,
      bseq: 0,
    },
    state: index % 18 === 0 ? 'reclaiming' : 'active',
    price,
    createdAt: HEIGHT - BigInt(index * 31) + 4n,
    closedOn: undefined,
    reason: 'lease_closed_invalid',
    reclamation: undefined,
    payment: {
      state: 'open',
      rate: price,
      balance: { denom: 'uact', amount: BigInt(index) * DEC_ONE + 3n },
      unsettled: { denom: 'uact', amount: 0n },
      withdrawn: { denom: 'uact', amount: BigInt(index) },
    },
    resources: { from: 'bid', units },
  }
}

function createUnit(index: number): ResourceUnit {
  const gpus = index % 3 === 0 ? BigInt(1 + (index % 8)) : 0n
  const model = MODELS[index % MODELS.length] ?? 'h100'
  return {
    count: 1 + (index % 3),
    cpuMillis: 1_000n * BigInt(1 + (index % 32)),
    memoryBytes: 2n ** 31n,
    storage: [
      { name: 'default', bytes: 2n ** 33n, isPersistent: false },
      { name: 'data', bytes: 2n ** 35n, isPersistent: true, class: 'beta3' },
    ],
    gpus,
    gpuModels: gpus === 0n ? [] : [{ vendor: 'nvidia', model, memory: '80Gi', interface: 'sxm' }],
  }
}

function createDeployment(
  { owner, dseq }: ResourcedLease['id'],
  createdAt: bigint,
  index: number,
): Deployment {
  return {
    owner,
    dseq,
    state: 'active',
    createdAt,
    escrow: {
      state: 'open',
      settledAt: HEIGHT - BigInt(index % 20_000),
      funds: [{ denom: 'uact', amount: 10_000_000n * DEC_ONE }],
      transferred: [],
    },
  }
}
