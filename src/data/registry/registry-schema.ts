import * as z from 'zod/mini'
import type { Aep } from '../../domain/registry/aep.ts'
import type { Group } from '../../domain/registry/group.ts'
import { PROJECT_STATES, type Project } from '../../domain/registry/project.ts'

const text = z.string().check(z.minLength(1))
const day = z.iso.date()
const aepNumber = z.int().check(z.positive())
const aepNumbers = z.array(aepNumber)
const sources = z.array(text).check(z.minLength(1))
const confidence = z.enum(['high', 'medium', 'low'])
const relation = z.enum(['delivers', 'mentions', 'removes', 'funds', 'amends'])
const snapshot = z.strictObject({ commit: text, day })

const AepSchema: z.ZodMiniType<Aep> = z.strictObject({
  number: aepNumber,
  title: text,
  status: z.enum(['Draft', 'Last Call', 'Accepted', 'Final', 'other']),
  statusRaw: text,
  type: z.optional(text),
  category: z.optional(text),
  roadmap: z.optional(text),
  created: z.optional(text),
  updated: z.optional(text),
  completed: z.optional(text),
  estimatedCompletion: z.optional(text),
  authors: z.array(z.strictObject({ name: text, handle: z.optional(text) })),
  resolution: z.optional(text),
  discussionsTo: z.optional(text),
  requires: aepNumbers,
  replaces: aepNumbers,
  supersedes: aepNumbers,
  supersededBy: aepNumbers,
  misspelt: z.optional(z.array(text)),
  path: text,
  history: z.array(
    z.strictObject({
      date: day,
      commit: text,
      field: z.enum([
        'title',
        'status',
        'created',
        'completed',
        'estimated-completion',
        'resolution',
      ]),
      value: z.optional(text),
    }),
  ),
})

/** `aeps.json`, as `registry:sync` writes it. */
export const AepsFileSchema = z.strictObject({ snapshot, aeps: z.array(AepSchema) })

/** `aeps-elsewhere.json`: numbers without a document. */
export const AepsElsewhereFileSchema = z.strictObject({
  later: z.array(z.strictObject({ number: aepNumber, title: text, created: day })),
  absent: z.array(z.strictObject({ number: aepNumber, reason: text, sources })),
})

const GroupSchema: z.ZodMiniType<Group> = z.strictObject({
  id: text,
  name: text,
  kind: z.enum(['sig', 'wg', 'ug', 'committee']),
  status: z.enum(['active', 'dormant', 'archived', 'listed-only']),
  statusBasis: text,
  leads: z.array(text),
  scope: z.optional(text),
  charter: z.optional(text),
  isListed: z.boolean(),
  lastMeeting: z.optional(day),
  meetings: z.int().check(z.nonnegative()),
  aliases: z.array(text),
  related: z.array(text),
  note: z.optional(text),
})

/** `groups.json`, as `registry:sync` writes it. */
export const GroupsFileSchema = z.strictObject({ snapshot, groups: z.array(GroupSchema) })

const projectState = z.enum(PROJECT_STATES)

const ProjectSchema: z.ZodMiniType<Project> = z.strictObject({
  name: text,
  label: z.optional(text),
  link: z.optional(text),
  groupRaw: z.optional(text),
  group: z.optional(text),
  stateRaw: z.optional(text),
  state: z.optional(projectState),
  seed: z.optional(z.strictObject({ state: z.optional(projectState), group: z.optional(text) })),
  isGone: z.optional(z.literal(true)),
  topicAeps: aepNumbers,
})

/** `projects.json`, as `registry:sync` writes it. */
export const ProjectsFileSchema = z.strictObject({
  snapshot,
  seedDay: day,
  projects: z.array(ProjectSchema),
})

/** One of them, by name, display name or id. */
const target = {
  upgrade: z.optional(text),
  launch: z.optional(text),
  proposal: z.optional(z.int().check(z.positive())),
}

const medium = z.enum([
  'changelog',
  'changelog-topic',
  'release-commit',
  'proposal-text',
  'aep-text',
  'release-notes',
  'minutes',
  'issue',
  'pool-report',
  'messages',
  'repository',
])

/** `references.json`: what sources say, a row for each place. */
export const ReferencesFileSchema = z.strictObject({
  reviewed: day,
  references: z.array(
    z.strictObject({ aep: aepNumber, ...target, relation, confidence, medium, source: text }),
  ),
})

/** `curated-links.json`: the reviewed file. */
export const CuratedLinksFileSchema = z.strictObject({
  links: z.array(
    z.strictObject({
      aep: aepNumber,
      ...target,
      relation,
      confidence,
      why: text,
      sources,
      reviewed: day,
    }),
  ),
})

/** `group-references.json`: groups behind AEPs and upgrades. */
export const GroupReferencesFileSchema = z.strictObject({
  reviewed: day,
  references: z.array(
    z.strictObject({
      group: text,
      aep: z.optional(aepNumber),
      upgrade: z.optional(text),
      confidence,
      medium: z.union([medium, z.literal('scope')]),
      sources: z.array(text),
    }),
  ),
})

/** `launches.json`: what began from a genesis file, and names that never were plans. */
export const LaunchesFileSchema = z.strictObject({
  launches: z.array(z.strictObject({ displayName: text, chainId: text, date: day, sources })),
  neverPlans: z.array(z.strictObject({ name: text, reason: text, sources })),
})
