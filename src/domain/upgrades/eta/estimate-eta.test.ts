import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BlockSample } from './block-sample.ts'
import { estimateUpgradeEta } from './estimate-eta.ts'
import { backtest, scoreBacktest } from './testing/backtest.ts'

/** Blocks of exactly so many milliseconds, a header every `step`. */
function evenChain(from: number, to: number, step: number, blockMs = 6_000): BlockSample[] {
  const samples: BlockSample[] = []
  for (let height = from; height <= to; height += step) {
    samples.push({ height: BigInt(height), timeMs: height * blockMs })
  }
  return samples
}

const etaOf = (planHeight: bigint, samples: readonly BlockSample[]) =>
  estimateUpgradeEta({ planHeight, samples, applied: [] })

describe('estimateUpgradeEta', () => {
  it('names the moment on a chain whose blocks are all alike, give or take a block', () => {
    // 100 blocks of 6 s after block 1,000, which came at 6,000 s.
    const eta = etaOf(1_100n, evenChain(0, 1_000, 10))
    expect(eta).toMatchObject({ kind: 'range', blocksLeft: 100n })
    if (eta.kind !== 'range') return
    expect(eta.p50.getTime()).toBeCloseTo(6_600_000, 3)
    expect(eta.p90.getTime() - eta.p10.getTime()).toBeCloseTo(12_000, -2)
    expect(eta.method).toMatchObject({ windows: [100, 400, 1_000], rehearsalBlocks: 100 })
  })

  it('takes the pace of the chain, whatever it is, and no default', () => {
    const slow = etaOf(1_100n, evenChain(0, 1_000, 10, 60_000))
    expect(slow.kind === 'range' && slow.p50.getTime()).toBeCloseTo(66_000_000, 2)
  })

  it.each([
    ['no header', []],
    ['one header', evenChain(1_000, 1_000, 1)],
    ['two headers far apart, which hide how block times vary', evenChain(0, 1_000, 1_000)],
    ['nineteen blocks', evenChain(981, 1_000, 1)],
  ])('says that not enough blocks were seen with %s', (_, samples) => {
    expect(etaOf(2_000n, samples).kind).toBe('not-enough-blocks')
  })

  it('does not reckon a distance thousands of times what was seen', () => {
    expect(etaOf(300_000n, evenChain(900, 1_000, 1)).kind).toBe('not-enough-blocks')
    expect(etaOf(150_000n, evenChain(900, 1_000, 1)).kind).toBe('range')
  })

  it('says so when the height is there or past', () => {
    const samples = evenChain(0, 1_000, 10)
    expect(etaOf(1_000n, samples)).toEqual({ kind: 'reached', blocksAgo: 0n })
    expect(etaOf(900n, samples)).toEqual({ kind: 'reached', blocksAgo: 100n })
    expect(etaOf(-5n, samples)).toEqual({ kind: 'reached', blocksAgo: 1_005n })
  })

  it('gives a height beyond 2^53 and the largest of 64 bits no date, but the years', () => {
    for (const height of [2n ** 53n + 1n, 2n ** 63n - 1n]) {
      const eta = etaOf(height, evenChain(0, 1_000, 10))
      expect(eta).toMatchObject({ kind: 'too-far', blocksLeft: height - 1_000n })
    }
  })

  it('leaves a standstill out and names it, for it will not come again by itself', () => {
    const halt = 600_000
    const samples = evenChain(0, 1_000, 10).map(({ height, timeMs }) => ({
      height,
      timeMs: height > 500n ? timeMs + halt : timeMs,
    }))
    const eta = estimateUpgradeEta({
      planHeight: 1_100n,
      samples,
      // Its halt shows in the header of 504.
      applied: [{ name: 'v9', height: 502n }],
    })
    expect(eta.kind === 'range' && eta.p50.getTime()).toBeCloseTo(6_600_000 + halt, 3)
    expect(eta.kind === 'range' && eta.sample.standstills).toEqual([
      { fromHeight: 500n, toHeight: 510n, lostMs: halt, upgradeName: 'v9' },
    ])
  })

  it('does not take slow blocks for a standstill', () => {
    // One block in ten takes 15 s instead of 6 s.
    let timeMs = 0
    const samples = evenChain(0, 1_000, 1).map(({ height }) => {
      timeMs += height % 10n === 0n ? 15_000 : 6_000
      return { height, timeMs }
    })
    const eta = etaOf(1_100n, samples)
    expect(eta.kind === 'range' && eta.sample.standstills).toEqual([])
  })

  it('leaves out headers told twice or with a time that goes back', () => {
    const good = evenChain(0, 1_000, 10)
    const odd = [...good, { height: 500n, timeMs: 3_000_000 }, { height: 505n, timeMs: 1 }]
    expect(etaOf(1_100n, odd)).toEqual(etaOf(1_100n, good))
  })

  it('has its edges in order and ahead of the newest block, whatever the times', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 30, maxLength: 80 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 2_000 }), (times, distance) => {
        let timeMs = 0
        const samples = times.map((gap, index) => {
          timeMs += gap
          return { height: BigInt(index), timeMs }
        })
        const eta = etaOf(BigInt(times.length - 1 + distance), samples)
        if (eta.kind !== 'range') return
        expect(eta.p10.getTime()).toBeGreaterThanOrEqual(timeMs)
        expect(eta.p10.getTime()).toBeLessThanOrEqual(eta.p50.getTime())
        expect(eta.p50.getTime()).toBeLessThanOrEqual(eta.p90.getTime())
      }),
    )
  })

  it('holds the truth about eight times in ten, and errs less than the mean of 10,000 blocks', () => {
    // The whole backtest is in `npm run bench`; these 300 runs are the same each time.
    const options = { runs: 300, seed: 11 } as const
    const score = scoreBacktest(
      backtest({ ...options, distance: [20, 2_000], reach: [2_000, 20_000] }),
    )
    expect(score.coverage).toBeGreaterThan(0.75)
    expect(score.coverage).toBeLessThan(0.9)
    expect(score.medianError).toBeLessThan(score.plainMedianError)
  })
})
