import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../domain/link/link.ts'
import { groupEvidence } from './group-evidence.ts'

const one = (source: string, quote?: string): Evidence => ({
  class: 'curated',
  rule: 'curated',
  source,
  quote,
})

describe('groupEvidence', () => {
  it('says the same thing once, with every place that says it', () => {
    const groups = groupEvidence([one('a', 'why'), one('b', 'other'), one('c', 'why')])
    expect(groups.map(({ quote, sources }) => [quote, sources])).toEqual([
      ['why', ['a', 'c']],
      ['other', ['b']],
    ])
  })

  it('names a place once', () => {
    expect(groupEvidence([one('a'), one('a')]).map(({ sources }) => sources)).toEqual([['a']])
  })
})
