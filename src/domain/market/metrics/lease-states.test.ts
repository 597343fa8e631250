import { describe, expect, it } from 'vitest'
import { computeLeaseAges, leaseAge } from './lease-age.ts'
import { computeCloseReasons, computeLeaseStates } from './lease-states.ts'
import { act, akt, buildLease, HEIGHT, SIX_SECONDS } from './testing/build-market.ts'

const leases = [
  buildLease(),
  buildLease({ price: akt(1), state: 'closed', reason: 'lease_closed_owner' }),
  buildLease({ price: act(1), state: 'closed', reason: 'unknown 12345' }),
  buildLease({ price: akt(1), state: 'closed', reason: 'lease_closed_owner' }),
  buildLease({ state: 'unknown 9' }),
]

describe('computeLeaseStates', () => {
  it('counts by state and denomination, a state without a name under its number', () => {
    expect(computeLeaseStates(leases)).toEqual({
      total: 5,
      byState: new Map<string, number>([
        ['active', 1],
        ['closed', 3],
        ['unknown 9', 1],
      ]),
      byStateAndDenom: new Map([
        ['active', new Map([['uact', 1]])],
        [
          'closed',
          new Map([
            ['uakt', 2],
            ['uact', 1],
          ]),
        ],
        ['unknown 9', new Map([['uact', 1]])],
      ]),
    })
  })
})

describe('computeCloseReasons', () => {
  it('counts by state and reason, a reason without a name under its number', () => {
    expect(computeCloseReasons(leases)).toEqual(
      new Map([
        ['active', new Map([['lease_closed_invalid', 1]])],
        [
          'closed',
          new Map([
            ['lease_closed_owner', 2],
            ['unknown 12345', 1],
          ]),
        ],
        ['unknown 9', new Map([['lease_closed_invalid', 1]])],
      ]),
    )
  })
})

describe('leaseAge', () => {
  it('runs to the height while the lease runs, to its end when it has ended', () => {
    expect(leaseAge(buildLease({ createdAt: 400n }), HEIGHT)).toBe(600n)
    expect(leaseAge(buildLease({ state: 'reclaiming', createdAt: 400n }), HEIGHT)).toBe(600n)
    expect(leaseAge(buildLease({ state: 'closed', createdAt: 400n, closedOn: 401n }), HEIGHT)).toBe(
      1n,
    )
  })

  it.each([
    ['closed before it was created', { state: 'closed', createdAt: 400n, closedOn: 399n }],
    ['closed at no height', { state: 'closed' }],
    ['created above the height', { createdAt: HEIGHT + 1n }],
  ] as const)('is not known of a lease %s', (_, parts) => {
    expect(leaseAge(buildLease(parts), HEIGHT)).toBeUndefined()
  })
})

describe('computeLeaseAges', () => {
  it('counts contradictory leases apart, and times by the block time', () => {
    const ages = computeLeaseAges(
      // 599 blocks of six seconds are just less than an hour.
      [400n, 401n, HEIGHT, HEIGHT + 5n].map((createdAt) => buildLease({ createdAt })),
      HEIGHT,
      SIX_SECONDS,
    )
    expect(ages).toMatchObject({
      blocks: { kind: 'known', count: 3, least: 0n, median: 599n, most: 600n },
      contradictory: 1,
    })
    expect(ages.bins?.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0, 0])
  })
})
