import { describe, expect, it } from 'vitest'
import type { Answer } from './answer.ts'
import { printAnswer } from './print.ts'

/** Controls, and marks that reorder a line. */
const DRIVING = /\p{Cc}|\p{Bidi_Control}/u

describe('printAnswer', () => {
  it('prints JSON as one object with provenance and data, and nothing beside', () => {
    const { answer } = setup([])
    expect(JSON.parse(print(answer, 'json', false))).toEqual({
      provenance: answer.provenance,
      data: answer.data,
    })
  })

  it.each([
    ['no row', 0],
    ['one', 1],
    ['as many as are written at once', 1_000],
    ['more', 2_001],
  ])('prints of %s what the whole would be', (_, count) => {
    const { answer } = setup([])
    const data = Array.from({ length: count }, (_, index) => ({
      id: index,
      texts: [`a\n"b"`, ''],
      none: {},
    }))
    const { provenance } = answer
    expect(print({ ...answer, data }, 'json', false)).toBe(
      `${JSON.stringify({ provenance, data }, null, 2)}\n`,
    )
  })

  it('prints no more than a part of a long list at once', () => {
    const { answer } = setup([])
    const data = Array.from({ length: 5_000 }, (_, index) => ({ title: `${index}`.padEnd(100) }))
    const pieces = [...printAnswer({ ...answer, data }, 'json', false)]
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(200_000)
  })

  it('lines columns up and says at the end where it is from', () => {
    const { answer } = setup([
      ['1', 'a'],
      ['12345', 'b'],
    ])
    expect(print(answer, 'table', false)).toBe(
      'id     title\n1      a\n12345  b\n\nskydev-1 at height 5, block time not known\nstatus from http://node.test\n',
    )
  })

  it('takes as many rows as a large market has leases', () => {
    const rows = Array.from({ length: 130_000 }, (_, index) => [index.toString(), 'a'])
    const { answer } = setup(rows)
    expect(print(answer, 'table', false)).toMatch(/^id {6}title\n0 {7}a\n/)
  })

  it('makes visible what would drive the terminal, and cuts what is long', () => {
    const { answer } = setup([['1', `\u001b[2J\u202e${'x'.repeat(100)}`]])
    const [, row = ''] = print(answer, 'table', false).split('\n')
    expect(row).toMatch(/^1 {3}‹U\+001B›\[2J‹U\+202E›x+…$/)
    expect([...row].length).toBeLessThanOrEqual(4 + 64)
  })

  it('says where the rest is of what it cut, and nothing where it cut nothing', () => {
    const { answer } = setup([['1', 'x'.repeat(64)]])
    expect(print(answer, 'table', false)).not.toContain('…')
    const cut = { ...answer, rows: [['1', 'x'.repeat(65)]] }
    expect(print(cut, 'table', false)).toContain(
      '…\n\n… stands for the rest of a long text; --format json or csv has it whole.\nskydev-1 at',
    )
    // One that ends so by itself is whole.
    expect(print({ ...answer, rows: [['1', 'and so on…']] }, 'table', false)).not.toContain('rest')
  })

  it('keeps to the width of a terminal', () => {
    const { answer } = setup([['1', 'word '.repeat(40).trim()]])
    const table = print({ ...answer, wide: ['title'] }, 'table', true, 60)
    expect(Math.max(...table.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(60)
    expect(table.match(/word/g)).toHaveLength(40)
  })

  it('does not cut a column of sentences in the middle of one, but at some length all the same', () => {
    const sentence = 'x'.repeat(600)
    const { answer } = setup([
      ['y'.repeat(65), sentence],
      ['2', `${sentence}x`],
    ])
    const [, whole, cut] = print({ ...answer, wide: ['title'] }, 'table', false).split('\n')
    expect(whole).toBe(`${'y'.repeat(63)}…  ${sentence}`)
    expect(cut).toBe(`2${' '.repeat(65)}${sentence.slice(1)}…`)
  })

  it('quotes CSV and keeps it exact, but for cells a spreadsheet would run', () => {
    const { answer } = setup([
      ['1', 'a "b", c'],
      ['2', '=1+1'],
    ])
    expect(print(answer, 'csv', false)).toBe('id,title\r\n1,"a ""b"", c"\r\n2,\'=1+1\r\n')
  })

  it.each(['\u001b]0;x\u0007', '\u009b2J', '\u202e', 'a\r\nb', '\u2066', '\u007f'])(
    'gives a terminal nothing to obey, and a file the very text (%j)',
    (text) => {
      const { answer } = setup([['1', text]])
      const data = [{ title: text }]
      expect(print(answer, 'csv', false)).toContain(text)
      expect(print(answer, 'csv', true).replaceAll('\r\n', '')).not.toMatch(DRIVING)
      for (const isTerminal of [true, false]) {
        const json = print({ ...answer, data }, 'json', isTerminal)
        expect(json.replaceAll('\n', '')).not.toMatch(DRIVING)
        expect(JSON.parse(json).data).toEqual(data)
      }
    },
  )

  it('says of a demo chain that its data are invented, on every row where rows are all there is', () => {
    const { answer } = setup([['1', 'a']])
    const demo = { ...answer, provenance: { ...answer.provenance, chainId: 'skydemo-3' } }
    expect(print(demo, 'table', false)).toContain(
      '\n\nskydemo-3 (demo chain: invented data) at height 5,',
    )
    expect(print(demo, 'csv', false)).toBe('data,id,title\r\ndemo: invented data,1,a\r\n')
    expect(JSON.parse(print(demo, 'json', false)).data).toEqual(answer.data)
  })

  it('says so where no endpoint answered', () => {
    const { answer } = setup([])
    const provenance = { ...answer.provenance, chainId: null, height: null, endpoint: null }
    expect(print({ ...answer, provenance }, 'table', false)).toContain('\nno endpoint answered\n')
  })
})

function setup(rows: readonly (readonly string[])[]): { answer: Answer } {
  return {
    answer: {
      provenance: {
        chainId: 'skydev-1',
        height: 5,
        time: null,
        endpoint: 'http://node.test',
        query: 'status',
      },
      data: [{ id: 1 }],
      header: ['id', 'title'],
      rows,
    },
  }
}

function print(...of: Parameters<typeof printAnswer>): string {
  return [...printAnswer(...of)].join('')
}
