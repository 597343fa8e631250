import { describe, expect, it } from 'vitest'
import { computeDistribution } from '../../../domain/market/metrics/distribution.ts'
import { computeLeasedResources } from '../../../domain/market/metrics/leased-resources.ts'
import { dec } from '../../../domain/market/metrics/testing/build-market.ts'
import { gpuTable, type Priced } from './gpu-rows.ts'

const perHour = computeDistribution([dec(1_000_000), dec(3_000_000)])
const price = { vendor: 'nvidia', denom: 'uact', units: 1_200n, perBlock: perHour, perHour }
const priced: Priced = {
  resources: {
    ...computeLeasedResources([]),
    byModel: [
      { value: 'h100', gpus: 1_200n, leases: 2 },
      { value: 'a100', gpus: 1n, leases: 1 },
    ],
    anyOf: [{ value: 'any nvidia', gpus: 4n, leases: 1 }],
  },
  gpuPrices: { prices: [{ ...price, model: 'h100' }], mixed: 1, notKnown: 0 },
}

describe('gpuTable', () => {
  it('has numbers that a spreadsheet reads in its file: no grouping, base units, and what is not known empty', () => {
    const { header, rows, file } = gpuTable(priced)
    expect(file).toEqual([
      header,
      [
        ...['h100', '1200', '2', 'uact', '1200000.000000000000000000'],
        ...['2000000.000000000000000000', '2800000.000000000000000000', '2'],
      ],
      ['a100', '1', '1', '', '', '', '', '0'],
      ['any nvidia', '4', '1', '', '', '', '', '0'],
    ])
    expect(rows[0]?.slice(0, 4)).toEqual(['h100', '1,200', '2', 'ACT'])
  })
})
