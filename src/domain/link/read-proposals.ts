import type { Registry, Relation } from '../registry/registry.ts'
import type { LinkGround, LinkProposal, ProposalText } from './link.ts'
import {
  type GroupNames,
  groupNamesOf,
  type NamedGroup,
  readGroupNames,
} from './owners/read-group-names.ts'
import { type AepReference, readAepReferences } from './read-aep-references.ts'

/** More AEPs than a release brings: a text that names so many is a catalogue. */
const MOST_AEPS = 12
/** How far numbers go beyond the highest that the registry knows; a document that is further from all others is astray. */
const NUMBERS_AHEAD = 200

/** What a proposal says about an AEP, and where. */
export interface ProposalMention {
  readonly aep: number
  readonly relation: Relation
  readonly field: ProposalText['field']
  readonly sentence: string
}

/** What was read in the texts of a proposal. */
export interface ProposalReading {
  readonly proposal: LinkProposal
  /** By AEP number; one for each AEP, the strongest. */
  readonly mentions: readonly ProposalMention[]
  /** Groups that its texts name. */
  readonly groups: readonly GroupMention[]
}

/** A group that a proposal names, and in which of its texts: there may be several of one field. */
export type GroupMention = NamedGroup & ProposalText

interface Placed {
  readonly field: ProposalText['field']
  readonly reference: AepReference
}

/** A text is read once: while a chain is being read, the same proposals are linked again and again. */
const readings = new WeakMap<Registry, WeakMap<LinkProposal, ProposalReading>>()

/** Reads every proposal that names an AEP or a group. */
export function readProposals(ground: LinkGround): readonly ProposalReading[] {
  const { registry } = ground
  const absent = new Set(registry.absentAeps.map(({ number }) => number))
  const isPlausible = plausibleNumbers(registry)
  const names = groupNamesOf(registry.groups)
  const known = readings.get(registry) ?? new WeakMap<LinkProposal, ProposalReading>()
  readings.set(registry, known)
  return ground.proposals
    .map((proposal) => {
      const reading = known.get(proposal) ?? readProposal(proposal, isPlausible, absent, names)
      known.set(proposal, reading)
      return reading
    })
    .filter(({ mentions, groups }) => mentions.length > 0 || groups.length > 0)
}

/** One document under the number of a discussion, say 839, must not make AEPs of the numbers of all others. */
function plausibleNumbers({ aeps, laterAeps }: Registry): (aep: number) => boolean {
  const known = new Set([...aeps, ...laterAeps].map(({ number }) => number))
  let highest = 0
  for (const number of [...known].sort((a, b) => a - b)) {
    if (number - highest <= NUMBERS_AHEAD) highest = number
  }
  return (aep) => aep <= highest + NUMBERS_AHEAD || known.has(aep)
}

function readProposal(
  proposal: LinkProposal,
  isPlausible: (aep: number) => boolean,
  absent: ReadonlySet<number>,
  names: GroupNames,
): ProposalReading {
  const byAep = new Map<number, Placed[]>()
  const groups: GroupMention[] = []
  const reading = { isPlausible, own: releaseMarkers(proposal), most: MOST_AEPS }
  for (const { field, text } of proposal.texts) {
    const role = field === 'title' ? 'title' : 'body'
    for (const reference of readAepReferences(text, { ...reading, role })) {
      const places = byAep.get(reference.aep)
      if (places === undefined) byAep.set(reference.aep, [{ field, reference }])
      else places.push({ field, reference })
    }
    for (const group of readGroupNames(text, names)) groups.push({ ...group, field, text })
  }
  const isCatalogue = byAep.size > MOST_AEPS || [...byAep.keys()].some((aep) => absent.has(aep))
  const mentions = [...byAep]
    .filter(([aep]) => !absent.has(aep))
    .map(([aep, places]) => strongest(aep, places, proposal, isCatalogue))
    .toSorted((a, b) => a.aep - b.aep)
  return { proposal, mentions, groups }
}

function strongest(
  aep: number,
  places: readonly Placed[],
  proposal: LinkProposal,
  isCatalogue: boolean,
): ProposalMention {
  let best: ProposalMention | undefined
  let bestRank = Number.POSITIVE_INFINITY
  for (const { field, reference } of places) {
    const relation = isCatalogue ? 'mentions' : relationOf(proposal, reference)
    // Of two places that say the same, the one with a verb is the better witness.
    const rank = 2 * RELATIONS.indexOf(relation) + (reference.by === 'verb' ? 0 : 1)
    if (rank >= bestRank) continue
    bestRank = rank
    best = { aep, relation, field, sentence: reference.sentence }
  }
  return best ?? { aep, relation: 'mentions', field: 'summary', sentence: '' }
}

const RELATIONS: readonly Relation[] = ['delivers', 'removes', 'funds', 'amends', 'mentions']

/** What the words say counts only as far as the messages can make it true. */
function relationOf({ action }: LinkProposal, { says, by }: AepReference): Relation {
  switch (action) {
    case 'upgrade':
      return says
    case 'messages':
      return says === 'delivers' && by !== 'verb' ? 'mentions' : says
    case 'spend':
      return by === 'denial' || by === 'address' ? 'mentions' : 'funds'
    default:
      return 'mentions'
  }
}

/** How the texts of an upgrade call it: the version in the plan's name, and `Mainnet 19` of the title. */
function releaseMarkers({ title, plan }: LinkProposal): ReadonlySet<string> {
  const version = /v?(\d{1,3})\.(\d{1,3})(?:\.|$)/.exec(plan?.name ?? '')
  const mainnet = /\bmainnet[ -]?(\d{1,3})\b/i.exec(title.slice(0, 1_000))
  return new Set([
    ...(version === null ? [] : [`v${Number(version[1])}.${Number(version[2])}`]),
    ...(mainnet === null ? [] : [`mainnet ${Number(mainnet[1])}`]),
  ])
}
