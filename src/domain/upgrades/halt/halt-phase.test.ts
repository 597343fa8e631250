import { describe, expect, it } from 'vitest'
import { classifyHaltPhase, NO_TIMES } from './halt-phase.ts'
import { computeWeightedMedianTime } from './weighted-median-time.ts'

const H = 27_400_605n
// recordings: header times of H+1 and H+2, and the halt of 192.9 s between them
const firstBlockAt = new Date('2026-11-21T03:08:46.778Z')
const secondBlockAt = new Date('2026-11-21T03:11:59.714Z')

describe('the phase of a halt', () => {
  it('opens a hundred blocks before and closes a hundred after', () => {
    const kinds = [H - 101n, H - 100n, H - 1n].map(
      (best) => classifyHaltPhase(best, H, NO_TIMES).kind,
    )
    expect(kinds).toEqual(['far', 'countdown', 'countdown'])
    expect(classifyHaltPhase(H + 100n, H, NO_TIMES)).toMatchObject({ isOver: false })
    expect(classifyHaltPhase(H + 101n, H, NO_TIMES)).toMatchObject({ isOver: true })
  })

  it('counts from the signing of the plan’s block, else from its own time, which is a block earlier', () => {
    const planBlockAt = new Date('2026-11-21T03:08:45.310Z')
    const about = classifyHaltPhase(H, H, { ...NO_TIMES, planBlockAt })
    expect(about).toEqual({ kind: 'halted', since: planBlockAt, isExact: false })
    const times = { ...NO_TIMES, planBlockAt, signedAt: firstBlockAt }
    expect(classifyHaltPhase(H, H, times)).toMatchObject({ since: firstBlockAt, isExact: true })
  })

  it('gives the downtime as H+2 − H+1, and none before H+2 is there', () => {
    const resumed = classifyHaltPhase(H + 1n, H, { ...NO_TIMES, firstBlockAt, firstRound: 2 })
    expect(resumed).toMatchObject({ height: H + 1n, haltedMs: undefined, rounds: 3 })
    const times = { ...NO_TIMES, firstBlockAt, secondBlockAt }
    expect(classifyHaltPhase(H + 2n, H, times)).toMatchObject({ haltedMs: 192_936 })
  })

  it('weighs the median by power, as a header does', () => {
    const at = (ms: number, power: bigint) => ({ time: new Date(ms), power })
    expect(computeWeightedMedianTime([at(3, 10n), at(1, 10n), at(2, 10n)])?.getTime()).toBe(2)
    expect(computeWeightedMedianTime([at(1, 1n), at(2, 1n), at(9, 10n)])?.getTime()).toBe(9)
    expect(computeWeightedMedianTime([])).toBeUndefined()
  })
})
