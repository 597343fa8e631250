import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lease } from '../../domain/market/lease.ts'
import {
  act,
  akt,
  buildGpus,
  buildLease,
  buildRunning,
  buildUnit,
  HEIGHT,
  SIX_SECONDS,
} from '../../domain/market/metrics/testing/build-market.ts'
import { LEASE_SORTS, type LeaseSort } from './lease-column-ids.ts'
import {
  compileLeaseFilter,
  EVERY_LEASE,
  isDeploymentAmong,
  type LeaseFilter,
  wantsEnded,
} from './lease-filter.ts'
import { createLeaseRows, type LeaseRow } from './lease-row.ts'
import { selectAtOnce } from './select-leases.ts'

const toRow = createLeaseRows()
const running = buildRunning([buildUnit()], { id: { dseq: 1n } })
const withGpu = buildRunning([buildGpus(2, 'h100')], { id: { dseq: 2n }, state: 'reclaiming' })
const inAkt = buildRunning([buildUnit()], { id: { dseq: 3n }, price: akt(20), createdAt: 999n })
const closed = buildLease({
  id: { dseq: 4n, owner: 'another' },
  state: 'closed',
  closedOn: 700n,
  reason: 'lease_closed_owner',
})
const lapsed = buildLease({ id: { dseq: 5n }, state: 'insufficient_funds', closedOn: 400n })
const rows = [running, withGpu, inAkt, closed, lapsed].map(toRow)

const matching = (
  filter: Partial<LeaseFilter>,
  blockTime: typeof SIX_SECONDS | undefined = SIX_SECONDS,
) =>
  rows
    .filter(
      compileLeaseFilter(
        { ...EVERY_LEASE, ...filter },
        { height: HEIGHT, blockTime, isDseqWhole: false },
      ),
    )
    .map(({ lease }) => Number(lease.id.dseq))

describe('compileLeaseFilter', () => {
  it('means what runs while no state is asked for, and what ended where a reason is', () => {
    expect(matching({})).toEqual([1, 2, 3])
    expect(matching({ reason: 'lease_closed_owner' })).toEqual([4])
    expect(matching({ states: ['insufficient_funds'] })).toEqual([5])
    expect(wantsEnded(EVERY_LEASE)).toBe(false)
    expect(wantsEnded({ ...EVERY_LEASE, reason: 'lease_closed_owner' })).toBe(true)
    expect(wantsEnded({ ...EVERY_LEASE, states: ['active', 'closed'] })).toBe(true)
  })

  it('finds a deployment by the digits its number begins with, however they are grouped', () => {
    const numbered = buildRunning([buildUnit()], { id: { dseq: 27_400_494n } })
    const isFound = (dseq: string) =>
      compileLeaseFilter(
        { ...EVERY_LEASE, dseq },
        { height: HEIGHT, blockTime: undefined, isDseqWhole: false },
      )(toRow(numbered))
    for (const dseq of ['27400494', '27,400,494', ' 2740', '']) {
      expect([dseq, isFound(dseq)]).toEqual([dseq, true])
    }
    for (const dseq of ['7400494', '274004940', 'x', '27400494x']) {
      expect([dseq, isFound(dseq)]).toEqual([dseq, false])
    }
  })

  it('keeps to the one deployment that has the very number', () => {
    const numbers = [2_740_049n, 27_400_494n, 27_400_495n]
    const among = numbers.map((dseq) => toRow(buildRunning([buildUnit()], { id: { dseq } })))
    const found = (dseq: string) => {
      const filter = { ...EVERY_LEASE, dseq }
      const isDseqWhole = isDeploymentAmong(dseq, among)
      return among
        .filter(compileLeaseFilter(filter, { height: HEIGHT, blockTime: undefined, isDseqWhole }))
        .map(({ lease }) => lease.id.dseq)
    }
    expect(found('2740049')).toEqual([2_740_049n])
    expect(found(' 2,740,049')).toEqual([2_740_049n])
    expect(found('27400494')).toEqual([27_400_494n])
    expect(found('2740')).toEqual(numbers)
    expect(found('2740049x')).toEqual([])
  })

  it('finds no deployment by what holds no digit, for the field shows that it filters', () => {
    for (const dseq of ['#', '-', ' . ', '\u{1f980}']) {
      expect([dseq, matching({ dseq })]).toEqual([dseq, []])
    }
    expect(matching({ dseq: '  ' })).toEqual([1, 2, 3])
  })

  it('finds parts of addresses', () => {
    expect(matching({ states: ['closed'], tenant: ' Anoth ' })).toEqual([4])
    expect(matching({ provider: 'nobody' })).toEqual([])
  })

  it('holds prices against bounds of their own denomination only, in the unit people use', () => {
    // 10 uact = 0.00001 ACT, 20 uakt = 0.00002 AKT
    expect(matching({ denom: 'uact', minPrice: '0.00001', maxPrice: '0.00001' })).toEqual([1, 2])
    expect(matching({ denom: 'uakt', maxPrice: '0.000019' })).toEqual([])
    expect(matching({ minPrice: '1' })).toEqual([1, 2, 3])
    expect(matching({ denom: 'uakt', minPrice: 'much' })).toEqual([3])
  })

  it('knows GPUs of running leases; what is not read is neither with nor without', () => {
    const states = ['active', 'reclaiming', 'closed'] as const
    expect(matching({ states, gpu: 'with' })).toEqual([2])
    expect(matching({ states, gpu: 'without' })).toEqual([1, 3])
    expect(matching({ gpu: 'nvidia h100' })).toEqual([2])
  })

  it('counts days by the block time, and hears nothing of them without one', () => {
    // 500 blocks of 6 s are 3,000 s = 0.0347 days; one block is 0.00007 days.
    expect(matching({ minDays: '0.034' })).toEqual([1, 2])
    expect(matching({ maxDays: '0.034' })).toEqual([3])
    const without = compileLeaseFilter(
      { ...EVERY_LEASE, maxDays: '0.034' },
      { height: HEIGHT, blockTime: undefined, isDseqWhole: false },
    )
    expect(rows.filter(without)).toHaveLength(3)
    // closed 300 blocks after it was created; the lapsed one before it was created has no age.
    expect(matching({ states: ['closed', 'insufficient_funds'], minDays: '0' })).toEqual([4])
  })
})

const sortLeases = (
  given: readonly LeaseRow[],
  sort: LeaseSort,
  isAscending: boolean,
  height: bigint,
) =>
  selectAtOnce(given, {
    matches: () => true,
    sort,
    isAscending,
    height,
  })

describe('sortLeases', () => {
  const lease = fc
    .record({
      dseq: fc.nat({ max: 50 }),
      created: fc.nat({ max: 20 }),
      price: fc.nat({ max: 5 }),
      isAkt: fc.boolean(),
      state: fc.constantFrom('active', 'closed', 'reclaiming', 'unknown 9' as const),
    })
    .map(
      ({ dseq, created, price, isAkt, state }): Lease =>
        buildLease({
          id: { dseq: BigInt(dseq) },
          createdAt: BigInt(created),
          price: isAkt ? akt(price) : act(price),
          state,
          closedOn: state === 'closed' ? BigInt(created + 1) : undefined,
        }),
    )

  it('loses no row and gives none twice, by whatever it sorts', () => {
    fc.assert(
      fc.property(
        fc.array(lease, { maxLength: 40 }),
        fc.constantFrom(...LEASE_SORTS),
        fc.boolean(),
        (leases, sort, isAscending) => {
          const given = leases.map(createLeaseRows())
          const sorted = sortLeases(given, sort, isAscending, HEIGHT)
          return sorted.length === given.length && new Set(sorted).size === new Set(given).size
        },
      ),
    )
  })

  it('puts prices of one denomination together, each in order', () => {
    fc.assert(
      fc.property(fc.array(lease, { maxLength: 40 }), (leases) => {
        const sorted = sortLeases(leases.map(createLeaseRows()), 'price', true, HEIGHT)
        const denoms = sorted.map((row) => row.lease.price.denom)
        const changes = denoms.filter((denom, index) => index > 0 && denom !== denoms[index - 1])
        const isOrdered = sorted.every((row, index) => {
          const before = sorted[index - 1]?.lease.price
          return before?.denom !== row.lease.price.denom || before.amount <= row.lease.price.amount
        })
        return changes.length <= 1 && isOrdered
      }),
    )
  })

  it('has what is not known last in either direction, and equal ones newest first', () => {
    const sortedBy = (isAscending: boolean) =>
      sortLeases(rows, 'gpu', isAscending, HEIGHT).map(({ lease }) => Number(lease.id.dseq))
    // gpus: 1 → 0, 2 → 2, 3 → 0 (newer), 4 and 5 are not read
    expect(sortedBy(true)).toEqual([3, 1, 2, 4, 5])
    expect(sortedBy(false)).toEqual([2, 3, 1, 4, 5])
  })

  it('begins with what runs', () => {
    const states = sortLeases(rows, 'state', true, HEIGHT).map(({ lease }) => lease.state)
    expect(states).toEqual(['active', 'active', 'reclaiming', 'insufficient_funds', 'closed'])
  })
})
