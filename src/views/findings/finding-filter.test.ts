import { describe, expect, it } from 'vitest'
import type { Finding, FindingKind } from '../../domain/link/finding.ts'
import { describeFindingKind } from '../../domain/link/findings/describe-finding-kind.ts'
import { formatFindingsSearch, groupFindings, parseFindingsSearch } from './finding-filter.ts'
import { describeFindingRule, FINDING_KINDS } from './finding-rules.ts'
import { composeFindingsCsv } from './findings-csv.ts'
import { pickFindingsSearch } from './pick-findings-search.ts'

const EVERY = { kind: undefined, aep: undefined }

describe('the URL of the disagreements', () => {
  it('says nothing when nothing is filtered, so that the plain address stays plain', () => {
    expect(formatFindingsSearch(EVERY)).toEqual(EVERY)
    expect(parseFindingsSearch({})).toEqual(EVERY)
  })

  it('brings back the very filter it was made from', () => {
    const filter = { kind: 'estimate-overdue', aep: 65 } as const
    expect(parseFindingsSearch(formatFindingsSearch(filter))).toEqual(filter)
  })

  it.each(['39', 'AEP-39', 'aep 39', ' aep39 '])('takes %j for the number', (aep) => {
    expect(parseFindingsSearch({ aep }).aep).toBe(39)
  })

  it('shows everything where a link is mistyped', () => {
    const search = pickFindingsSearch({ kind: 'scandal', aep: '3.9' })
    expect(parseFindingsSearch(search)).toEqual(EVERY)
  })
})

describe('the groups of disagreements', () => {
  it('stand in the order of the kinds, whatever order they were found in, without empty ones', () => {
    const groups = groupFindings(FINDINGS, EVERY)
    expect(groups.map(({ kind, findings }) => [kind, findings.map(({ aep }) => aep)])).toEqual([
      ['shipped-while-draft', [39]],
      ['estimate-overdue', [39, 65]],
      ['status-spelling', [70]],
    ])
  })

  it('are none where nothing matches both filters', () => {
    expect(groupFindings(FINDINGS, { kind: 'status-spelling', aep: 39 })).toEqual([])
  })
})

describe('the kinds', () => {
  it('are all shown, each with a heading and how it is judged, or a finding would be lost', () => {
    expect(FINDING_KINDS.toSorted()).toEqual(Object.keys(EVERY_KIND).toSorted())
    for (const kind of FINDING_KINDS) {
      expect(describeFindingKind(kind)).toMatch(/^[A-Z].*[^.]$/)
      expect(describeFindingRule(kind)).toMatch(/^[A-Z].*\.$/)
    }
  })
})

describe('composeFindingsCsv', () => {
  it('has a row for every line that disagrees, with the place it stands at', () => {
    const { name, text } = composeFindingsCsv(FINDINGS, { chainId: 'test-1', day: '2026-11-20' })
    const rows = text.trim().split('\r\n')
    expect(name).toBe('findings-test-1-2026-11-20.csv')
    expect(rows).toHaveLength(6)
    expect(rows[3]).toContain('The chain: v1.0.0,upgrade v1.0.0 at 20,')
  })
})

/** The compiler holds this to every kind there is. */
const EVERY_KIND: Readonly<Record<FindingKind, true>> = {
  'shipped-while-draft': true,
  'shipped-while-last-call': true,
  'final-before-shipping': true,
  'delivered-before-created': true,
  'resolution-shared': true,
  'resolution-is-funding': true,
  'completed-far-from-delivery': true,
  'completed-far-from-funding': true,
  'draft-with-completed-date': true,
  'estimate-overdue': true,
  'requires-unfinished': true,
  'requires-cycle': true,
  'superseded-one-sided': true,
  'superseded-not-retired': true,
  'status-spelling': true,
}

function finding(aep: number, kind: FindingKind, ...lines: Finding['lines']): Finding {
  return { aep, kind, explanation: `AEP-${aep} ${kind}`, lines }
}

function line(aep: number, field: string): Finding['lines'][number] {
  return { statement: `The document: ${field}`, where: { kind: 'aep', number: aep, field } }
}

const FINDINGS: readonly Finding[] = [
  finding(39, 'estimate-overdue', line(39, 'estimated-completion')),
  finding(39, 'shipped-while-draft', line(39, 'status'), {
    statement: 'The chain: v1.0.0',
    where: { kind: 'upgrade', name: 'v1.0.0', height: 20n },
  }),
  finding(65, 'estimate-overdue', line(65, 'estimated-completion')),
  finding(70, 'status-spelling', line(70, 'status')),
]
