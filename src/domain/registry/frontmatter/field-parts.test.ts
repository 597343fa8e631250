import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutFrontmatter, MOST_FRONTMATTER } from './cut-frontmatter.ts'
import { parseFieldName } from './field-names.ts'
import { readAepNumbers } from './read-aep-numbers.ts'
import { readAuthors } from './read-authors.ts'
import { readIndexRow } from './read-index-row.ts'

describe('the name of a field', () => {
  it.each([
    ['superseded-by', 'superseded-by'],
    ['superseeded-by', 'superseded-by'],
    ['superceded-by', 'superseded-by'],
    ['superseded_by', 'superseded-by'],
    ['Superseded By', 'superseded-by'],
    ['supercedes', 'supersedes'],
    ['require', 'requires'],
    ['authors', 'author'],
    ['stauts', 'status'],
    ['discussion-to', 'discussions-to'],
    ['estimated-completed', 'estimated-completion'],
  ])('%s means %s', (written, field) => {
    expect(parseFieldName(written)).toBe(field)
  })

  it.each(['superseded', 'supersede'])('%s means neither of two opposites', (written) => {
    expect(parseFieldName(written)).toBeUndefined()
  })

  it.each(['related', 'date', 'typo', 'apt', '', 'a'.repeat(10_000)])(
    'is not guessed where it is far from every one: %s',
    (written) => {
      expect(parseFieldName(written)).toBeUndefined()
    },
  )
})

describe('authors', () => {
  const [ada, grace] = [
    { name: 'Ada Byron', handle: '@ada' },
    { name: 'Grace Hopper', handle: '@grace-h' },
  ]
  it.each([
    ['Ada Byron (@ada)', [ada]],
    ['Ada Byron (@ada) Grace Hopper (@grace-h)', [ada, grace]],
    ['Ada Byron (@ada), Grace Hopper (@grace-h)', [ada, grace]],
    ['Ada Byron (@ada) and Grace Hopper (@grace-h) ', [ada, grace]],
    ['Ada Byron(@ada);Grace Hopper(@grace-h)', [ada, grace]],
    ['Ada Byron (ada)', [ada]],
    ['(@ada)', [{ name: '@ada', handle: '@ada' }]],
    ['Ada Byron', [{ name: 'Ada Byron' }]],
    ['Ada Byron, Grace Hopper', [{ name: 'Ada Byron' }, { name: 'Grace Hopper' }]],
    ['Ada Byron <ada@a.example>', [{ name: 'Ada Byron', handle: 'ada@a.example' }]],
    ['Ada Byron ()', [{ name: 'Ada Byron' }]],
    ['Ada (', [{ name: 'Ada (' }]],
    ['', []],
  ])('%s', (raw, authors) => {
    expect(readAuthors(raw)).toEqual(authors)
  })

  it('are found in any text without hanging on it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(readAuthors(raw).every(({ name }) => name !== '')).toBe(true)
      }),
    )
    expect(readAuthors('('.repeat(100_000))).toHaveLength(1)
  })
})

describe('numbers of AEPs', () => {
  it.each([
    ['20', [20]],
    ['20, 21', [20, 21]],
    ['76,80', [76, 80]],
    [
      ['20', '21'],
      [20, 21],
    ],
    ['AEP-20 and aep 21, #22 & AEP23', [20, 21, 22, 23]],
    ['020', [20]],
    ['20, 20', [20]],
    ['', []],
  ])('%j', (value, numbers) => {
    expect(readAepNumbers(value)).toEqual({ numbers, unreadable: [] })
  })

  it('are whole, positive and of a size that a number of a document can have', () => {
    expect(readAepNumbers('0, -1, 1.5, 99999999, x')).toEqual({
      numbers: [],
      unreadable: ['0', '-1', '1.5', '99999999', 'x'],
    })
  })
})

describe('the frontmatter of a document', () => {
  it('stands between two lines of dashes, whatever the line ends', () => {
    const cut = { kind: 'cut', yaml: 'aep: 1\ntitle: a', firstLine: 2 }
    expect(cutFrontmatter('---\naep: 1\ntitle: a\n---\n# Text')).toEqual(cut)
    expect(cutFrontmatter('\ufeff---\r\naep: 1\r\ntitle: a\r\n--- \r\n')).toEqual(cut)
  })

  it.each([
    ['no-frontmatter', ''],
    ['no-frontmatter', '# Title\n---\naep: 1\n---\n'],
    ['unterminated', '---\naep: 1\n'],
    ['too-large', `---\ntitle: ${'a'.repeat(MOST_FRONTMATTER)}\n---\n`],
    ['too-large', `---\n${'a'.repeat(MOST_FRONTMATTER - 7)}\n----\n---\n`],
  ])('is missing or without end: %s', (kind, text) => {
    expect(cutFrontmatter(text)).toMatchObject({ problem: { kind, line: 1 } })
  })
})

describe('a row of index.json', () => {
  it('has days as the moments they begin, and numbers, which are read as they were written', () => {
    const row = {
      aep: 7,
      created: '2026-01-02T00:00:00.000Z',
      'estimated-completion': '2026-7-31',
      requires: ['5', 6],
      updated: null,
    }
    expect(readIndexRow(row)).toEqual({
      kind: 'read',
      fields: [
        { name: 'aep', value: '7' },
        { name: 'created', value: '2026-01-02' },
        { name: 'estimated-completion', value: '2026-7-31' },
        { name: 'requires', value: ['5', '6'] },
        { name: 'updated', value: '' },
      ],
    })
  })

  it.each([[null], [[]], ['aep'], [{ aep: { number: 7 } }], [{ aep: [[7]] }]])(
    'is of another shape: %j',
    (row) => {
      expect(readIndexRow(row)).toMatchObject({ problem: { kind: 'not-fields' } })
    },
  )

  it('has too many fields to be one', () => {
    const row = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`field-${at}`, 'a']))
    expect(readIndexRow(row)).toMatchObject({ problem: { kind: 'not-fields' } })
  })
})
