import { describe, expect, it } from 'vitest'
import { parseAepDocument } from './parse-aep-document.ts'

const PATH = 'spec/aep-7/README.md'

function documentOf(...lines: readonly string[]): string {
  return ['---', ...lines, '---', '', '# Text', ''].join('\n')
}

function problemOf(...lines: readonly string[]) {
  const reading = parseAepDocument(documentOf(...lines), PATH)
  return reading.kind === 'unreadable' ? reading.problem : reading.aep
}

const USUAL = ['aep: 7', 'title: Seven bridges', 'status: Draft']

describe('the document of an AEP', () => {
  it('is read as text: a version is no number, a date no moment, yes no truth', () => {
    const text = documentOf(
      'aep: 7',
      'title: "1.10"',
      'status: yes',
      "created: '2026-01-02'",
      'estimated-completion: 2026-7-31',
      'requires: 5, 6',
      'replaces:',
      '  - 3',
      '  - 4',
      'supersedes: [1, 2]',
      'discussions-to: https://a.example/1, https://a.example/2 # two',
      'resolution:',
    )
    const reading = parseAepDocument(text, PATH)
    expect(reading).toMatchObject({
      kind: 'read',
      remarks: [],
      aep: {
        title: '1.10',
        status: 'other',
        statusRaw: 'yes',
        created: '2026-01-02',
        estimatedCompletion: '2026-7-31',
        requires: [5, 6],
        replaces: [3, 4],
        supersedes: [1, 2],
        discussionsTo: 'https://a.example/1, https://a.example/2',
        resolution: undefined,
      },
    })
  })

  it.each([
    ['not YAML', 'not-yaml', 5, [...USUAL, 'author: @ada']],
    ['not YAML, because a title has a colon', 'not-yaml', 3, ['aep: 7', 'title: Seven: bridges']],
    ['a field twice', 'duplicate-field', 5, [...USUAL, 'title: Eight bridges']],
    ['an alias', 'alias-or-tag', 5, [...USUAL, 'author: &a Ada', 'category: *a']],
    ['an anchor on a list', 'alias-or-tag', 5, [...USUAL, 'requires: &a [1, 2]']],
    ['a tag', 'alias-or-tag', 5, [...USUAL, 'author: !!js/function "() => 1"']],
    ['a merge', 'alias-or-tag', 5, [...USUAL, '<<: *nothing']],
    ['a field of fields', 'not-fields', 5, [...USUAL, 'author: {name: Ada}']],
    ['a list of lists', 'not-fields', 5, [...USUAL, 'requires: [[1]]']],
    ['a key that is a list', 'not-yaml', 5, [...USUAL, '? [a]', ': b']],
    ['a list', 'not-fields', 2, ['- aep: 7']],
    ['nothing', 'not-fields', 2, ['']],
    ['prose', 'not-fields', 2, ['Seven bridges']],
  ])('cannot be read where its frontmatter is or has %s', (_, kind, line, lines) => {
    expect(problemOf(...lines)).toMatchObject({ kind, line })
  })

  it('says why the YAML is none, in the words of the parser, with the line', () => {
    expect(problemOf(...USUAL, 'author: @ada')).toEqual({
      kind: 'not-yaml',
      line: 5,
      sentence: 'The frontmatter is not YAML: Plain value cannot start with reserved character @.',
    })
  })

  it.each([
    ['brackets', '['.repeat(15_000)],
    ['braces', '{a: '.repeat(3_700)],
    ['dashes', `requires: \n${'- '.repeat(7_000)}`],
    ['question marks', '? '.repeat(7_000)],
    ['colons', 'a: '.repeat(5_000)],
  ])('is not followed into thousands of levels: %s', (_, text) => {
    expect(problemOf(text)).toMatchObject({ kind: 'too-nested', line: 2 })
  })

  it('does not grow from aliases of aliases', () => {
    const bomb = Array.from({ length: 30 }, (_, at) =>
      at === 0 ? 'a0: &a0 [1, 2]' : `a${at}: &a${at} [*a${at - 1}, *a${at - 1}]`,
    )
    expect(problemOf(...bomb)).toMatchObject({ kind: 'alias-or-tag', line: 2 })
  })

  it('may be named like a part of every object', () => {
    expect(
      parseAepDocument(documentOf(...USUAL, '__proto__: x', 'constructor: y'), PATH),
    ).toMatchObject({
      kind: 'read',
      remarks: [
        { line: 5, sentence: 'The field __proto__ is not read.' },
        { line: 6, sentence: 'The field constructor is not read.' },
      ],
    })
  })
})
