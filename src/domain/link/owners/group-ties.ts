import type { Group } from '../../registry/group.ts'
import type { GroupReference, Registry } from '../../registry/registry.ts'
import { classOfMedium } from '../class-of-medium.ts'
import { quoteOf } from '../found-link.ts'
import type { GroupTie, LinkProposal } from '../link.ts'
import type { GroupMention } from '../read-proposals.ts'

/** A group as a row of the registry ties it; `scope` stands for what the group is for. */
export function tieOfReference(reference: GroupReference, groups: readonly Group[]): GroupTie {
  const { group, confidence, medium, sources } = reference
  if (medium === 'scope') return { ...tieByCharter(group, groups), confidence }
  return {
    group,
    confidence,
    evidence: sources.map((source) => ({ class: classOfMedium(medium), rule: medium, source })),
  }
}

/** A group because its charter covers such things. */
export function tieByCharter(group: string, groups: readonly Group[]): GroupTie {
  const known = groups.find(({ id }) => id === group)
  const source = known?.charter ?? `akash-network/community:${group}/README.md`
  const scope = known?.scope
  const quote = scope === undefined ? undefined : quoteOf(scope)
  return {
    group,
    confidence: 'low',
    evidence: [{ class: 'charter', rule: 'scope', source, quote }],
  }
}

/** A group that a text of a proposal names. */
export function tieOfMention(
  { id }: LinkProposal,
  { group, field, text, start, end }: GroupMention,
): GroupTie {
  return {
    group,
    confidence: 'medium',
    evidence: [
      {
        class: 'explicit',
        rule: 'proposal-text',
        source: `proposal ${id}, ${field}`,
        quote: quoteOf(text.slice(Math.max(0, start - 60), end + 60)),
      },
    ],
  }
}

/** The registry's rows by AEP, by plan name. */
export function groupReferencesOf(registry: Registry): {
  readonly byAep: ReadonlyMap<number, readonly GroupReference[]>
  readonly byUpgrade: ReadonlyMap<string, readonly GroupReference[]>
} {
  const byAep = new Map<number, GroupReference[]>()
  const byUpgrade = new Map<string, GroupReference[]>()
  for (const reference of registry.groupReferences) {
    const { of } = reference
    if (of.kind === 'aep') byAep.set(of.number, [...(byAep.get(of.number) ?? []), reference])
    else byUpgrade.set(of.name, [...(byUpgrade.get(of.name) ?? []), reference])
  }
  return { byAep, byUpgrade }
}
