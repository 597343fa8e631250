import fc from 'fast-check'
import type {
  Bid,
  DecAmount,
  EscrowState,
  Lease,
  LeaseClosedReason,
  LeaseId,
  LeaseState,
  Order,
  Payment,
  ResourcedLease,
} from '../../lease.ts'
import type { BlockTime, Deployment, OraclePrice, Provider } from '../../market.ts'
import type { GpuModel, LeasedResources, ResourceUnit } from '../../resources.ts'
import type { MarketGround } from '../market-metrics.ts'
import type { UsdPrices } from '../usd-value.ts'

const HEIGHT = 27_400_494n
const AXL_USDC = 'ibc/170C677610AC31DF0904FFE09CD3B5C657492170E7E52372E48756B71E56F2F1'

const denom = fc.constantFrom('uact', 'uact', 'uact', 'uakt', AXL_USDC, 'ibc/FFFF', '__proto__')
const height = fc.oneof(fc.bigInt({ min: 1n, max: HEIGHT }), fc.constant(HEIGHT + 5n))
/** A price of nothing, a round one, one of 18 digits, a huge one. */
const decimal = fc.oneof(
  fc.constant(0n),
  fc.bigInt({ min: 1n, max: 9n }).map((whole) => whole * 10n ** 18n),
  fc.bigInt({ min: 1n, max: 10n ** 21n }),
  fc.bigInt({ min: 10n ** 24n, max: 10n ** 30n }),
)
const amount: fc.Arbitrary<DecAmount> = fc.record({ denom, amount: decimal })

const id: fc.Arbitrary<LeaseId> = fc.record({
  owner: fc.constantFrom('tenant-a', 'tenant-b', 'tenant-c', 'tenant-d'),
  dseq: fc.bigInt({ min: 1n, max: 4n }),
  gseq: fc.constantFrom(1, 1, 2),
  oseq: fc.constantFrom(1, 1, 2),
  provider: fc.constantFrom('provider-a', 'provider-b', 'provider-c', 'provider-d'),
  bseq: fc.constantFrom(0, 0, 1),
})
const nameOf = (of: Partial<LeaseId>) => Object.values(of).map(String).join('/')

const gpuModel: fc.Arbitrary<GpuModel> = fc.record(
  {
    vendor: fc.constantFrom('nvidia', 'nvidia', 'amd', '*'),
    model: fc.constantFrom('h100', 'a100', 'mi300x', 'h100', '*'),
    memory: fc.constantFrom('80Gi', '40Gi', undefined),
    interface: fc.constantFrom('sxm', 'pcie', undefined),
  },
  { requiredKeys: ['vendor', 'model'] },
)
const unit: fc.Arbitrary<ResourceUnit> = fc
  .record({
    count: fc.nat(3),
    cpuMillis: fc.constantFrom(0n, 1n, 100n, 1_000n, 32_000n),
    memoryBytes: fc.bigInt({ min: 0n, max: 2n ** 40n }),
    storage: fc.array(
      fc.record({
        name: fc.constantFrom('default', 'data'),
        bytes: fc.bigInt({ min: 0n, max: 2n ** 50n }),
        isPersistent: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    gpus: fc.constantFrom(0n, 0n, 1n, 2n, 8n),
    models: fc.oneof(
      fc.array(gpuModel, { minLength: 1, maxLength: 1 }),
      fc.array(gpuModel, { maxLength: 3 }),
    ),
  })
  .map(({ models, ...rest }) => ({ ...rest, gpuModels: rest.gpus === 0n ? [] : models }))
const resources: fc.Arbitrary<LeasedResources> = fc.oneof(
  fc.record({
    from: fc.constantFrom('bid' as const, 'order' as const),
    units: fc.array(unit, { maxLength: 3 }),
  }),
  fc.constant<LeasedResources>({ from: 'not-known', units: [] }),
)

function payment(states: readonly EscrowState[], price: DecAmount): fc.Arbitrary<Payment> {
  const usual = fc.record({
    state: fc.constantFrom(...states),
    rate: fc.constant(price),
    balance: decimal.map((balance) => ({ denom: price.denom, amount: balance })),
    unsettled: fc
      .oneof(fc.constant(0n), decimal)
      .map((rest) => ({ denom: price.denom, amount: rest })),
    withdrawn: fc
      .bigInt({ min: 0n, max: 10n ** 12n })
      .map((taken) => ({ denom: price.denom, amount: taken })),
  })
  // Every part in a denomination of its own: no chain does it, but a page must survive it.
  const mixed = fc.record({
    state: fc.constantFrom(...states),
    rate: amount,
    balance: amount,
    unsettled: amount,
    withdrawn: fc.record({ denom, amount: fc.bigInt({ min: 0n, max: 10n ** 12n }) }),
  })
  return fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: mixed })
}

function lease(
  leaseId: LeaseId,
  states: readonly LeaseState[],
  payments: readonly EscrowState[],
): fc.Arbitrary<Lease> {
  return amount.chain((price) =>
    fc.record({
      id: fc.constant(leaseId),
      state: fc.constantFrom(...states),
      price: fc.constant(price),
      createdAt: height,
      closedOn: fc.option(height, { nil: undefined }),
      reason: fc.constantFrom<LeaseClosedReason>(
        'lease_closed_invalid',
        'lease_closed_owner',
        'lease_closed_reason_unstable',
        'unknown 77',
      ),
      reclamation: fc.constant(undefined),
      payment: fc.oneof(
        { weight: 5, arbitrary: payment(payments, price) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
    }),
  )
}

const deployments: fc.Arbitrary<readonly Deployment[]> = fc.uniqueArray(
  fc.record({
    owner: fc.constantFrom('tenant-a', 'tenant-b', 'tenant-c', 'tenant-d'),
    dseq: fc.bigInt({ min: 1n, max: 4n }),
    state: fc.constant('active' as const),
    createdAt: height,
    escrow: fc.option(
      fc.record({
        state: fc.constantFrom<EscrowState>('open', 'overdrawn', 'unknown 9'),
        settledAt: fc.oneof(fc.bigInt({ min: HEIGHT - 20_000n, max: HEIGHT }), height),
        funds: fc.array(
          fc.record({
            denom,
            amount: fc.oneof(decimal, fc.bigInt({ min: -(10n ** 20n), max: 10n ** 27n })),
          }),
          { maxLength: 3 },
        ),
        transferred: fc.array(amount, { maxLength: 1 }),
      }),
      { nil: undefined, freq: 8 },
    ),
  }),
  { selector: ({ owner, dseq }) => nameOf({ owner, dseq }), maxLength: 16 },
)

const providers: fc.Arbitrary<readonly Provider[]> = fc
  .subarray(['provider-a', 'provider-b', 'provider-c', 'provider-x'])
  .map((owners) =>
    owners.map((owner) => ({
      owner,
      hostUri: '',
      attributes: [],
      email: '',
      website: '',
      auditors: [],
    })),
  )

const blockTime: fc.Arbitrary<BlockTime> = fc.oneof(
  fc
    .record({
      blocks: fc.integer({ min: 1, max: 10_000 }),
      ms: fc.integer({ min: 1, max: 10 ** 8 }),
    })
    .map(({ blocks, ms }) => ({
      meanMs: ms / blocks,
      fromHeight: HEIGHT - BigInt(blocks),
      toHeight: HEIGHT,
    })),
  fc.constant({ meanMs: Number.NaN, fromHeight: HEIGHT, toHeight: HEIGHT }),
  fc.constant({ meanMs: 0, fromHeight: HEIGHT - 9n, toHeight: HEIGHT }),
)

const prices: fc.Arbitrary<UsdPrices> = fc.record({
  oracle: fc.option(
    fc.record({ twap: decimal, isHealthy: fc.boolean() }).map(
      ({ twap, isHealthy }): OraclePrice => ({
        twap,
        median: twap + 1n,
        min: twap,
        max: twap + 2n,
        time: undefined,
        sources: 2,
        deviationBps: 20n,
        isHealthy,
        failureReasons: [],
      }),
    ),
    { nil: undefined },
  ),
  axlUsdc: fc.constantFrom(undefined, 10n ** 18n, 999n * 10n ** 15n),
})

function bids(ids: readonly LeaseId[], state: Bid['state']): fc.Arbitrary<readonly Bid[]> {
  const of = ids.length === 0 ? id : fc.oneof(fc.constantFrom(...ids), id)
  return fc.uniqueArray(
    fc.record({
      // Against the leases there are, mostly: another provider's bid on the same order.
      id: fc
        .tuple(of, fc.constantFrom('provider-a', 'provider-b', 'provider-y'))
        .map(([base, provider]) => ({ ...base, provider })),
      state: fc.constant(state),
      price: amount,
      createdAt: height,
      resources,
    }),
    { selector: (bid) => nameOf(bid.id), maxLength: 12 },
  )
}

const openOrders: fc.Arbitrary<readonly Order[]> = fc.uniqueArray(
  fc.record({
    id: id.map(({ owner, dseq, gseq, oseq }) => ({ owner, dseq, gseq, oseq })),
    state: fc.constant('open' as const),
    createdAt: height,
    resources,
    maxPrice: fc.option(amount, { nil: undefined }),
  }),
  { selector: (order) => nameOf(order.id), maxLength: 8 },
)

/** Whatever may not have been read. */
const orNot = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 9 })

/** A small market in which anything may be missing, contradictory, unknown or for nothing. */
export const randomMarket: fc.Arbitrary<MarketGround> = fc
  .uniqueArray(id, { selector: nameOf, maxLength: 24 })
  .chain((ids) => fc.record({ ids: fc.constant(ids), cut: fc.nat(ids.length) }))
  .chain(({ ids, cut }) => {
    const running = ids
      .slice(0, cut)
      .map((each) =>
        fc
          .tuple(
            lease(each, ['active', 'active', 'reclaiming'], ['open', 'open', 'open', 'overdrawn']),
            resources,
          )
          .map(([of, held]): ResourcedLease => ({ ...of, resources: held })),
      )
    const ended = ids
      .slice(cut)
      .map((each) =>
        lease(
          each,
          ['closed', 'insufficient_funds', 'unknown 9'],
          ['closed', 'overdrawn', 'unknown 7'],
        ),
      )
    return fc.record({
      height: fc.constant(HEIGHT),
      running: fc.tuple(...running),
      ended: orNot(fc.tuple(...ended)),
      openOrders: orNot(openOrders),
      openBids: orNot(bids([], 'open')),
      lostBids: orNot(bids(ids, 'lost')),
      deployments: orNot(deployments),
      providers: orNot(providers),
      blockTime: orNot(blockTime),
      prices,
    })
  })
