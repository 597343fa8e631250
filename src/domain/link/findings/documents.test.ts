import { describe, expect, it } from 'vitest'
import { sanitizeChainText } from '../../format-chain-text.ts'
import { findInWorld, kindsInWorld } from './testing/find-in-world.ts'
import { aepOf } from './testing/link-world.ts'

describe('documents among themselves', () => {
  it('finds drafts with a day of completion, and not those with a word for one', () => {
    expect(kindsInWorld([aepOf(1, 'draft', { completed: '2025-08-30' })])).toEqual([
      '1 draft-with-completed-date',
      '1 status-spelling',
    ])
    expect(kindsInWorld([aepOf(1, 'Draft', { completed: 'TBD' })])).toEqual([])
  })

  it('counts an estimate as overdue from the day after it, padded or not', () => {
    const estimated = (estimatedCompletion: string, completed?: string) =>
      kindsInWorld([aepOf(1, 'Final', { estimatedCompletion, completed })])
    expect(estimated('2026-11-20')).toEqual([])
    expect(estimated('2026-11-19')).toEqual(['1 estimate-overdue'])
    expect(estimated('2026-7-31')).toEqual(['1 estimate-overdue'])
    expect(estimated('2026-07-31', '2026-08-05')).toEqual([])
    expect(estimated('2026-07-31', 'later')).toEqual(['1 estimate-overdue'])
    expect(estimated('2026-02-30')).toEqual([])
  })

  it('finds a Final that requires an open one, and judges none that has no document', () => {
    const aeps = [
      aepOf(1, 'Final', { requires: [2, 3, 4, 5, 77] }),
      aepOf(2, 'Draft'),
      aepOf(3, 'Last Call'),
      aepOf(4, 'Final'),
      aepOf(5, 'Superseded'),
      aepOf(6, 'Draft', { requires: [2] }),
    ]
    const findings = findInWorld(aeps)
    expect(findings.map(({ aep, kind }) => `${aep} ${kind}`)).toEqual(['1 requires-unfinished'])
    expect(findings[0]?.explanation).toBe(
      'AEP-1 is Final and requires AEP-2 (Draft), AEP-3 (Last Call).',
    )
  })

  it('tells both sides of a supersession that one document keeps silent about', () => {
    const aeps = [
      aepOf(9, 'Draft'),
      aepOf(12, 'Draft', { supersededBy: [29] }),
      aepOf(29, 'Draft'),
      aepOf(40, 'Draft'),
      aepOf(55, 'Draft', { supersededBy: [76] }),
      aepOf(76, 'Draft', { replaces: [55] }),
      aepOf(86, 'Draft', { supersedes: [9, 40, 86, 77] }),
    ]
    expect(findInWorld(aeps).map(({ aep, explanation }) => [aep, explanation])).toEqual([
      [9, 'AEP-86 says that it supersedes AEP-9; nothing in the frontmatter of AEP-9 says so.'],
      [12, 'AEP-12 says that AEP-29 supersedes it; nothing in the frontmatter of AEP-29 says so.'],
      [29, 'AEP-12 says that AEP-29 supersedes it; nothing in the frontmatter of AEP-29 says so.'],
      [40, 'AEP-86 says that it supersedes AEP-40; nothing in the frontmatter of AEP-40 says so.'],
      [
        86,
        'AEP-86 says that it supersedes AEP-9 and AEP-40; nothing in the frontmatter of AEP-9 and AEP-40 says so.',
      ],
    ])
  })

  it('wants a superseded one retired only when what took its place is Final', () => {
    const pair = (newer: string, older: string) =>
      kindsInWorld([aepOf(1, older, { supersededBy: [2] }), aepOf(2, newer, { replaces: [1] })])
    expect(pair('Final', 'Draft')).toEqual(['1 superseded-not-retired'])
    expect(pair('Final', 'Final')).toEqual(['1 superseded-not-retired'])
    expect(pair('Final', 'Superseded')).toEqual([])
    expect(pair('Draft', 'Final')).toEqual([])
  })

  it('makes the text of a stranger harmless in lines and explanations', () => {
    const findings = findInWorld([
      aepOf(1, 'Final', { estimatedCompletion: '2020-01-01T\u202e' }),
      aepOf(2, `  dRaFt`),
    ])
    const texts = findings.flatMap(({ explanation, lines }) => [
      explanation,
      ...lines.map(({ statement }) => statement),
    ])
    for (const text of texts) expect(text).toBe(sanitizeChainText(text))
    expect(texts.join()).toContain('‹U+202E›')
    expect(findings.map(({ kind }) => kind)).toEqual(['estimate-overdue', 'status-spelling'])
  })
})
