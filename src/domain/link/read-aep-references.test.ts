import process from 'node:process'
import fc from 'fast-check'
import { afterAll, describe, expect, it, test } from 'vitest'
import { readAepReferences } from './read-aep-references.ts'
import { ANNOUNCEMENT_CASES } from './testing/announcement-cases.ts'
import { LIST_CASES } from './testing/list-cases.ts'
import { NEAR_CASES } from './testing/near-cases.ts'
import { NUMBER_CASES } from './testing/number-cases.ts'
import { PROSE_CASES } from './testing/prose-cases.ts'
import { RECALL_CASES } from './testing/recall-cases.ts'
import { RECALL_LIST_CASES } from './testing/recall-list-cases.ts'
import { RECALL_NEAR_CASES } from './testing/recall-near-cases.ts'
import { RECALL_NEAR_LIST_CASES } from './testing/recall-near-list-cases.ts'
import { SCOPE_CASES } from './testing/scope-cases.ts'
import { STRANGER_CASES } from './testing/stranger-cases.ts'
import type { TextCase } from './testing/text-case.ts'
import { TITLE_CASES } from './testing/title-cases.ts'
import { VERB_CASES } from './testing/verb-cases.ts'

const CASES = [
  ...NUMBER_CASES,
  ...VERB_CASES,
  ...NEAR_CASES,
  ...LIST_CASES,
  ...TITLE_CASES,
  ...PROSE_CASES,
  ...STRANGER_CASES,
  ...ANNOUNCEMENT_CASES,
  ...SCOPE_CASES,
  ...RECALL_CASES,
  ...RECALL_LIST_CASES,
  ...RECALL_NEAR_CASES,
  ...RECALL_NEAR_LIST_CASES,
]
const OWN = new Set(['v2.2', 'mainnet 19'])
/** What is not linear takes longer than that, on any machine. */
const TIMEOUT_MS = 120_000
const isPlausible = (aep: number): boolean => aep <= 296

function listOf(length: number, item: (at: number) => string): string {
  return Array.from({ length }, (_, at) => item(at)).join('')
}

function read({ text, role, isUnversioned }: TextCase): Readonly<Record<number, string>> {
  const own = role === 'title' || isUnversioned ? new Set<string>() : OWN
  const references = readAepReferences(text, { role: role ?? 'body', isPlausible, own })
  return Object.fromEntries(references.map(({ aep, says }) => [aep, says]))
}

test.each(CASES.map((one) => [one.rule, one] as const))('%s', (_, one) => {
  expect(read(one)).toEqual(one.says)
})

describe('the whole table', () => {
  const figures: string[] = []
  afterAll(() => {
    process.stdout.write(`AEPs in ${CASES.length} texts\n${figures.join('')}`)
  })

  it.each(['delivers', 'removes', 'mentions'])('has no text that wrongly says "%s"', (relation) => {
    let found = 0
    let right = 0
    let meant = 0
    for (const one of CASES) {
      const got = Object.entries(read(one)).filter(([, says]) => says === relation)
      found += got.length
      right += got.filter(([aep]) => one.says[Number(aep)] === relation).length
      meant += Object.values(one.says).filter((says) => says === relation).length
    }
    figures.push(`  ${relation.padEnd(10)} precision ${right}/${found}, recall ${right}/${meant}\n`)
    expect([right, found]).toEqual([found, meant])
  })
})

describe('texts made to do harm', { timeout: TIMEOUT_MS }, () => {
  // Each has some 300,000 characters, with which anything that is not linear takes minutes.
  it.each([
    ['one AEP, again and again', 'AEP-1 '.repeat(50_000)],
    ['lists without an end', `AEP 1${', 2'.repeat(100_000)}`],
    ['blanks', `AEP${' '.repeat(300_000)}-1 AEP-1`],
    ['links that do not end', '[AEP-1]('.repeat(40_000)],
    ['brackets that do not end', `implements ${'('.repeat(300_000)} AEP-1`],
    ['schemes', `${'http://'.repeat(45_000)} AEP-1`],
    ['letters', `${'a'.repeat(300_000)} AEP-1`],
    ['headings', '# AEP-1\n'.repeat(35_000)],
    ['items', listOf(6_000, (at) => `${' '.repeat(at % 90)}- AEP-${(at % 90) + 1}:\n`)],
    ['full stops', `AEP-1${'.'.repeat(300_000)} AEP-2`],
    ['dots that end no sentence', `implements AEP-1 ${'.'.repeat(300_000)}x`],
    ['a word of dots', `implements AEP-1 a${'.'.repeat(300_000)}b`],
    ['one long word', `implements ${'x-'.repeat(150_000)} AEP-1`],
    ['blocks of code', '```\nAEP-1\n'.repeat(30_000)],
    ['every number', listOf(16_000, (at) => `AEP-${(at % 999) + 1} implements `)],
    ['labels', listOf(16_000, (at) => `a: implement AEP-${(at % 999) + 1} `)],
    ['numbers of ranges', 'AEPs 1-300, '.repeat(25_000)],
    ['denials', 'without, that this upgrade, not to implement AEP-1 '.repeat(6_000)],
    [
      'headings of what is put off',
      listOf(16_000, (at) => `## Not in this release\nAEP-${at % 99}\n`),
    ],
  ])('reads %s to the end', (_, text) => {
    expect(readAepReferences(text).length).toBeGreaterThan(0)
  })

  it('names an AEP once, however often it stands there', () => {
    expect(readAepReferences('AEP-1 '.repeat(10_000)).map(({ aep }) => aep)).toEqual([1])
  })

  it('reads the end of a megabyte of prose', () => {
    const text = `${'A sentence about nothing. '.repeat(40_000)}This upgrade implements AEP-83.`
    expect(readAepReferences(text)).toMatchObject([{ aep: 83, says: 'delivers' }])
  })

  it('never throws, and every reference stands where it says', () => {
    const piece = fc.constantFrom(
      ...[
        'AEP',
        '-',
        ' ',
        '76',
        '78',
        ', ',
        'and ',
        'implements ',
        'not ',
        '(',
        ')',
        '[',
        '](',
        '\n',
      ],
      ...[
        '- ',
        '# ',
        '`',
        '```',
        '|',
        ':',
        '.',
        '?',
        'https://',
        'aep-',
        's',
        '0',
        '\u2011',
        '\u202e',
        '\ud800',
      ],
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(text, fc.constantFrom('title' as const, 'body' as const), (written, role) => {
        const references = readAepReferences(written, { role })
        expect(new Set(references.map(({ aep }) => aep)).size).toBe(references.length)
        for (const { aep, start, end, sentence } of references) {
          expect(aep).toBeGreaterThan(0)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(written.length)
          expect(sentence.length).toBeLessThanOrEqual(400)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('finds an AEP in whatever surrounds it, unless that makes it another word', () => {
    const around = fc.string().map((text) => text.replaceAll(/[\p{L}\p{N}]/gu, ''))
    fc.assert(
      fc.property(around, around, fc.integer({ min: 1, max: 999 }), (before, after, aep) => {
        const text = `${before} AEP-${aep} ${after}`
        expect(readAepReferences(text).map((reference) => reference.aep)).toEqual([aep])
      }),
    )
  })
})

describe('the sentence it gives', () => {
  it('is the one around the number, without the marks of the layout', () => {
    const text = 'First things.\n\n- **BME** ([AEP-76](https://a.example)) is here. More.'
    expect(readAepReferences(text)[0]?.sentence).toBe(
      'BME** ([AEP-76](https://a.example)) is here.',
    )
  })

  it('is cut on both sides of the number where it is long', () => {
    const [reference] = readAepReferences(`${'long '.repeat(200)}AEP-76 ${'words '.repeat(200)}`)
    expect(reference?.sentence).toContain('AEP-76')
    expect(reference?.sentence.length).toBeLessThan(320)
  })
})
