import { describe, expect, it } from 'vitest'
import { findDeployment, findHolder, findLease } from './find-on-market.ts'
import { keyOfTarget } from './find-results.ts'
import type { SearchGround, SearchResult } from './search-results.ts'

const [TENANT, PROVIDER, IDLE] = ['akash1tenant', 'akash1provider', 'akash1idle']
const id = { owner: TENANT, dseq: 27_400_494n, gseq: 1, oseq: 1, provider: PROVIDER, bseq: 0 }

const market: NonNullable<SearchGround['market']> = {
  leases: [{ id }, { id: { ...id, dseq: 5n } }, { id: { ...id, owner: 'akash1other', gseq: 2 } }],
  isWhole: true,
  providers: [PROVIDER, IDLE],
}
const growing = { ...market, isWhole: false, providers: undefined }

const keys = (results: readonly SearchResult[]) =>
  results.toSorted((a, b) => b.score - a.score).map(keyOfTarget)

describe('findDeployment', () => {
  const bare = { dseq: 27_400_494n, isNamed: false }

  it('offers the leases that run, and the list of all', () => {
    expect(keys(findDeployment(bare, market))).toEqual([
      `lease ${TENANT}/27400494/1/1/${PROVIDER}/0`,
      `lease akash1other/27400494/2/1/${PROVIDER}/0`,
      'leases /27400494',
    ])
    expect(keys(findDeployment({ ...bare, owner: TENANT }, market))).toEqual([
      `lease ${TENANT}/27400494/1/1/${PROVIDER}/0`,
      `leases ${TENANT}/27400494`,
    ])
  })

  it('is less likely than a block where no lease has the number, more where one has', () => {
    const BLOCK = 65
    const best = (results: readonly SearchResult[]) =>
      Math.max(...results.map(({ score }) => score))
    expect(best(findDeployment(bare, market))).toBeGreaterThan(BLOCK)
    for (const unknown of [undefined, growing, market]) {
      expect(best(findDeployment({ dseq: 123_456n, isNamed: false }, unknown))).toBeLessThan(BLOCK)
    }
  })

  it('does not say that nothing runs while not everything was read', () => {
    const detail = (of: SearchGround['market']) =>
      findDeployment({ dseq: 123_456n, isNamed: true }, of)[0]?.detail
    expect(detail(market)).toBe('None of it runs; the list can look among those that ended')
    expect(detail(growing)).toBe('Looked for in the list of leases')
    expect(detail(undefined)).toBe('Looked for in the list of leases')
  })

  it('counts what runs as at least so much while not everything was read', () => {
    const listed = (of: SearchGround['market']) => findDeployment(bare, of).at(-1)?.detail
    const rest = 'the list can look among those that ended too'
    expect(listed(market)).toBe(`2 running leases; ${rest}`)
    expect(listed(growing)).toBe(`At least 2 running leases; ${rest}`)
  })

  it('leaves the list in sight where a deployment has many leases', () => {
    const leases = Array.from({ length: 30 }, (_, oseq) => ({ id: { ...id, oseq } }))
    expect(findDeployment(bare, { ...market, leases })).toHaveLength(6)
  })
})

describe('findLease', () => {
  const { bseq: _, ...rest } = id
  const name = { ...rest, bseq: undefined }

  it('leads to the very lease, whose bid it knows where the lease runs', () => {
    expect(keys(findLease(name, market))).toEqual([`lease ${TENANT}/27400494/1/1/${PROVIDER}/0`])
    expect(findLease(name, market)[0]?.detail).toMatch(/^Lease that runs: /)
    expect(keys(findLease(name, undefined))).toEqual([`lease ${TENANT}/27400494/1/1/${PROVIDER}`])
    expect(keys(findLease({ ...name, bseq: 9 }, market))).toEqual([
      `lease ${TENANT}/27400494/1/1/${PROVIDER}/9`,
    ])
  })
})

describe('findHolder', () => {
  it('offers what the account is', () => {
    expect(findHolder(TENANT, market)).toMatchObject([
      {
        target: { kind: 'holder', as: 'tenant', address: TENANT },
        detail: 'Rents 2 running leases',
      },
    ])
    expect(findHolder(PROVIDER, market)).toMatchObject([
      { target: { as: 'provider' }, detail: 'Provides 3 running leases' },
    ])
    expect(findHolder(IDLE, market)).toMatchObject([
      { target: { as: 'provider' }, detail: 'Provides 0 running leases' },
    ])
  })

  it('offers both while it may be either', () => {
    for (const unknown of [undefined, growing]) {
      expect(keys(findHolder(IDLE, unknown))).toEqual([`tenant ${IDLE}`, `provider ${IDLE}`])
    }
    expect(keys(findHolder(TENANT, growing))).toEqual([`tenant ${TENANT}`, `provider ${TENANT}`])
  })

  it('says no count is all of it while leases are still read, and none where none came yet', () => {
    const partly = { ...market, isWhole: false }
    expect(findHolder(IDLE, partly)).toMatchObject([
      { target: { as: 'provider' }, detail: 'A provider; its leases are not all read' },
    ])
    expect(findHolder(PROVIDER, partly)).toMatchObject([
      { target: { as: 'provider' }, detail: 'Provides at least 3 running leases' },
    ])
    expect(findHolder(TENANT, partly)).toMatchObject([
      { target: { as: 'tenant' }, detail: 'Rents at least 2 running leases' },
    ])
  })

  it('leads to the provider’s page too where the list of providers was not read', () => {
    const unlisted = { ...market, providers: undefined }
    expect(findHolder(IDLE, unlisted)).toMatchObject([
      { target: { as: 'tenant' }, detail: 'Rents nothing now; its page knows what ended' },
      { target: { as: 'provider' }, detail: 'What it provides, if it is a provider' },
    ])
    expect(keys(findHolder(IDLE, unlisted))).toEqual([`tenant ${IDLE}`, `provider ${IDLE}`])
    expect(findHolder(PROVIDER, unlisted)).toMatchObject([
      { target: { as: 'provider' }, detail: 'Provides 3 running leases' },
    ])
  })

  it('offers the tenant’s page of an account that rents nothing now: it may have', () => {
    expect(findHolder('akash1stranger', market)).toMatchObject([
      { target: { as: 'tenant' }, detail: 'Rents nothing now; its page knows what ended' },
    ])
  })
})
