import { describe, expect, it } from 'vitest'
import { findTables, readLinkCell } from './markdown-table.ts'

describe('tables in Markdown', () => {
  it('are found with their lines, with or without borders, up to the first line without a bar', () => {
    const text = ['# A', '', 'Name | State', '--- | :-:', 'Dam | done', '|Weir||', '', '| x |', 'y']
    expect(findTables(text.join('\n'))).toEqual([
      {
        header: ['Name', 'State'],
        rows: [
          { line: 5, cells: ['Dam', 'done'] },
          { line: 6, cells: ['Weir', ''] },
        ],
      },
    ])
  })

  it('keep a bar that is written with a backslash', () => {
    const [table] = findTables('| a |\n|---|\n| b \\| c |')
    expect(table?.rows[0]?.cells).toEqual(['b | c'])
  })

  it('are no headings underlined with dashes, nor rules', () => {
    expect(findTables('Title\n---\n\n---\n')).toEqual([])
  })

  it('are looked for in linear time', () => {
    const long = `${'-'.repeat(200_000)}x`
    expect(findTables(`| a |\n${long}\n| ${' '.repeat(200_000)}x\n`)).toEqual([])
  })
})

describe('a cell with a link', () => {
  it.each([
    ['[Dam](../dam.md)', { text: 'Dam', link: '../dam.md' }],
    ['[Dam]()', { text: 'Dam' }],
    ['[Dam] (later)', { text: '[Dam] (later)' }],
    ['Dam', { text: 'Dam' }],
    ['', { text: '' }],
  ])('%s', (cell, read) => {
    expect(readLinkCell(cell)).toEqual(read)
  })
})
