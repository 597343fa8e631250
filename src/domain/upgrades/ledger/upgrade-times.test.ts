import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isReachedBefore } from './height-clock.ts'
import { computeDowntimeMs, computeVoteLead, spanOfDate } from './upgrade-times.ts'

const at = (text: string) => new Date(`2026-11-21T${text}Z`)

describe('computeDowntimeMs', () => {
  it('lies between H+1 and H+2, for a header carries the time of the block before', () => {
    const times = {
      at: at('03:08:45.310'),
      next: at('03:08:46.830'),
      afterNext: at('03:11:59.706'),
      round: 2,
    }
    // 03:11:59.706 − 03:08:46.830 = 192.876 s, where H to H+1 would show 1.52 s
    expect(computeDowntimeMs(times)).toBe(192_876)
  })

  it('is not known where one of the two headers is missing, or times run backwards', () => {
    const whole = {
      at: undefined,
      next: at('03:00:00'),
      afterNext: at('03:00:05'),
      round: undefined,
    }
    expect(computeDowntimeMs({ ...whole, next: undefined })).toBeUndefined()
    expect(computeDowntimeMs({ ...whole, afterNext: undefined })).toBeUndefined()
    expect(computeDowntimeMs({ ...whole, afterNext: at('02:59:59') })).toBeUndefined()
  })
})

describe('computeVoteLead', () => {
  const header = (text: string) => ({ kind: 'header' as const, time: at(text) })

  it('is exact between the end of the vote and a header', () => {
    expect(computeVoteLead(at('03:00:00'), header('03:10:34.175'))).toEqual({
      kind: 'exact',
      ms: 634_175,
    })
  })

  it('is inconsistent, not negative, where the vote ends after the height', () => {
    expect(computeVoteLead(at('03:10:00'), header('03:09:59'))).toEqual({ kind: 'inconsistent' })
  })

  it('counts days where only the day is known, and leaves open what its time zone leaves open', () => {
    const day = (text: string, slackDays: 0 | 1) =>
      ({
        kind: 'recorded-day',
        day: new Date(`${text}T00:00:00Z`),
        slackDays,
        sources: [],
      }) as const
    const lead = (text: string, slackDays: 0 | 1) =>
      computeVoteLead(at('12:00:00'), day(text, slackDays))
    expect(lead('2026-11-23', 0)).toEqual({ kind: 'days', days: 2 })
    expect(lead('2026-11-21', 0)).toEqual({ kind: 'days', days: 0 })
    expect(lead('2026-11-20', 1)).toEqual({ kind: 'not-known' })
    expect(lead('2026-11-20', 0)).toEqual({ kind: 'inconsistent' })
    expect(lead('2026-11-19', 1)).toEqual({ kind: 'inconsistent' })
  })

  it('is not known without a vote or a date', () => {
    expect(computeVoteLead(undefined, header('03:00:00'))).toEqual({ kind: 'not-known' })
    expect(computeVoteLead(at('03:00:00'), { kind: 'not-known' })).toEqual({ kind: 'not-known' })
  })
})

describe('isReachedBefore', () => {
  it('never says of a height what its own true time denies, whatever other heights are dated', () => {
    const world = fc.record({
      stepsMs: fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 2, maxLength: 30 }),
      known: fc.array(fc.nat(29)),
      blurMs: fc.nat(5_000),
      asked: fc.nat(29),
      timeMs: fc.integer({ min: 0, max: 270_000 }),
    })
    fc.assert(
      fc.property(world, ({ stepsMs, known, blurMs, asked, timeMs }) => {
        let sum = 0
        const times = stepsMs.map((step) => {
          sum += step
          return sum
        })
        const index = asked % times.length
        const dated = known.flatMap((place) => {
          const height = place % times.length
          const ms = times[height]
          return ms === undefined
            ? []
            : [{ height: BigInt(height), earliestMs: ms - blurMs, latestMs: ms + blurMs }]
        })
        const truth = (times[index] ?? 0) < timeMs
        expect([undefined, truth]).toContain(isReachedBefore(dated, BigInt(index), timeMs))
      }),
    )
  })
})

describe('spanOfDate', () => {
  it('spans the whole day, and a day more on both sides where the zone is not named', () => {
    const day = new Date('2022-04-26T00:00:00Z')
    const span = spanOfDate({ kind: 'recorded-day', day, slackDays: 1, sources: [] })
    expect(span?.earliestMs).toBe(Date.UTC(2022, 3, 25))
    expect(span?.latestMs).toBe(Date.UTC(2022, 3, 28))
  })
})
