import * as z from 'zod/mini'
import type { ReferenceTarget, Registry } from '../../domain/registry/registry.ts'
import { KNOWN_PROPOSALS } from '../known-proposals.ts'
import { KNOWN_UPGRADES } from '../known-upgrades.ts'
import aepsFile from './aeps.json' with { type: 'json' }
import aepsElsewhereFile from './aeps-elsewhere.json' with { type: 'json' }
import curatedLinksFile from './curated-links.json' with { type: 'json' }
import groupReferencesFile from './group-references.json' with { type: 'json' }
import groupsFile from './groups.json' with { type: 'json' }
import launchesFile from './launches.json' with { type: 'json' }
import projectsFile from './projects.json' with { type: 'json' }
import referencesFile from './references.json' with { type: 'json' }
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

let registry: Registry | undefined

/**
 * The committed registry, read once. Every row was held to its schema.
 * @throws {z.core.$ZodError} where a committed file has another shape, which a test rules out
 */
export function readRegistry(): Registry {
  registry ??= parseRegistry()
  return registry
}

function parseRegistry(): Registry {
  const { snapshot, aeps } = z.parse(AepsFileSchema, aepsFile)
  const elsewhere = z.parse(AepsElsewhereFileSchema, aepsElsewhereFile)
  const { snapshot: communitySnapshot, groups } = z.parse(GroupsFileSchema, groupsFile)
  const { launches, neverPlans } = z.parse(LaunchesFileSchema, launchesFile)
  return {
    aepSnapshot: snapshot,
    communitySnapshot,
    aeps,
    laterAeps: elsewhere.later,
    absentAeps: elsewhere.absent,
    groups,
    projects: z.parse(ProjectsFileSchema, projectsFile).projects,
    launches,
    upgrades: KNOWN_UPGRADES,
    neverPlans,
    proposals: KNOWN_PROPOSALS,
    references: z.parse(ReferencesFileSchema, referencesFile).references.map((row) => ({
      ...pick(row),
      medium: row.medium,
      source: row.source,
    })),
    curated: z.parse(CuratedLinksFileSchema, curatedLinksFile).links.map((row) => ({
      ...pick(row),
      why: row.why,
      sources: row.sources,
      reviewed: row.reviewed,
    })),
    groupReferences: z
      .parse(GroupReferencesFileSchema, groupReferencesFile)
      .references.map(({ group, aep, upgrade, confidence, medium, sources }) => ({
        group,
        of: ownedOf(aep, upgrade),
        confidence,
        medium,
        sources,
      })),
  }
}

interface TargetCells {
  readonly upgrade?: string | undefined
  readonly launch?: string | undefined
  readonly proposal?: number | undefined
}

function pick<T extends TargetCells & { aep: number; relation: string; confidence: string }>(
  row: T,
): Pick<T, 'aep' | 'relation' | 'confidence'> & { readonly target: ReferenceTarget } {
  return {
    aep: row.aep,
    relation: row.relation,
    confidence: row.confidence,
    target: targetOf(row),
  }
}

function targetOf({ upgrade, launch, proposal }: TargetCells): ReferenceTarget {
  if (upgrade !== undefined) return { kind: 'upgrade', name: upgrade }
  if (launch !== undefined) return { kind: 'launch', displayName: launch }
  if (proposal !== undefined) return { kind: 'proposal', id: BigInt(proposal) }
  throw new TypeError('A link leads to an upgrade, a launch or a proposal; this one to none.')
}

function ownedOf(aep: number | undefined, upgrade: string | undefined) {
  if (aep !== undefined) return { kind: 'aep', number: aep } as const
  if (upgrade !== undefined) return { kind: 'upgrade', name: upgrade } as const
  throw new TypeError('A group stands behind an AEP or an upgrade; this row names neither.')
}
