import { describe, expect, it } from 'vitest'
import { computeLeaseAges } from '../../../domain/market/metrics/lease-age.ts'
import { formatBin } from './format-bin.ts'

describe('formatBin', () => {
  it('names every bin of the ages', () => {
    const blockTime = { meanMs: 6_000, fromHeight: 1n, toHeight: 101n }
    const { bins = [] } = computeLeaseAges([], 101n, blockTime)
    expect(bins.map(formatBin)).toEqual([
      'less than 1 hour',
      '1 hour to 1 day',
      '1 day to 7 days',
      '7 to 30 days',
      '30 to 90 days',
      '90 to 365 days',
      '365 days and more',
    ])
  })
})
