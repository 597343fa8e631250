import { describe, expect, it } from 'vitest'
import type { AepLink } from '../../domain/link/link.ts'
import type { Aep, FieldChange } from '../../domain/registry/aep.ts'
import { computeHistory, type HistoryDay } from './compute-history.ts'

const change = (date: string, field: FieldChange['field'], value?: string): FieldChange => ({
  date,
  commit: 'abc1234',
  field,
  value,
})

const AEP: Aep = {
  number: 76,
  title: 'Burn Mint Equilibrium',
  status: 'Final',
  statusRaw: 'Final',
  created: '2025-09-21',
  completed: '2026-03-23',
  authors: [],
  requires: [],
  replaces: [],
  supersedes: [],
  supersededBy: [],
  path: 'spec/aep-76/README.md',
  history: [
    change('2025-09-21', 'title', 'Burn Mint Equilibrium'),
    change('2025-09-21', 'status', 'Draft'),
    change('2025-09-21', 'created', '2025-09-21'),
    change('2026-03-09', 'status', 'Final'),
    change('2026-05-01', 'completed', '2026-03-23'),
  ],
}

const applied = (state: 'applied' | 'scheduled', appliedOn?: string): AepLink => ({
  aep: 76,
  target: { kind: 'upgrade', name: 'v2.0.0', height: 5n, state, proposalId: 318n, appliedOn },
  relation: 'delivers',
  confidence: 'high',
  evidence: [],
})

const outline = (days: readonly HistoryDay[]) =>
  days.map(({ day, isAhead, events }) => [
    day,
    isAhead ? 'ahead' : 'past',
    events.map((event) => (event.kind === 'change' ? event.change.field : event.kind)).join(' '),
  ])

describe('computeHistory', () => {
  it('has the document and the chain on one line of days', () => {
    const days = computeHistory(AEP, [applied('applied', '2026-03-23')], '2026-11-21')
    expect(outline(days)).toEqual([
      ['2025-09-21', 'past', 'created status'],
      ['2026-03-09', 'past', 'status'],
      ['2026-03-23', 'past', 'link'],
      ['2026-05-01', 'past', 'completed'],
    ])
    const changes = days.flatMap(({ events }) => events).filter(({ kind }) => kind === 'change')
    expect(changes).toMatchObject([{ isFirst: true }, { before: 'Draft' }, { isFirst: true }])
  })

  it('names titles only where there was more than one', () => {
    const renamed = { ...AEP, history: [...AEP.history, change('2026-06-01', 'title', 'BME')] }
    const days = outline(computeHistory(renamed, [], '2026-11-21'))
    expect(days).toContainEqual(['2026-06-01', 'past', 'title'])
  })

  it('puts what is scheduled last, and an estimate before or after today', () => {
    const draft: Aep = { ...AEP, completed: undefined, estimatedCompletion: '2026-7-31' }
    expect(outline(computeHistory(draft, [applied('scheduled')], '2026-07-30')).slice(-2)).toEqual([
      ['2026-07-31', 'ahead', 'estimate'],
      [undefined, 'ahead', 'link'],
    ])
    expect(outline(computeHistory(draft, [], '2026-08-01')).at(-1)).toEqual([
      '2026-07-31',
      'past',
      'estimate',
    ])
  })

  it('keeps a date nobody can read as a text, before everything else', () => {
    const days = computeHistory({ ...AEP, created: 'last spring' }, [], '2026-11-21')
    expect(days[0]).toEqual({
      day: undefined,
      isAhead: false,
      events: [{ kind: 'created', raw: 'last spring' }],
    })
  })

  it('leaves out mentions, and is empty where nothing is known', () => {
    const mention: AepLink = { ...applied('applied', '2026-03-23'), relation: 'mentions' }
    expect(computeHistory(undefined, [mention], '2026-11-21')).toEqual([])
  })
})
