import { describe, expect, it } from 'vitest'
import { accountOf, indexAccounts } from './accounts.ts'
import { computeActiveLeases } from './active-leases.ts'
import { computeRunways, runwayOf } from './runway.ts'
import {
  act,
  akt,
  buildDeployment,
  buildLease,
  buildPayment,
  HEIGHT,
  SIX_SECONDS,
} from './testing/build-market.ts'

/** One lease at 10 a block, settled 100 blocks ago, with these funds. */
function accountsWith(...funds: Parameters<typeof buildDeployment>[0]) {
  return indexAccounts([buildLease()], [buildDeployment(funds)], HEIGHT)
}

describe('runwayOf', () => {
  it('takes off what accrued since the settlement before it counts blocks', () => {
    expect(runwayOf(accountOf(accountsWith(act(1_059)), { owner: 'tenant', dseq: 1n }))).toEqual({
      kind: 'blocks',
      blocks: 5n,
    })
  })

  it('is none where less than nothing is left', () => {
    expect(runwayOf(accountOf(accountsWith(act(12)), { owner: 'tenant', dseq: 1n }))).toEqual({
      kind: 'blocks',
      blocks: 0n,
    })
  })

  it('adds up all leases of the deployment, and takes the denomination that ends first', () => {
    const leases = [
      buildLease(),
      buildLease({ id: { gseq: 2 }, payment: buildPayment({ rate: act(30) }) }),
      buildLease({ id: { gseq: 3 }, payment: buildPayment({ rate: akt(1) }) }),
    ]
    const deployment = buildDeployment([act(4_000 + 800), akt(100 + 19)])
    const accounts = indexAccounts(leases, [deployment], HEIGHT)
    expect(runwayOf(accountOf(accounts, deployment))).toEqual({ kind: 'blocks', blocks: 19n })
  })

  it('has no end at a rate of zero, nor without an open payment', () => {
    const free = buildLease({ payment: buildPayment({ rate: act(0) }) })
    const closed = buildLease({ payment: buildPayment({ state: 'closed' }) })
    for (const lease of [free, closed]) {
      const deployment = buildDeployment([])
      const accounts = indexAccounts([lease], [deployment], HEIGHT)
      expect(runwayOf(accountOf(accounts, deployment))).toEqual({ kind: 'no-charge' })
    }
  })

  it('is not known without the account', () => {
    expect(runwayOf(undefined)).toEqual({ kind: 'not-known' })
  })
})

describe('computeRunways', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const leases = names.slice(0, 4).map((owner) => buildLease({ id: { owner } }))
  const deployments = [
    buildDeployment([act(1_000 - 1)], { owner: 'a' }),
    buildDeployment([act(1_000)], { owner: 'b' }),
    // Not enough for a block, but not nothing.
    buildDeployment([act(1_004)], { owner: 'c' }),
    // 14,400 blocks of 6 s are a day.
    buildDeployment([act(1_000 + 144_000)], { owner: 'd' }),
    buildDeployment([act(5)], { owner: 'e' }),
    { ...buildDeployment([]), owner: 'f', escrow: undefined },
  ]
  const accounts = indexAccounts(leases, deployments, HEIGHT)

  it('counts what is spent, what costs nothing and what is not known apart', () => {
    const runways = computeRunways(deployments, accounts, SIX_SECONDS)
    expect(runways).toMatchObject({ out: 2, noCharge: 1, notKnown: 1 })
    expect(runways.blocks).toMatchObject({ kind: 'known', count: 4, least: 0n, most: 14_400n })
    expect(runways.bins?.map(({ count }) => count)).toEqual([1, 1, 0, 0, 0])
  })

  it('counts the deployments as spent whose leases are out of funds', () => {
    expect(computeActiveLeases(leases, accounts)).toEqual({
      active: 4,
      reclaiming: 0,
      funds: { out: 2, notKnown: 0 },
    })
  })

  it('tells no times without a block time', () => {
    expect(computeRunways(deployments, accounts, undefined).bins).toBeUndefined()
  })
})

describe('computeActiveLeases', () => {
  it('counts reclaiming leases among the active, and ended ones not at all', () => {
    const leases = (
      ['active', 'reclaiming', 'closed', 'insufficient_funds', 'unknown 9'] as const
    ).map((state) => buildLease({ state }))
    expect(computeActiveLeases(leases, undefined)).toEqual({
      active: 2,
      reclaiming: 1,
      funds: undefined,
    })
  })

  it('does not take a lease for paid whose account or payment is not known', () => {
    const leases = [buildLease({ payment: undefined }), buildLease({ id: { dseq: 2n } })]
    const accounts = indexAccounts(leases, [buildDeployment([act(0)])], HEIGHT)
    expect(computeActiveLeases(leases, accounts).funds).toEqual({ out: 0, notKnown: 2 })
  })

  it('never ends a lease that costs nothing', () => {
    const lease = buildLease({ payment: buildPayment({ rate: act(0) }) })
    const accounts = indexAccounts([lease], [buildDeployment([])], HEIGHT)
    expect(computeActiveLeases([lease], accounts).funds).toEqual({ out: 0, notKnown: 0 })
  })
})
