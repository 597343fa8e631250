import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBlockClock } from './block-clock.ts'

const FIRST = { height: 1000, timeMs: Date.UTC(2026, 10, 21) }
const HALT_MS = 300_000

describe('createBlockClock', () => {
  it('gives a block about every 6 s, each later than the one before and off by 1.4 s at most', () => {
    const clock = createBlockClock(FIRST, 3, [])
    const gaps = new Set<number>()
    for (let height = 1001; height < 4000; height++) {
      const even = FIRST.timeMs + (height - 1000) * 6000
      expect(Math.abs(clock.timeMs(height) - even)).toBeLessThanOrEqual(1400)
      gaps.add(clock.timeMs(height) - clock.timeMs(height - 1))
    }
    expect(Math.min(...gaps)).toBeGreaterThan(0)
    expect(gaps.size).toBeGreaterThan(1000)
  })

  it('names the newest block of any instant, with or without halts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000_000 }),
        fc.array(fc.integer({ min: 1001, max: 3000 }), { maxLength: 3 }),
        (elapsed, heights) => {
          const clock = createBlockClock(FIRST, 3, [])
          for (const height of [...new Set(heights)].sort((a, b) => a - b))
            clock.halt(height, HALT_MS)
          const atMs = FIRST.timeMs + elapsed
          // Counted one by one, as nothing else could be wrong about it.
          let slow = 1000
          const arrives = (height: number) =>
            clock.timeMs(height) + (heights.includes(height - 1) ? HALT_MS : 0)
          while (arrives(slow + 1) <= atMs) slow++
          expect(clock.tipAt(atMs)).toBe(slow)
          const next = clock.firstAtOrAfter(atMs)
          expect(clock.timeMs(next)).toBeGreaterThanOrEqual(atMs)
          expect(next === 1001 || clock.timeMs(next - 1) < atMs).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('shows a halt at H in the header of H + 2 alone, and stands at H while it lasts', () => {
    const even = createBlockClock(FIRST, 3, [])
    const clock = createBlockClock(FIRST, 3, [])
    clock.halt(1100, HALT_MS)
    for (const height of [1099, 1100, 1101]) expect(clock.timeMs(height)).toBe(even.timeMs(height))
    for (const height of [1102, 1103]) {
      expect(clock.timeMs(height)).toBe(even.timeMs(height) + HALT_MS)
    }
    expect(clock.tipAt(even.timeMs(1101) + HALT_MS - 1)).toBe(1100)
    expect(clock.tipAt(even.timeMs(1101) + HALT_MS)).toBe(1101)
    expect([1100, 1101, 1102].map(clock.roundOf)).toEqual([0, 2, 0])
  })

  it('never goes below the first block, whatever the clock says', () => {
    const clock = createBlockClock(FIRST, 3, [])
    expect(clock.tipAt(FIRST.timeMs - 1_000_000)).toBe(1000)
    expect(clock.firstAtOrAfter(FIRST.timeMs - 1_000_000)).toBe(1001)
  })

  it('dates earlier heights through the known ones, evenly between them and at 6 s before', () => {
    const past = [
      { height: 500, timeMs: FIRST.timeMs - 500 * 5940 },
      { height: 100, timeMs: FIRST.timeMs - 500 * 5940 - 400 * 7000 },
      // One that says it was later than a block above it is no help.
      { height: 300, timeMs: FIRST.timeMs },
    ]
    const clock = createBlockClock(FIRST, 3, past)
    expect(clock.timeMs(500)).toBe(past[0]?.timeMs)
    expect(clock.timeMs(100)).toBe(past[1]?.timeMs)
    expect(clock.timeMs(999)).toBe(FIRST.timeMs - 5940)
    expect(clock.timeMs(499)).toBe((past[0]?.timeMs ?? 0) - 7000)
    expect(clock.timeMs(99)).toBe((past[1]?.timeMs ?? 0) - 6000)
  })
})
