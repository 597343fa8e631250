import { describe, expect, it } from 'vitest'
import type { FieldValue } from './frontmatter.ts'
import { parseAepPath, readAep } from './read-aep.ts'

const USUAL = {
  aep: '7',
  title: 'Seven bridges',
  author: 'Ada Byron (@ada)',
  status: 'Draft',
  type: 'Standard',
  created: '2026-01-02',
}

/** Fields on the lines of a document, the first on line 2. */
function read(fields: Record<string, FieldValue>, path = 'spec/aep-7/README.md') {
  return readAep(
    Object.entries(fields).map(([name, value], at) => ({ name, value, line: at + 2 })),
    path,
  )
}

/** What the document says of some fields, or why it cannot be read. */
function aepOf(fields: Record<string, FieldValue>) {
  const reading = read({ ...USUAL, ...fields })
  return reading.kind === 'read' ? reading.aep : reading.problem
}

function remarksOn(fields: Record<string, FieldValue>) {
  const reading = read({ ...USUAL, ...fields })
  return reading.kind === 'read' ? reading.remarks : reading.problem
}

describe('what a document says of an AEP', () => {
  it('is its fields as they were written', () => {
    expect(read(USUAL)).toEqual({
      kind: 'read',
      remarks: [],
      aep: {
        number: 7,
        title: 'Seven bridges',
        status: 'Draft',
        statusRaw: 'Draft',
        type: 'Standard',
        created: '2026-01-02',
        authors: [{ name: 'Ada Byron', handle: '@ada' }],
        requires: [],
        replaces: [],
        supersedes: [],
        supersededBy: [],
        path: 'spec/aep-7/README.md',
      },
    })
  })

  it.each([
    ['draft', 'Draft'],
    ['Final (core)', 'Final'],
    ['Last  Call', 'Last Call'],
    ['On fire', 'other'],
  ])('has the status %s both ways, for both axes are shown', (statusRaw, status) => {
    expect(aepOf({ status: statusRaw })).toMatchObject({
      status,
      statusRaw: statusRaw.replace('  ', ' '),
    })
  })

  it('keeps a date as written, padded or not, because the spelling is a fact too', () => {
    expect(aepOf({ completed: '2026-7-31' })).toMatchObject({ completed: '2026-7-31' })
    expect(remarksOn({ completed: '2026-7-31' })).toEqual([])
  })

  it('keeps a date that no calendar has, and says so with its line', () => {
    expect(aepOf({ updated: '2026-02-31' })).toMatchObject({ updated: '2026-02-31' })
    expect(remarksOn({ updated: '2026-02-31' })).toEqual([
      { line: 8, sentence: 'updated is "2026-02-31", which is no day of a calendar.' },
    ])
  })

  it('keeps a type that is a category and dates in the wrong order: they are findings, not faults', () => {
    expect(aepOf({ type: 'Core', completed: '2020-01-01' })).toMatchObject({
      type: 'Core',
      completed: '2020-01-01',
    })
  })

  it('reads a misspelt field and remembers the spelling', () => {
    expect(aepOf({ 'superseeded-by': '76', Require: '5' })).toMatchObject({
      supersededBy: [76],
      requires: [5],
      misspelt: ['superseeded-by', 'Require'],
    })
  })

  it('adds up the two spellings of a list', () => {
    expect(aepOf({ supersedes: '9', superseedes: '40' })).toMatchObject({ supersedes: [9, 40] })
  })

  it('prefers the right spelling of anything else, and says what it left', () => {
    expect(aepOf({ catagory: 'Core', category: 'Interface' })).toMatchObject({
      category: 'Interface',
    })
    expect(remarksOn({ catagory: 'Core', category: 'Interface' })).toEqual([
      {
        line: 8,
        sentence: 'The field catagory is not read, because category says it already.',
      },
    ])
  })

  it('names a field that it does not know, for it may be a new one', () => {
    expect(remarksOn({ implementer: 'Grace' })).toEqual([
      { line: 8, sentence: 'The field implementer is not read.' },
    ])
  })

  it('names what is no number of an AEP in a list of them', () => {
    expect(aepOf({ requires: '5, soon' })).toMatchObject({ requires: [5] })
    expect(remarksOn({ requires: '5, soon' })).toEqual([
      { line: 8, sentence: 'requires names "soon", which is no number of an AEP.' },
    ])
  })

  it('takes a list for text where a comma made it one', () => {
    expect(
      aepOf({ title: ['Bridges', 'and tunnels'], 'discussions-to': 'https://a.example' }),
    ).toMatchObject({ title: 'Bridges, and tunnels', discussionsTo: 'https://a.example' })
  })

  it.each(['', '~', 'null'])('takes "%s" for nothing', (resolution) => {
    expect(aepOf({ resolution })).not.toHaveProperty('resolution', expect.anything())
  })
})

describe('a document that cannot be read', () => {
  it.each([
    ['no number', { aep: 'TBD' }, 'no-number', 2, 'The field aep has no number.'],
    ['two numbers', { aep: '7, 8' }, 'no-number', 2, 'The field aep has no number.'],
    ['number 0', { aep: '0' }, 'no-number', 2, 'The field aep has no number.'],
    [
      'another number than its path',
      { aep: '8' },
      'number-differs',
      2,
      'The path says AEP-7 and the field aep says 8.',
    ],
    ['no title', { title: ' ' }, 'no-title', 3, 'The field title is missing or empty.'],
    ['no status', { status: '' }, 'no-status', 5, 'The field status is missing or empty.'],
  ])('has %s', (_, fields, kind, line, sentence) => {
    expect(aepOf(fields)).toEqual({ kind, line, sentence })
  })

  it('has no number at all, of which there is no line', () => {
    expect(read({ title: 'Bare', status: 'Draft' })).toMatchObject({
      problem: { kind: 'no-number', line: undefined },
    })
  })
})

describe('the number in a path', () => {
  it.each([
    ['spec/aep-76/README.md', 76],
    ['spec/aep-076/README.md', 76],
    ['spec/aep-5.md', 5],
    ['spec/aep-0/README.md', undefined],
    ['spec/keep-5/README.md', undefined],
    ['spec/aep-5x/README.md', undefined],
  ])('%s is %s', (path, number) => {
    expect(parseAepPath(path)).toBe(number)
  })
})
