import { describe, expect, it } from 'vitest'
import { type ChartRow, isSameRows } from './chart-row.ts'

const ROW: ChartRow = {
  key: 'a100',
  label: 'a100',
  value: 193,
  text: '193',
  range: { p10: 2, median: 3, p90: 4, text: '3.03' },
}

describe('isSameRows', () => {
  it('takes rows that look the same for the same, for drawing them again takes long', () => {
    expect(isSameRows([ROW], [structuredClone(ROW)])).toBe(true)
  })

  it.each([
    ['another name', { label: 'h100' }],
    ['another key', { key: 'h100' }],
    ['another length', { value: 194 }],
    ['no bar any more', { value: undefined }],
    ['another text', { text: '194' }],
    ['a quieter bar', { isQuiet: true }],
    ['no prices', { range: undefined }],
    ['another price', { range: { p10: 2, median: 3, p90: 5, text: '3.03' } }],
  ])('sees %s', (_, change) => {
    expect(isSameRows([ROW], [{ ...ROW, ...change }])).toBe(false)
  })

  it('sees one row more or less', () => {
    expect(isSameRows([ROW], [ROW, ROW])).toBe(false)
    expect(isSameRows([ROW], [])).toBe(false)
  })
})
