import { describe, expect, it } from 'vitest'
import { indexAccounts } from './accounts.ts'
import { computeLeaseSpend, computeSpend, mergeSpend } from './spend.ts'
import {
  act,
  akt,
  buildDeployment,
  buildLease,
  buildPayment,
  dec,
  HEIGHT,
} from './testing/build-market.ts'

describe('computeLeaseSpend', () => {
  const settled = { balance: act(7), withdrawn: { denom: 'uact', amount: 30n } }

  it('adds what accrued since the last settlement, for a payment is settled only when somebody asks', () => {
    const lease = buildLease({ payment: buildPayment(settled) })
    const accounts = indexAccounts([lease], [buildDeployment([act(5_000)])], HEIGHT)
    expect(computeLeaseSpend(lease, accounts)).toEqual({
      kind: 'known',
      settled: [act(37)],
      // 10 a block over 100 blocks.
      accrued: [act(1_000)],
      lifetime: [act(1_037)],
      unpaid: [],
      accrual: 'counted',
    })
  })

  it('counts what was left unsettled as due too', () => {
    const lease = buildLease({ payment: buildPayment({ unsettled: act(5) }) })
    const accounts = indexAccounts([lease], [buildDeployment([act(1_005)])], HEIGHT)
    expect(computeLeaseSpend(lease, accounts)).toMatchObject({
      accrued: [act(1_005)],
      accrual: 'counted',
    })
  })

  it('counts no more than the funds, shared by what each lease of the deployment accrued', () => {
    const small = buildLease({ payment: buildPayment() })
    const large = buildLease({
      id: { provider: 'other' },
      payment: buildPayment({ rate: act(30) }),
    })
    // 1,000 and 3,000 are due, 2,000 are there.
    const accounts = indexAccounts([small, large], [buildDeployment([act(2_000)])], HEIGHT)
    expect(computeLeaseSpend(small, accounts)).toMatchObject({
      accrued: [act(500)],
      accrual: 'capped',
    })
    expect(computeLeaseSpend(large, accounts)).toMatchObject({
      accrued: [act(1_500)],
      accrual: 'capped',
    })
  })

  it('counts nothing of an account that is overdrawn already', () => {
    const lease = buildLease({ payment: buildPayment(settled) })
    const accounts = indexAccounts([lease], [buildDeployment([act(-3)])], HEIGHT)
    expect(computeLeaseSpend(lease, accounts)).toMatchObject({
      accrued: [act(0)],
      lifetime: [act(37)],
      accrual: 'capped',
    })
  })

  it('takes no funds of another denomination', () => {
    const lease = buildLease()
    const accounts = indexAccounts([lease], [buildDeployment([akt(9_000), act(400)])], HEIGHT)
    expect(computeLeaseSpend(lease, accounts)).toMatchObject({ accrued: [act(400)] })
  })

  it('accrues nothing where the account was settled at this height, or above it', () => {
    const lease = buildLease()
    for (const settledAt of [HEIGHT, HEIGHT + 3n]) {
      const accounts = indexAccounts([lease], [buildDeployment([act(9)], { settledAt })], HEIGHT)
      expect(computeLeaseSpend(lease, accounts)).toMatchObject({
        accrued: [act(0)],
        accrual: 'counted',
      })
    }
  })

  it('says that the accrued part is not known where the account was not read', () => {
    const lease = buildLease({ payment: buildPayment(settled) })
    for (const accounts of [undefined, indexAccounts([lease], [], HEIGHT)]) {
      expect(computeLeaseSpend(lease, accounts)).toMatchObject({
        lifetime: [act(37)],
        accrued: [],
        accrual: 'not-known',
      })
    }
  })

  it('counts of an ended lease what was paid, and apart what never was', () => {
    const lease = buildLease({
      state: 'insufficient_funds',
      payment: buildPayment({ ...settled, state: 'overdrawn', unsettled: act(4) }),
    })
    const accounts = indexAccounts([lease], [buildDeployment([act(9_000)])], HEIGHT)
    expect(computeLeaseSpend(lease, accounts)).toEqual({
      kind: 'known',
      settled: [act(37)],
      accrued: [],
      lifetime: [act(37)],
      unpaid: [act(4)],
      accrual: 'none',
    })
  })

  it('knows nothing without a payment', () => {
    expect(computeLeaseSpend(buildLease({ payment: undefined }), undefined)).toEqual({
      kind: 'not-known',
    })
  })
})

describe('computeSpend', () => {
  const old = (denom: string, amount: bigint) =>
    buildLease({
      state: 'closed',
      price: { denom, amount: dec(1) },
      payment: buildPayment({
        state: 'closed',
        rate: { denom, amount: dec(1) },
        balance: { denom, amount: 1n },
        unsettled: { denom, amount: 0n },
        withdrawn: { denom, amount },
      }),
    })

  it('keeps denominations apart and every one of the 18 digits', () => {
    const { byDenom } = computeSpend(
      [old('uakt', 3n), old('uakt', 4n), old('ibc/X', 9n)],
      undefined,
    )
    expect(byDenom.map(({ denom, lifetime }) => [denom, lifetime])).toEqual([
      ['ibc/X', dec(9) + 1n],
      ['uakt', dec(7) + 2n],
    ])
  })

  it('counts what it had to leave out', () => {
    const leases = [buildLease(), buildLease({ payment: undefined }), old('uact', 2n)]
    const spend = computeSpend(leases, undefined)
    expect(spend).toMatchObject({ withoutPayment: 1, accrualNotKnown: 1 })
    expect(spend.byDenom).toEqual([
      { denom: 'uact', settled: dec(2) + 1n, accrued: 0n, lifetime: dec(2) + 1n, unpaid: 0n },
    ])
  })

  it('comes to the same in two parts', () => {
    const leases = [buildLease(), old('uakt', 3n), buildLease({ payment: undefined }), old('a', 1n)]
    const accounts = indexAccounts(leases, [buildDeployment([act(300)])], HEIGHT)
    expect(
      mergeSpend(
        computeSpend(leases.slice(0, 2), accounts),
        computeSpend(leases.slice(2), accounts),
      ),
    ).toEqual(computeSpend(leases, accounts))
  })
})
