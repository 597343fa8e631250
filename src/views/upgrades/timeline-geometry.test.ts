import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BAR_SPACE, computeTimeline, type TimelineEntry } from './timeline-geometry.ts'

const NOW = new Date('2026-11-21T00:00:00Z')

function entry(name: string, day: string, downtimeMs?: number): TimelineEntry {
  return { key: name, name, at: new Date(`${day}T00:00:00Z`), downtimeMs }
}

describe('computeTimeline', () => {
  it('draws bars to one scale, the longest as high as there is room, and none where nothing is known', () => {
    const entries = [
      entry('v1', '2024-01-01', 100_000),
      entry('v2', '2025-01-01', 200_000),
      entry('v3', '2026-01-01'),
    ]
    const { marks } = computeTimeline(entries, NOW, 800)
    expect(marks.map(({ barHeight }) => barHeight)).toEqual([BAR_SPACE / 2, BAR_SPACE, undefined])
  })

  it('keeps the label of the newest where there is no room for all', () => {
    const entries = Array.from({ length: 12 }, (_, day) =>
      entry(`v1.${day}.0`, `2026-11-${String(day + 1).padStart(2, '0')}`),
    )
    const { marks } = computeTimeline([...entries, entry('v0', '2020-01-01')], NOW, 390)
    expect(marks.at(-1)?.labelRow).toBe(0)
    expect(marks.filter(({ labelRow }) => labelRow === undefined)).not.toEqual([])
  })

  it('draws nothing without upgrades, and nothing before there is a width', () => {
    expect(computeTimeline([], NOW, 800)).toEqual({ marks: [], ticks: [] })
    expect(computeTimeline([entry('v1', '2024-01-01')], NOW, 0)).toEqual({ marks: [], ticks: [] })
  })

  it('places every mark within the drawing, in the order of time, also of times ahead of the clock', () => {
    const day = fc.date({
      min: new Date('2021-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1 }),
        fc.integer({ min: 300, max: 1_600 }),
        (days, width) => {
          const entries = days.map((at, index) => ({
            key: `${index}`,
            name: 'v2.1.0',
            at,
            downtimeMs: 5,
          }))
          const { marks, ticks } = computeTimeline(entries, NOW, width)
          const places = marks.map(({ x }) => x)
          expect(marks).toHaveLength(days.length)
          expect(places).toEqual(places.toSorted((a, b) => a - b))
          for (const x of [...places, ...ticks.map((tick) => tick.x)]) {
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x).toBeLessThanOrEqual(width)
          }
        },
      ),
    )
  })
})
