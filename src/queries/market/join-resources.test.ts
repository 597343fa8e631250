import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../domain/decimal.ts'
import type { Bid, Lease, LeaseState, Order } from '../../domain/market/lease.ts'
import type { ResourceUnit } from '../../domain/market/resources.ts'
import { joinResources } from './join-resources.ts'

const ID = { owner: 'tenant', dseq: 7n, gseq: 1, oseq: 1, provider: 'provider', bseq: 0 }
const PRICE = { denom: 'uact', amount: DEC_ONE }

const unit = (cpuMillis: bigint): ResourceUnit => ({
  count: 1,
  cpuMillis,
  memoryBytes: 1n,
  storage: [],
  gpus: 0n,
  gpuModels: [],
})

function lease(state: LeaseState): Lease {
  return {
    id: ID,
    state,
    price: PRICE,
    createdAt: 1n,
    closedOn: undefined,
    reason: 'lease_closed_invalid',
    reclamation: undefined,
    payment: undefined,
  }
}

function bid(units: readonly ResourceUnit[], id = ID): Bid {
  const resources =
    units.length === 0
      ? ({ from: 'not-known', units: [] } as const)
      : { from: 'bid' as const, units }
  return { id, state: 'active', price: PRICE, createdAt: 1n, resources }
}

const ORDER: Order = {
  id: ID,
  state: 'active',
  createdAt: 1n,
  resources: { from: 'order', units: [unit(2n)] },
  maxPrice: undefined,
}

describe('joinResources', () => {
  it('takes what the winning bid offered, for that names the very GPU', () => {
    const [joined] = joinResources([lease('active')], [bid([unit(1n)])], [ORDER])
    expect(joined?.resources).toEqual({ from: 'bid', units: [unit(1n)] })
  })

  it.each([
    ['offered nothing, as before v0.28', [bid([])]],
    ['is not on the list', []],
    ['is another one for the same order', [bid([unit(1n)], { ...ID, bseq: 1 })]],
  ])('takes what the order asked for where the bid %s', (_, bids) => {
    const [joined] = joinResources([lease('active')], bids, [ORDER])
    expect(joined?.resources).toEqual({ from: 'order', units: [unit(2n)] })
  })

  it('says that nothing is known where neither tells: none would be a figure', () => {
    const [joined] = joinResources([lease('reclaiming')], [bid([])], [])
    expect(joined?.resources).toEqual({ from: 'not-known', units: [] })
  })

  it('leaves out leases that have ended', () => {
    const states = ['closed', 'insufficient_funds', 'unknown 9'] as const
    expect(joinResources(states.map(lease), [bid([unit(1n)])], [ORDER])).toEqual([])
  })
})
