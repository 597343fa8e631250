import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { parseEditorialStatus } from '../../domain/registry/editorial-status.ts'
import type { ReferenceTarget } from '../../domain/registry/registry.ts'
import { GroupNotesFileSchema } from './group-notes-schema.ts'
import { readRegistry } from './registry.ts'
import {
  AepsElsewhereFileSchema,
  AepsFileSchema,
  CuratedLinksFileSchema,
  GroupReferencesFileSchema,
  GroupsFileSchema,
  LaunchesFileSchema,
  ProjectsFileSchema,
  ReferencesFileSchema,
} from './registry-schema.ts'

const FILES: readonly (readonly [name: string, schema: z.ZodMiniType])[] = [
  ['aeps.json', AepsFileSchema],
  ['aeps-elsewhere.json', AepsElsewhereFileSchema],
  ['groups.json', GroupsFileSchema],
  ['group-notes.json', GroupNotesFileSchema],
  ['projects.json', ProjectsFileSchema],
  ['references.json', ReferencesFileSchema],
  ['curated-links.json', CuratedLinksFileSchema],
  ['group-references.json', GroupReferencesFileSchema],
  ['launches.json', LaunchesFileSchema],
]

function readFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
}

/** A value with a field more in one of its records, once for every record in it. */
function withUnknownField(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, at) =>
      withUnknownField(item).map((changed) => value.with(at, changed)),
    )
  }
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value).flatMap(([name, member]) =>
    withUnknownField(member).map((changed) => ({ ...value, [name]: changed })),
  )
  return [{ ...value, unheardOf: true }, ...inner]
}

/** The first item of every list, so that a file has few records. */
function firstOfEach(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(firstOfEach)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, firstOfEach(member)]),
  )
}

const registry = readRegistry()
const numbers = new Set(registry.aeps.map(({ number }) => number))
const known = new Set([...numbers, ...registry.laterAeps.map(({ number }) => number)])
const upgrades = new Set(registry.upgrades.map(({ name }) => name))
const launches = new Set(registry.launches.map(({ displayName }) => displayName))
const groups = new Set(registry.groups.map(({ id }) => id))
const links = [...registry.references, ...registry.curated]

describe('the committed registry', () => {
  it.each(FILES)('has no field in %s that its schema does not know', (name, schema) => {
    const file = readFile(name)
    expect(z.safeParse(schema, file).success).toBe(true)
    const changed = withUnknownField(firstOfEach(file))
    expect(changed.length).toBeGreaterThan(1)
    expect(changed.filter((value) => z.safeParse(schema, value).success)).toEqual([])
  })

  it('has every AEP once, ascending', () => {
    const listed = registry.aeps.map(({ number }) => number)
    expect(listed.length).toBeGreaterThanOrEqual(87)
    expect(listed).toEqual([...numbers].sort((a, b) => a - b))
  })

  it('reads every status as its raw text means it', () => {
    const misread = registry.aeps.filter(
      ({ status, statusRaw }) => status !== parseEditorialStatus(statusRaw),
    )
    expect(misread).toEqual([])
  })

  it('ends every history of a field with the value that the field has', () => {
    const fields = [
      ['title', 'title'],
      ['status', 'statusRaw'],
      ['created', 'created'],
      ['completed', 'completed'],
      ['estimated-completion', 'estimatedCompletion'],
      ['resolution', 'resolution'],
    ] as const
    const astray = registry.aeps.flatMap((aep) =>
      fields
        .filter(([field, key]) => {
          const last = aep.history.filter((change) => change.field === field).at(-1)
          return last?.value !== aep[key]
        })
        .map(([field]) => `AEP-${aep.number} ${field}`),
    )
    expect(astray).toEqual([])
  })

  it('tells every history from the oldest change on', () => {
    for (const { history } of registry.aeps) {
      const days = history.map(({ date }) => date)
      expect(days).toEqual([...days].sort())
    }
  })

  it('names a source for every link', () => {
    expect(registry.references.length).toBeGreaterThan(0)
    expect(registry.references.filter(({ source }) => source === '')).toEqual([])
    expect(registry.curated.filter(({ sources }) => sources.length === 0)).toEqual([])
    const unsourced = registry.groupReferences.filter(
      ({ sources, medium }) => sources.length === 0 && medium !== 'scope',
    )
    expect(unsourced).toEqual([])
  })

  it('links only AEPs that are there with upgrades, launches and proposals that are', () => {
    const isThere = (target: ReferenceTarget) =>
      (target.kind === 'upgrade' && upgrades.has(target.name)) ||
      (target.kind === 'launch' && launches.has(target.displayName)) ||
      (target.kind === 'proposal' && target.id > 0n)
    const astray = links.filter(({ aep, target }) => !known.has(aep) || !isThere(target))
    expect(astray).toEqual([])
  })

  it('ties only groups that are there to AEPs and upgrades that are', () => {
    const astray = registry.groupReferences.filter(({ group, of }) => {
      const isThere = of.kind === 'aep' ? known.has(of.number) : upgrades.has(of.name)
      return !groups.has(group) || !isThere
    })
    expect(astray).toEqual([])
  })

  it('relates groups and projects to groups that are there', () => {
    const related = registry.groups.flatMap((group) => group.related)
    const owners = registry.projects.flatMap(({ group, seed }) => [group ?? [], seed?.group ?? []])
    expect([...related, ...owners.flat()].filter((id) => !groups.has(id))).toEqual([])
    const topics = registry.projects.flatMap(({ topicAeps }) => topicAeps)
    expect(topics.filter((number) => !known.has(number))).toEqual([])
  })

  it('has every group and every project once', () => {
    expect(groups.size).toBe(registry.groups.length)
    const names = new Set(registry.projects.map(({ name }) => name))
    expect(names.size).toBe(registry.projects.length)
  })

  it('gives no name to two groups', () => {
    const names = registry.groups.flatMap(({ id, aliases }) => [id, ...aliases])
    expect(new Set(names).size).toBe(names.length)
  })

  it('knows what is not there: AEP-77 and AEP-87, and v0.22.0, which never was a plan', () => {
    expect(registry.absentAeps.map(({ number }) => number)).toEqual([77, 87])
    expect(registry.absentAeps.filter(({ number }) => known.has(number))).toEqual([])
    expect(registry.neverPlans.map(({ name }) => name)).toEqual(['v0.22.0'])
    expect(registry.neverPlans.filter(({ name }) => upgrades.has(name))).toEqual([])
  })

  it('knows the two chains that began from a genesis file', () => {
    expect(registry.launches.map(({ displayName, chainId }) => [displayName, chainId])).toEqual([
      ['Mainnet 1', 'akashnet-1'],
      ['Mainnet 2', 'akashnet-2'],
    ])
  })

  it('does not say of an AEP that was seen elsewhere what its document says', () => {
    expect(registry.laterAeps.filter(({ number }) => numbers.has(number))).toEqual([])
  })

  it('has upgrades ascending by height and proposals by id', () => {
    const heights = registry.upgrades.map(({ height }) => height)
    const ids = registry.proposals.map(({ id }) => id)
    for (const list of [heights, ids]) {
      expect(list).toEqual([...list].sort((a, b) => (a < b ? -1 : 1)))
    }
  })
})
