import { describe, expect, it } from 'vitest'
import { fitLabel, layOutChart } from './chart-layout.ts'
import type { ChartRow } from './chart-row.ts'

const row = (value: number | undefined, range?: ChartRow['range']): ChartRow => ({
  key: `${value}`,
  label: 'a100',
  value,
  text: '193',
  range,
})
const range = (p90: number) => ({ p10: 1, median: 2, p90, text: '2.00' })

describe('layOutChart', () => {
  it('gives bars the whole width where no ranges stand beside them', () => {
    const { valueDomain, rangeDomain } = layOutChart([row(10), row(40)], 800)
    expect(valueDomain).toEqual([0, 40])
    expect(rangeDomain).toBeUndefined()
  })

  it('keeps bars and ranges apart, both measured from zero', () => {
    const { valueDomain, rangeDomain = [0, 0] } = layOutChart([row(40, range(8))], 800)
    const [low, high] = rangeDomain
    // Where zero of the ranges lies, of the whole width; the longest bar ends before.
    const zero = -low / (high - low)
    expect(zero).toBeCloseTo(0.64)
    expect(40 / valueDomain[1]).toBeLessThan(zero)
    expect(high).toBe(8)
  })

  it('has scales also where nothing is above zero', () => {
    expect(layOutChart([row(0)], 300).valueDomain).toEqual([0, 1])
    expect(layOutChart([row(undefined)], 300).valueDomain).toEqual([0, 1])
    expect(layOutChart([], 300).valueDomain).toEqual([0, 1])
  })

  it('has room for a short address in a wide font too, in which a first visit may be drawn', () => {
    const named = { ...row(1), label: 'akash1hug…g4hd8' }
    const { labelWidth } = layOutChart([named], 350)
    // DejaVu Sans takes 7.4 pixels a character of it, and the axis keeps eight.
    expect(labelWidth).toBeGreaterThan(15 * 7.6 + 8)
    expect(fitLabel(named.label, labelWidth)).toBe(named.label)
  })

  it('leaves room for bars beside long labels', () => {
    const long = { ...row(1), label: 'any of '.repeat(40) }
    expect(layOutChart([long], 350).labelWidth).toBeLessThan(350 / 2)
  })
})

describe('fitLabel', () => {
  it('cuts what has no room, and nothing else', () => {
    expect(fitLabel('a100', 100)).toBe('a100')
    expect(fitLabel('nvidia rtx pro 6000 blackwell', 60)).toBe('nvidi…')
  })
})
