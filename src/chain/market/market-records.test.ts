import { BinaryWriter } from '@bufbuild/protobuf/wire'
import { describe, expect, it } from 'vitest'
import { Attribute } from '../proto/generated/akash/base/attributes/v1/attribute.ts'
import { Resources } from '../proto/generated/akash/base/resources/v1beta4/resources.ts'
import { Deployment } from '../proto/generated/akash/deployment/v1/deployment.ts'
import { GroupSpec } from '../proto/generated/akash/deployment/v1beta4/groupspec.ts'
import { QueryDeploymentResponse } from '../proto/generated/akash/deployment/v1beta4/query.ts'
import { Reclamation } from '../proto/generated/akash/market/v1/reclamation.ts'
import { Bid } from '../proto/generated/akash/market/v1beta5/bid.ts'
import { Order } from '../proto/generated/akash/market/v1beta5/order.ts'
import {
  QueryBidResponse,
  QueryLeaseResponse,
} from '../proto/generated/akash/market/v1beta5/query.ts'
import { decodeBid } from './decode-bid.ts'
import { decodeDeployment } from './decode-deployment.ts'
import { decodeLease } from './decode-lease.ts'
import { decodeOrder } from './decode-order.ts'
import { MarketRecordError } from './record-parts.ts'
import { wireLease } from './testing/fake-market-node.ts'

const NOTHING = new Uint8Array()
const ID = { owner: 'tenant', dseq: 9n, gseq: 1, oseq: 1, provider: 'provider', bseq: 0 }
const PRICE = { denom: 'uact', amount: '5' }
/** Field 2 of a `Bid` and of an `Order`: a state this code has no name for. */
const STATE_9 = new BinaryWriter().uint32(16).int32(9).finish()

const ascii = (text: string) => ({ val: new TextEncoder().encode(text) })
const truly = (key: string) => ({ ...Attribute.decode(NOTHING), key, value: 'true' })

function gpus(count: string, ...paths: readonly string[]): Resources {
  const gpu = { units: ascii(count), attributes: paths.map(truly) }
  return { ...Resources.decode(NOTHING), gpu }
}

function wireBid(...offered: readonly (Resources | undefined)[]) {
  const resourcesOffer = offered.map((resources) => ({ resources, count: 2, prices: undefined }))
  const bid = { ...Bid.decode(STATE_9), id: ID, price: PRICE, createdAt: 5n, resourcesOffer }
  return { bid, escrowAccount: undefined }
}

function wireOrder(...prices: readonly (typeof PRICE | undefined)[]): Order {
  const resources = prices.map((price) => ({ resource: gpus('1'), count: 3, price }))
  const spec = { ...GroupSpec.decode(NOTHING), resources }
  return { ...Order.decode(STATE_9), id: ID, createdAt: 4n, spec }
}

const toLease = (wire: QueryLeaseResponse) => decodeLease(QueryLeaseResponse.encode(wire).finish())
const toBid = (wire: QueryBidResponse) => decodeBid(QueryBidResponse.encode(wire).finish())
const toOrder = (wire: Order) => decodeOrder(Order.encode(wire).finish())

const offeredBy = (...offered: readonly (Resources | undefined)[]) =>
  toBid(wireBid(...offered)).resources

describe('decodeLease', () => {
  it('keeps a state, reason and denomination that it has no name for', () => {
    const wire = wireLease('a', { state: 7, reason: 12_345, denom: 'unew' })
    expect(toLease(wire)).toMatchObject({
      state: 'unknown 7',
      reason: 'unknown 12345',
      price: { denom: 'unew' },
    })
  })

  it.each([
    ['of nothing', '0', 0n],
    ['of the smallest amount there is', '1', 1n],
    ['of 18 digits behind the point', '5123456789012345678', 5_123_456_789_012_345_678n],
    [
      'beyond what a double holds',
      '90071992547409930000000000000000001',
      90071992547409930000000000000000001n,
    ],
  ])('reads a price %s to its last digit', (_, amount, dec) => {
    expect(toLease(wireLease('a', { amount })).price.amount).toBe(dec)
  })

  it('keeps heights as they are, also where a lease was closed before it was made', () => {
    const wire = wireLease('a', { state: 3 })
    if (wire.lease === undefined) throw new Error('there is one')
    const lease = toLease({ ...wire, lease: { ...wire.lease, createdAt: 9n, closedOn: 4n } })
    expect([lease.createdAt, lease.closedOn]).toEqual([9n, 4n])
  })

  it.each([
    [0n, undefined],
    [7n, { startedAt: 7n, windowMs: 3_600_000, deadline: new Date('2026-11-24T10:49:25Z') }],
  ])(
    'takes a lease for being reclaimed only once that has begun: at height %s',
    (startedAt, told) => {
      const wire = wireLease('a')
      if (wire.lease === undefined) throw new Error('there is one')
      const reclamation = {
        ...Reclamation.decode(NOTHING),
        window: { seconds: 3_600n, nanos: 0 },
        startedAt,
        deadline: startedAt === 0n ? 0n : 1_795_517_365n,
      }
      const lease = toLease({ ...wire, lease: { ...wire.lease, reclamation } })
      if (told === undefined) expect(lease.reclamation).toBeUndefined()
      else expect(lease.reclamation).toMatchObject(told)
    },
  )

  it('has no payment where the node sent none', () => {
    expect(toLease(wireLease('a')).payment).toBeUndefined()
  })
})

describe('decodeBid', () => {
  it('knows nothing of what an old bid offered, which is not the same as an offer of nothing', () => {
    expect(offeredBy()).toEqual({ from: 'not-known', units: [] })
    expect(offeredBy(undefined)).toMatchObject({
      from: 'bid',
      units: [{ count: 2, cpuMillis: 0n, memoryBytes: 0n, storage: [], gpus: 0n, gpuModels: [] }],
    })
  })

  it('reads a GPU from its attribute path', () => {
    const [unit] = offeredBy(gpus('8', 'vendor/nvidia/model/h100/ram/80Gi/interface/sxm')).units
    expect(unit).toMatchObject({
      count: 2,
      gpus: 8n,
      gpuModels: [{ vendor: 'nvidia', model: 'h100', memory: '80Gi', interface: 'sxm' }],
    })
  })

  it.each([
    ['any of a vendor', 'vendor/nvidia/model/*', { vendor: 'nvidia', model: '*' }],
    ['a vendor without a model', 'vendor/amd', { vendor: 'amd', model: '*' }],
  ])('reads %s as any', (_, path, model) => {
    expect(offeredBy(gpus('1', path)).units[0]?.gpuModels).toMatchObject([model])
  })

  it('names each GPU once, and none where there is none or the path is no path', () => {
    const h100 = 'vendor/nvidia/model/h100'
    expect(offeredBy(gpus('1', h100, h100)).units[0]?.gpuModels).toHaveLength(1)
    expect(offeredBy(gpus('0', h100)).units[0]?.gpuModels).toEqual([])
    expect(offeredBy(gpus('1', 'h100', 'model/h100', '')).units[0]?.gpuModels).toEqual([])
  })

  it('tells persistent storage from the kind that goes with the lease', () => {
    const attributes = [truly('persistent'), { ...truly('class'), value: 'beta3' }]
    const storage = [
      { name: 'default', quantity: ascii('512'), attributes: [] },
      { name: 'data', quantity: ascii('1024'), attributes },
    ]
    expect(offeredBy({ ...Resources.decode(NOTHING), storage }).units[0]?.storage).toEqual([
      { name: 'default', bytes: 512n, isPersistent: false, class: undefined },
      { name: 'data', bytes: 1_024n, isPersistent: true, class: 'beta3' },
    ])
  })

  it.each(['1.5', '-1', '1e9', 'many'])('refuses %j of something', (quantity) => {
    expect(() => offeredBy(gpus(quantity))).toThrow('the quantity of GPU is no number')
  })

  it('keeps a state without a name', () => {
    expect(toBid(wireBid()).state).toBe('unknown 9')
  })
})

describe('decodeOrder', () => {
  it('sums what its units may cost at most, each times its count', () => {
    expect(toOrder(wireOrder(PRICE, { ...PRICE, amount: '7' }))).toMatchObject({
      state: 'unknown 9',
      resources: { from: 'order', units: [{ count: 3 }, { count: 3 }] },
      maxPrice: { denom: 'uact', amount: 36n },
    })
  })

  it.each([
    ['is priced in two denominations', wireOrder(PRICE, { denom: 'uakt', amount: '1' })],
    ['has a unit without a price', wireOrder(PRICE, undefined)],
    ['asks for nothing', wireOrder()],
  ])('has no price where it %s', (_, wire) => {
    expect(toOrder(wire).maxPrice).toBeUndefined()
  })

  it('knows nothing of what an order without a specification asked for', () => {
    const resources = { from: 'not-known', units: [] }
    expect(toOrder({ ...wireOrder(), spec: undefined }).resources).toEqual(resources)
  })
})

describe('decodeDeployment', () => {
  it('needs an id, for it could belong to anybody', () => {
    expect(() => decodeDeployment(NOTHING)).toThrow(
      new MarketRecordError('The record lacks a deployment.'),
    )
    const deployment = Deployment.decode(NOTHING)
    const nobodys = { ...QueryDeploymentResponse.decode(NOTHING), deployment }
    expect(() => decodeDeployment(QueryDeploymentResponse.encode(nobodys).finish())).toThrow(
      new MarketRecordError('The record lacks an id.'),
    )
  })
})
