import type { Confidence, EvidenceClass, Relation } from '../registry/registry.ts'
import type { FoundLink } from './found-link.ts'
import { type AepLink, type Evidence, type LinkTarget, planKey } from './link.ts'

const CONFIDENCES: readonly Confidence[] = ['low', 'medium', 'high']
const CLASSES: readonly EvidenceClass[] = ['explicit', 'documentary', 'curated', 'charter', 'date']
const RELATIONS: readonly Relation[] = ['delivers', 'removes', 'funds', 'amends', 'mentions']
const KINDS: readonly LinkTarget['kind'][] = ['launch', 'upgrade', 'proposal']

/**
 * One link for each AEP, target and relation, with all its evidence, strongest class first. A reviewed row's confidence
 * stands; else the highest does. A mention adds nothing where a stronger relation to the same target is known, except
 * beside a removal, which says nothing of what else the text does.
 */
export function mergeLinks(found: readonly FoundLink[]): readonly AepLink[] {
  const pairs = new Map<string, Map<Relation, [FoundLink, ...FoundLink[]]>>()
  for (const one of found) {
    const key = pairKey(one.aep, one.target)
    const pair = pairs.get(key)
    const group = pair?.get(one.relation)
    if (group !== undefined) group.push(one)
    else if (pair !== undefined) pair.set(one.relation, [one])
    else pairs.set(key, new Map([[one.relation, [one]]]))
  }
  const links: AepLink[] = []
  for (const pair of pairs.values()) {
    const isRelated = pair.has('delivers') || pair.has('funds') || pair.has('amends')
    for (const [relation, group] of pair) {
      if (relation === 'mentions' && isRelated) continue
      const [{ aep, target }] = group
      const evidence = group.length === 1 ? [group[0].evidence] : strongestFirst(group)
      links.push({ aep, target, relation, confidence: confidenceOf(group), evidence })
    }
  }
  return links.toSorted(compareLinks)
}

function strongestFirst(group: readonly FoundLink[]): readonly Evidence[] {
  return distinct(group.map((one) => one.evidence)).toSorted(
    (a, b) => CLASSES.indexOf(a.class) - CLASSES.indexOf(b.class),
  )
}

/** The same for two links to the same place. */
export function pairKey(aep: number, target: LinkTarget): string {
  return `${aep} ${targetKey(target)}`
}

function targetKey(target: LinkTarget): string {
  switch (target.kind) {
    case 'upgrade':
      return `upgrade ${planKey(target.name, target.height)} ${target.proposalId ?? ''}`
    case 'launch':
      return `launch ${target.displayName}`
    case 'proposal':
      return `proposal ${target.proposalId}`
  }
}

function confidenceOf(group: readonly FoundLink[]): Confidence {
  const reviewed = group.filter(({ evidence }) => evidence.class === 'curated')
  const rows = reviewed.length > 0 ? reviewed : group
  const best = Math.max(...rows.map(({ confidence }) => CONFIDENCES.indexOf(confidence)))
  return CONFIDENCES[best] ?? 'low'
}

function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Map<string, Evidence>()
  for (const one of evidence) {
    const key = `${one.class} ${one.rule} ${one.source}`
    if (!seen.has(key)) seen.set(key, one)
  }
  return [...seen.values()]
}

/** By AEP, then launches before upgrades by height before proposals by id. */
function compareLinks(a: AepLink, b: AepLink): number {
  return (
    a.aep - b.aep ||
    KINDS.indexOf(a.target.kind) - KINDS.indexOf(b.target.kind) ||
    compareTargets(a.target, b.target) ||
    RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation)
  )
}

function compareTargets(a: LinkTarget, b: LinkTarget): number {
  if (a.kind === 'upgrade' && b.kind === 'upgrade') {
    return (
      compare(a.height, b.height) ||
      compare(a.proposalId ?? 0n, b.proposalId ?? 0n) ||
      compare(a.name, b.name)
    )
  }
  if (a.kind === 'proposal' && b.kind === 'proposal') return compare(a.proposalId, b.proposalId)
  if (a.kind === 'launch' && b.kind === 'launch') return compare(a.date, b.date)
  return 0
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
