import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCsv } from './csv.ts'

describe('formatCsv', () => {
  it.each(['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '\r=1'])(
    'keeps a spreadsheet from running %j, which a stranger wrote',
    (text) => {
      expect(formatCsv([[text]])).toMatch(/^"?'/)
    },
  )

  it('leaves numbers alone, negative ones too', () => {
    expect(formatCsv([['-5', '12.5', '27400494']])).toBe('-5,12.5,27400494\r\n')
  })

  it('quotes what would break the row', () => {
    expect(formatCsv([['a,b', 'say "hi"', 'two\nlines']])).toBe(
      '"a,b","say ""hi""","two\nlines"\r\n',
    )
  })

  it('loses no text: every cell reads back as it was, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = formatCsv([[text]]).slice(0, -2)
        const unquoted = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
        expect([text, `'${text}`]).toContain(unquoted)
      }),
    )
  })
})
