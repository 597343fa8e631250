import { describe, expect, it } from 'vitest'
import { computeBins, computeDistribution, mapDistribution } from './distribution.ts'

describe('computeDistribution', () => {
  it('is none of no values, which is not zero', () => {
    expect(computeDistribution([])).toEqual({ kind: 'none' })
  })

  it('is one value everywhere where there is one', () => {
    const five = { least: 5n, p10: 5n, median: 5n, p90: 5n, most: 5n }
    expect(computeDistribution([5n])).toEqual({ kind: 'known', count: 1, ...five })
  })

  it('lies linearly between two neighbours', () => {
    // Ranks 0.3, 1.5 and 2.7 of 0 to 3.
    expect(computeDistribution([40n, 10n, 30n, 20n])).toEqual({
      kind: 'known',
      count: 4,
      least: 10n,
      p10: 13n,
      median: 25n,
      p90: 37n,
      most: 40n,
    })
  })

  it('hits values where the ranks are whole', () => {
    const values = Array.from({ length: 11 }, (_, index) => BigInt(index * index))
    expect(computeDistribution(values)).toMatchObject({ p10: 1n, median: 25n, p90: 81n })
  })

  it('tells values apart that are the same as floats', () => {
    const huge = 10n ** 30n
    expect(computeDistribution([huge + 2n, huge, huge + 1n])).toMatchObject({
      least: huge,
      median: huge + 1n,
      most: huge + 2n,
    })
  })

  it('keeps the count in another unit', () => {
    const hourly = mapDistribution(computeDistribution([1n, 3n]), (value) => value * 600n)
    expect(hourly).toMatchObject({ count: 2, least: 600n, median: 1_200n, most: 1_800n })
    expect(mapDistribution({ kind: 'none' }, (value) => value)).toEqual({ kind: 'none' })
  })
})

describe('computeBins', () => {
  it('counts a value at an edge upwards, the last bin without end, and none below the first', () => {
    expect(computeBins([-1, 0, 9, 10, 11, 1e9], [0, 10, 20])).toEqual([
      { from: 0, to: 10, count: 2 },
      { from: 10, to: 20, count: 2 },
      { from: 20, to: undefined, count: 1 },
    ])
  })
})
