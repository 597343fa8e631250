import { describe, expect, it } from 'vitest'
import type { Aep } from './aep.ts'
import { compareDocuments } from './compare-documents.ts'
import { listSeenChanges, mergeAeps } from './merge-aeps.ts'
import type { Registry } from './registry.ts'

const aep = (number: number, fields: Partial<Aep> = {}): Aep => ({
  number,
  title: `Title ${number}`,
  status: 'Draft',
  statusRaw: 'Draft',
  authors: [],
  requires: [],
  replaces: [],
  supersedes: [],
  supersededBy: [],
  path: `spec/aep-${number}/README.md`,
  history: [],
  ...fields,
})

const registryOf = (...aeps: readonly Aep[]): Registry => ({
  aepSnapshot: { commit: 'abc', day: '2026-08-20' },
  communitySnapshot: { commit: 'def', day: '2026-08-06' },
  aeps,
  laterAeps: [{ number: 97, title: 'Seen elsewhere', created: '2026-09-30' }],
  absentAeps: [{ number: 77, reason: 'Withdrawn.', sources: ['https://example.org'] }],
  groups: [],
  projects: [],
  launches: [],
  upgrades: [],
  neverPlans: [],
  proposals: [],
  references: [
    {
      aep: 1,
      target: { kind: 'upgrade', name: 'v2.0.0' },
      relation: 'delivers',
      confidence: 'high',
      medium: 'changelog',
      source: 'akash-network/node:CHANGELOG.md',
    },
  ],
  curated: [],
  groupReferences: [],
})

const final = { status: 'Final', statusRaw: 'Final' } as const

describe('documents read anew', () => {
  it('leave the registry as it is, the very object, where they say the same', () => {
    const registry = registryOf(aep(1, { created: '2026-7-31' }), aep(2))
    const now = [aep(1, { created: '2026-07-31', type: undefined }), aep(2)]
    expect(mergeAeps(registry, now, [])).toEqual({ registry, added: 0, changed: 0 })
    expect(mergeAeps(registry, now, []).registry).toBe(registry)
    expect(listSeenChanges(registry.aeps, now, '2026-11-21')).toEqual([])
  })

  it('replace what a document says and nothing that was reviewed, looked up or is history', () => {
    const history = [{ date: '2026-01-01', commit: 'c0', field: 'status', value: 'Draft' }] as const
    const registry = registryOf(aep(1, { history }), aep(2))
    const now = [aep(1, { ...final, completed: '2026-11-01' }), aep(2)]
    const seen = listSeenChanges(registry.aeps, now, '2026-11-21')
    const merged = mergeAeps(registry, now, seen)
    expect([merged.added, merged.changed]).toEqual([0, 1])
    expect(merged.registry.aeps[0]).toMatchObject({ ...final, completed: '2026-11-01' })
    expect(merged.registry.aeps[0]?.history).toEqual([
      ...history,
      { date: '2026-11-21', commit: 'main', field: 'status', value: 'Final' },
      { date: '2026-11-21', commit: 'main', field: 'completed', value: '2026-11-01' },
    ])
    expect(merged.registry.references).toBe(registry.references)
    expect(merged.registry.aeps[1]).toBe(registry.aeps[1])
  })

  it('add what is new, which is then neither absent nor merely seen elsewhere', () => {
    const { registry, added } = mergeAeps(registryOf(aep(1)), [aep(97), aep(77)], [])
    expect(added).toBe(2)
    expect(registry.aeps.map(({ number }) => number)).toEqual([1, 77, 97])
    expect([registry.laterAeps, registry.absentAeps]).toEqual([[], []])
  })

  it('that are no longer listed stay as they were', () => {
    const registry = registryOf(aep(1), aep(2))
    expect(mergeAeps(registry, [aep(2)], []).registry.aeps).toBe(registry.aeps)
  })

  it('are dated by the day a change was first seen, once, and no more once the registry has it', () => {
    const seen = [
      { aep: 1, date: '2026-10-01', field: 'status', value: 'Final' },
      { aep: 1, date: '2026-10-05', field: 'status', value: 'Final' },
    ] as const
    const now = [aep(1, { ...final, title: 'Another' })]
    const before = mergeAeps(registryOf(aep(1)), now, seen).registry.aeps[0]?.history
    expect(before?.map(({ date }) => date)).toEqual(['2026-10-01'])
    const history = [{ date: '2026-09-30', commit: 'c1', field: 'status', value: 'Final' }] as const
    const after = mergeAeps(registryOf(aep(1, { ...final, history })), now, seen).registry.aeps[0]
    expect(after?.history).toEqual(history)
    const early = [{ aep: 1, date: '2026-08-20', field: 'status', value: 'Accepted' }] as const
    expect(mergeAeps(registryOf(aep(1)), now, early).registry.aeps[0]?.history).toEqual([])
  })
})

describe('one document beside the registry', () => {
  it('shows the fields that differ, and no day that is merely written otherwise', () => {
    const before = aep(1, { created: '2026-7-31', requires: [2, 3] })
    const now = aep(1, { ...final, created: '2026-07-31', requires: [2] })
    expect(compareDocuments(before, now)).toEqual([
      { field: 'status', before: 'Draft', now: 'Final' },
      { field: 'requires', before: '2, 3', now: '2' },
    ])
    expect(compareDocuments(before, before)).toEqual([])
  })
})
