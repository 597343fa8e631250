import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Column, layOutTable } from './table-layout.ts'

const column = (name: string, kind: 'plain' | 'wide' | 'list' = 'plain'): Column => ({
  name,
  isWide: kind !== 'plain',
  isList: kind === 'list',
})

const COLUMNS = [column('id'), column('state'), column('why', 'wide')]
const WHY = 'the quick brown fox jumps over the lazy dog and does not come back'

describe('a table', () => {
  it('has a line for each row where there is no terminal, however long', () => {
    const lines = layOutTable(COLUMNS, [['1', 'open', WHY]], undefined)
    expect(lines).toEqual(['id  state  why', `1   open   ${WHY}`])
  })

  it('has a line for each row where all fits', () => {
    expect(layOutTable(COLUMNS, [['1', 'open', WHY]], 11 + WHY.length)).toHaveLength(2)
    expect(layOutTable(COLUMNS, [['1', 'open', WHY]], 10 + WHY.length)).toHaveLength(3)
  })

  it('wraps what is wide below itself, between words', () => {
    expect(layOutTable(COLUMNS, [['1', 'open', WHY]], 50)).toEqual([
      'id  state  why',
      '1   open   the quick brown fox jumps over the lazy',
      '           dog and does not come back',
    ])
  })

  it('leaves an address in the last column one, so that it can be copied', () => {
    const address = `https://a.example/${'x'.repeat(60)}`
    const lines = layOutTable(COLUMNS, [['1', 'open', `see ${address}`]], 50)
    expect(lines).toEqual(['id  state  why', '1   open   see', `           ${address}`])
  })

  it('puts what is wide below the row with its name where it would be a thread beside it', () => {
    const columns = [column('id'), column('who', 'list'), column('evidence', 'list')]
    const rows = [['1', `${'w'.repeat(20)}; b`, `${'x'.repeat(20)} one; ${'y'.repeat(20)} two`]]
    expect(layOutTable(columns, rows, 50)).toEqual([
      'id',
      '1',
      `    who       ${'w'.repeat(20)}; b`,
      `    evidence  ${'x'.repeat(20)} one`,
      `              ${'y'.repeat(20)} two`,
    ])
  })

  it('leaves out names of what is empty there', () => {
    const columns = [column('id'), column('a', 'wide'), column('b', 'wide')]
    const rows = [
      ['1', '', 'word '.repeat(20).trim()],
      ['2', 'word '.repeat(20).trim(), ''],
    ]
    const lines = layOutTable(columns, rows, 60)
    expect(lines.filter((line) => /^ {4}[ab] /.test(line))).toHaveLength(2)
  })

  it('takes as few columns as will do out of the row, and never the first', () => {
    const columns = ['name', 'title', 'a', 'b', 'c'].map((name) => column(name))
    const row = ['n'.repeat(30), 't'.repeat(29), 'a'.repeat(9), 'b'.repeat(9), 'c'.repeat(9)]
    const [header, line, ...below] = layOutTable(columns, [row], 70)
    expect(header?.split(/ +/)).toEqual(['name', 'a', 'b', 'c'])
    expect(line?.split(/ +/)).toEqual([row[0], ...row.slice(2)])
    expect(below).toEqual([`    title  ${'t'.repeat(29)}`])
  })

  it('loses no word at any width, and is no wider than the terminal as far as words allow', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/)
    const words = (most: number) =>
      fc.array(word, { maxLength: most }).map((some) => some.join(' '))
    const row = fc.tuple(words(1), words(2), words(20), words(12))
    const columns = [column('id'), column('b'), column('c', 'wide'), column('d', 'list')]
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }),
        fc.integer({ min: 60, max: 200 }),
        (rows, width) => {
          const lines = layOutTable(columns, rows, width)
          expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width)
          const shown = lines.slice(1).join(' ').split(/\s+/)
          const counted = (of: readonly string[]) =>
            of.filter((one) => one !== '' && !['b', 'c', 'd'].includes(one)).sort()
          expect(counted(shown)).toEqual(counted(rows.flat().join(' ').split(' ')))
        },
      ),
    )
  })
})
