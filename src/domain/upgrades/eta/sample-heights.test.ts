import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLowestWanted, listSampleHeights } from './sample-heights.ts'

describe('listSampleHeights', () => {
  it('looks back sixteen times the distance left, on round heights', () => {
    // 1,000 blocks left: 16,000 back in steps of 500, for 16,000 / 60 is 267.
    const heights = listSampleHeights({ head: 27_400_494n, planHeight: 27_401_494n, earliest: 1n })
    expect(heights[0]).toBe(27_384_500n)
    expect(heights.at(-1)).toBe(27_400_000n)
    expect(heights).toHaveLength(32)
  })

  it('goes no further back than the nodes keep, down to single blocks', () => {
    const heights = listSampleHeights({ head: 130n, planHeight: 5_000n, earliest: 100n })
    expect(heights).toEqual(Array.from({ length: 30 }, (_, index) => BigInt(100 + index)))
  })

  it('stops at 100,000 blocks, and at 100 for a height that is near', () => {
    const head = 30_000_000n
    const far = listSampleHeights({ head, planHeight: head + 400_000n, earliest: 1n })
    expect(head - (far[0] ?? 0n)).toBe(100_000n)
    const near = listSampleHeights({ head, planHeight: head + 1n, earliest: 1n })
    expect(head - (near[0] ?? 0n)).toBe(100n)
  })

  it('asks for mostly the same heights a block later', () => {
    const at = (head: bigint) =>
      new Set(listSampleHeights({ head, planHeight: 27_500_000n, earliest: 1n }))
    const [before, after] = [at(27_400_494n), at(27_400_495n)]
    const fresh = [...after].filter((height) => !before.has(height))
    expect(fresh.length).toBeLessThanOrEqual(1)
  })

  it('never asks for more than six requests hold, nor for what is not kept, whatever the heights', () => {
    const height = fc.bigInt({ min: -10n, max: 2n ** 63n })
    fc.assert(
      fc.property(height, height, height, (head, planHeight, earliest) => {
        const heights = listSampleHeights({ head, planHeight, earliest })
        expect(heights.length).toBeLessThanOrEqual(60)
        for (const each of heights) {
          expect(each >= 1n && each >= earliest && each < head).toBe(true)
        }
      }),
    )
  })

  it('asks for nothing where the height is past', () => {
    expect(listSampleHeights({ head: 100n, planHeight: 100n, earliest: 1n })).toEqual([])
  })
})

describe('findLowestWanted', () => {
  it('is as far back as heights are sampled where nodes keep everything, and never below the first block', () => {
    // 1,000 blocks left: 16,000 back.
    expect(findLowestWanted({ head: 27_400_494n, planHeight: 27_401_494n })).toBe(27_384_494n)
    expect(findLowestWanted({ head: 130n, planHeight: 5_000n })).toBe(1n)
    expect(findLowestWanted({ head: 100n, planHeight: 100n })).toBeUndefined()
  })
})
