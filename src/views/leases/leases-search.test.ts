import { describe, expect, it } from 'vitest'
import { DEFAULT_COLUMNS } from './lease-column-ids.ts'
import { EVERY_LEASE } from './lease-filter.ts'
import { formatLeasesSearch, type LeasesAsked, parseLeasesSearch } from './leases-search.ts'
import { pickLeasesSearch } from './pick-leases-search.ts'

const PLAIN: LeasesAsked = {
  filter: EVERY_LEASE,
  sort: 'state',
  isAscending: true,
  columns: DEFAULT_COLUMNS,
}

describe('the URL of the leases', () => {
  it('says nothing when nothing is asked, so that the plain address stays plain', () => {
    expect(Object.values(formatLeasesSearch(PLAIN)).every((part) => part === undefined)).toBe(true)
    expect(parseLeasesSearch({})).toEqual(PLAIN)
  })

  it('brings back the very thing it was made from', () => {
    const asked: LeasesAsked = {
      filter: {
        states: ['reclaiming', 'closed'],
        dseq: '27400494',
        tenant: 'akash1t',
        provider: 'akash1p',
        denom: 'uact',
        minPrice: '0.01',
        maxPrice: '2',
        gpu: 'nvidia h100',
        minDays: '1.5',
        maxDays: '90',
        reason: 'lease_closed_owner',
      },
      sort: 'price',
      isAscending: true,
      columns: ['lease', 'price', 'settled'],
    }
    expect(parseLeasesSearch(pickLeasesSearch({ ...formatLeasesSearch(asked) }))).toEqual(asked)
  })

  it('opens with the defaults where a link is mistyped', () => {
    const search = pickLeasesSearch({ state: 'open,closed', sort: 'size', columns: 'x', min: 3 })
    expect(parseLeasesSearch(search)).toEqual({
      ...PLAIN,
      filter: { ...EVERY_LEASE, states: ['closed'] },
    })
  })
})
