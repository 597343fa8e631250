import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Project } from '../../registry/project.ts'
import {
  aepOf,
  linkOf,
  registryOf,
  spendTarget,
  statusHistory,
  upgradeProposal,
  upgradeTarget,
} from '../findings/testing/link-world.ts'
import type { Pipeline } from './pipeline.ts'
import { entryOf, pipeWorld } from './testing/pipe-world.ts'

/** `1 draft`, in the order of the board. */
function places({ columns }: Pipeline): readonly string[] {
  return columns.flatMap(({ stage, entries }) =>
    entries.map(
      ({ subject }) => `${subject.kind === 'aep' ? subject.number : subject.project.name} ${stage}`,
    ),
  )
}

describe('where an AEP stands', () => {
  it('goes by its document where the chain knows nothing of it', () => {
    const aeps = [
      aepOf(1, 'Draft'),
      aepOf(2, 'Last Call'),
      aepOf(3, 'Accepted'),
      aepOf(4, 'Final'),
      aepOf(5, 'Final', { completed: '2026-01-01' }),
      aepOf(6, 'Superseded'),
      aepOf(7, 'Active'),
    ]
    const pipeline = pipeWorld(aeps, [linkOf(1, spendTarget(5n), 'funds')])
    expect(places(pipeline)).toEqual([
      '1 draft',
      '2 last-call',
      '3 accepted',
      '4 final',
      '5 completed',
      '6 left',
    ])
    expect(pipeline.unplaced.map(({ reason }) => reason)).toEqual([
      'Its document gives a status that is none of the terms of AEP-1.',
    ])
  })

  it('goes by the chain where it knows the AEP, whatever the document says', () => {
    const aeps = [1, 2, 3, 4, 5].map((number) => aepOf(number, 'Draft'))
    const later = upgradeTarget({ name: 'v9.1.0', height: 950n, appliedOn: '2026-05-10' })
    const pipeline = pipeWorld(aeps, [
      linkOf(1, upgradeTarget({ state: 'in-vote', appliedOn: undefined })),
      linkOf(2, upgradeTarget({ state: 'scheduled', appliedOn: undefined })),
      linkOf(3, upgradeTarget()),
      linkOf(4, upgradeTarget()),
      linkOf(4, later, 'removes'),
      linkOf(5, upgradeTarget({ state: 'rejected', appliedOn: undefined })),
    ])
    expect(places(pipeline)).toEqual(['5 draft', '1 vote', '2 scheduled', '3 active', '4 left'])
    expect(entryOf(pipeline, 4)?.entered).toEqual({ kind: 'on', day: '2026-05-10' })
  })

  it('holds an AEP that only a proposal names, and leaves unplaced one that nothing places', () => {
    const registry = registryOf([], {
      laterAeps: [{ number: 90, title: 'Later', created: '2026-09-03' }],
    })
    const links = [linkOf(150, upgradeTarget()), linkOf(151, upgradeTarget(), 'mentions')]
    const pipeline = pipeWorld([], links, { registry })
    expect(places(pipeline)).toEqual(['150 active'])
    expect(pipeline.unplaced.map(({ subject }) => subject)).toEqual([
      { kind: 'aep', number: 90, title: 'Later', document: undefined },
      { kind: 'aep', number: 151, title: undefined, document: undefined },
    ])
  })

  it('knows since when, by when at the latest, or that nobody wrote it down', () => {
    const pipeline = pipeWorld([
      aepOf(1, 'Draft', { created: '2020-04-01', history: statusHistory(['2025-01-13', 'Draft']) }),
      aepOf(2, 'Final', { history: statusHistory(['2025-01-13', 'Final']) }),
      aepOf(3, 'Final', {
        history: statusHistory(['2025-01-13', 'Draft'], ['2025-06-01', 'Final']),
      }),
      aepOf(4, 'Final'),
      aepOf(5, 'Draft', {
        created: '2024-01-01',
        history: statusHistory(['2025-01-13', 'Final'], ['2025-02-01', 'Draft']),
      }),
      // The history ends with another status: what the document says now came later.
      aepOf(6, 'Final', { history: statusHistory(['2025-01-13', 'Draft']) }),
    ])
    const entered = [1, 2, 3, 4, 5, 6].map((number) => entryOf(pipeline, number)?.entered)
    expect(entered).toEqual([
      { kind: 'on', day: '2020-04-01' },
      { kind: 'by', day: '2025-01-13' },
      { kind: 'on', day: '2025-06-01' },
      { kind: 'unknown', reason: 'No history of its status is on record.' },
      { kind: 'on', day: '2025-02-01' },
      { kind: 'unknown', reason: 'No history of its status is on record.' },
    ])
  })

  it('puts those that came last first, and those of an unknown day last', () => {
    const aeps = [
      aepOf(1),
      aepOf(2, 'Draft', { created: '2026-01-01' }),
      aepOf(3, 'Draft', { created: '2026-02-01' }),
      aepOf(4, 'Draft', { created: '2026-02-01' }),
    ]
    expect(places(pipeWorld(aeps))).toEqual(['3 draft', '4 draft', '2 draft', '1 draft'])
  })
})

describe('projects', () => {
  const project = (name: string, rest: Partial<Project> = {}): Project => ({
    name,
    topicAeps: [],
    ...rest,
  })

  it('stand in it without an AEP, and beside an AEP only as a guess', () => {
    const about = project('About two', { topicAeps: [1, 2, 2] })
    const projects = [
      about,
      project('Idea'),
      project('Done', { state: 'released' }),
      project('Dropped', { state: 'abandoned' }),
      project('Gone', { isGone: true }),
    ]
    const pipeline = pipeWorld([], [], { registry: registryOf([aepOf(1), aepOf(2)], { projects }) })
    expect(places(pipeline)).toEqual([
      'Idea project',
      '1 draft',
      '2 draft',
      'Done completed',
      'Dropped left',
    ])
    expect(entryOf(pipeline, 2)?.topicProjects).toEqual([about])
    expect(pipeline.unplaced.map(({ reason }) => reason)).toEqual([
      'The list of projects no longer names it.',
    ])
  })
})

it('holds every AEP once, in a column or apart, and no length below zero', () => {
  const day = fc.constantFrom('2020-01-01', '2025-01-13', '2026-03-10', '2027-01-01', '')
  const status = fc.constantFrom('Draft', 'Last Call', 'Accepted', 'Final', 'Withdrawn', '?')
  const document = fc.record({
    statusRaw: status,
    created: day,
    completed: day,
    history: fc.array(fc.tuple(fc.constantFrom('2025-01-13', '2025-06-01', '2026-06-01'), status)),
  })
  const target = fc.constantFrom(
    upgradeTarget(),
    upgradeTarget({ appliedOn: undefined }),
    upgradeTarget({ state: 'scheduled', appliedOn: undefined }),
    upgradeTarget({ state: 'in-vote', appliedOn: undefined }),
    spendTarget(25n, { action: 'messages' }),
  )
  const relation = fc.constantFrom('delivers' as const, 'removes' as const, 'mentions' as const)
  const link = fc.record({ aep: fc.integer({ min: 1, max: 9 }), target, relation })
  fc.assert(
    fc.property(fc.array(document, { maxLength: 6 }), fc.array(link), (documents, links) => {
      const aeps = documents.map(({ statusRaw, history, ...rest }, index) =>
        aepOf(index + 1, statusRaw, {
          ...rest,
          history: statusHistory(...history.toSorted(([a], [b]) => (a < b ? -1 : 1))),
        }),
      )
      const made = links.map((row) => linkOf(row.aep, row.target, row.relation))
      const pipeline = pipeWorld(aeps, made, { proposals: [upgradeProposal()] })
      const entries = pipeline.columns.flatMap((column) => column.entries)
      const subjects = [...entries, ...pipeline.unplaced].flatMap(({ subject }) =>
        subject.kind === 'aep' ? subject.number : [],
      )
      const expected = new Set([
        ...aeps.map(({ number }) => number),
        ...links.map((row) => row.aep),
      ])
      expect(subjects.toSorted((a, b) => a - b)).toEqual([...expected].sort((a, b) => a - b))
      for (const { length } of entries.flatMap(({ steps }) => steps)) {
        if (length.kind !== 'unknown') expect(length.days).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})
