import { describe, expect, it } from 'vitest'
import { parseLeaseFilter, readLeaseName } from './market-arguments.ts'
import { parseArguments } from './parse-arguments.ts'

const TENANT = 'akash10f0fzuxxwd7ckzwpmz5ms0ux7q4s3fzmlgu5q2'
const PROVIDER = 'akash1wj70ay78c36mnzg4khr2p8r7jfu442zw59m9aa'
const MISTYPED = `${TENANT.slice(0, -1)}3`

function filterOf(...args: readonly string[]) {
  const parsed = parseArguments(['leases', ...args])
  if (parsed === 'help') throw new Error('that is no help')
  return parseLeaseFilter(parsed)
}

describe('which leases are asked for', () => {
  it('are all of them where nothing is said', () => {
    expect(filterOf()).toEqual({
      states: ['active', 'reclaiming', 'insufficient_funds', 'closed'],
      owner: '',
      provider: '',
    })
    expect(filterOf('--owner', TENANT, '--provider', PROVIDER.toUpperCase())).toMatchObject({
      owner: TENANT,
      provider: PROVIDER,
    })
  })

  it.each([
    // An empty variable of a shell is not everybody.
    ['', '--owner takes an account\'s address, not "".'],
    ['me', '--owner takes an account\'s address, not "me".'],
    // Nobody has such an address, and that would look like somebody without leases.
    [MISTYPED, `not "${MISTYPED}". The checksum of this address is wrong`],
    [`akashvaloper1${'q'.repeat(38)}`, '--owner takes'],
  ])('are nobody\'s: "%s"', (owner, message) => {
    expect(() => filterOf('--owner', owner)).toThrow(message)
  })
})

describe('the name of a lease', () => {
  it('is its parts, with or without the number of the bid', () => {
    const id = `${TENANT}/18446744073709551615/1/2/${PROVIDER}`
    const parts = { owner: TENANT, dseq: 2n ** 64n - 1n, gseq: 1, oseq: 2, provider: PROVIDER }
    expect(readLeaseName([id])).toEqual({ ...parts, bseq: undefined })
    expect(readLeaseName([`${id}/3`])).toEqual({ ...parts, bseq: 3 })
  })

  it.each([MISTYPED, 'me', ''])('holds addresses: "%s" is none', (address) => {
    expect(() => readLeaseName([`${address}/1/1/1/${PROVIDER}`])).toThrow('is no lease: it takes')
    expect(() => readLeaseName([`${TENANT}/1/1/1/${address}`])).toThrow('is no lease: it takes')
  })
})
