import type { GroundIndex } from '../ground-index.ts'
import type { AepLink, GroupTie, Owners } from '../link.ts'
import type { ProposalReading } from '../read-proposals.ts'
import { groupReferencesOf, tieByCharter, tieOfMention, tieOfReference } from './group-ties.ts'
import { mergeTies } from './merge-ties.ts'

/** Groups whose charter covers a category of AEPs. */
const CATEGORY_GROUPS: ReadonlyMap<string, string> = new Map([
  ['Core', 'sig-chain'],
  ['Economics', 'sig-economics'],
])

/** Who stands behind each AEP, of the registry and of the links. */
export function computeAepOwners(
  index: GroundIndex,
  readings: readonly ProposalReading[],
  links: readonly AepLink[],
): ReadonlyMap<number, Owners> {
  const { registry } = index.ground
  const { byAep } = groupReferencesOf(registry)
  const named = namedBeside(readings, byAep)
  const categories = new Map(registry.aeps.map(({ number, category }) => [number, category]))
  const numbers = new Set([
    ...registry.aeps.map(({ number }) => number),
    ...registry.laterAeps.map(({ number }) => number),
    ...links.map(({ aep }) => aep),
  ])
  return new Map(
    [...numbers]
      .toSorted((a, b) => a - b)
      .map((aep): [number, Owners] => {
        const ties = mergeTies([
          ...(byAep.get(aep) ?? []).map((row) => tieOfReference(row, registry.groups)),
          ...(named.get(aep) ?? []),
        ])
        if (ties.length > 0) return [aep, { kind: 'groups', ties }]
        const group = CATEGORY_GROUPS.get(categories.get(aep) ?? '')
        if (group === undefined) return [aep, { kind: 'not-recorded' }]
        return [aep, { kind: 'groups', ties: [tieByCharter(group, registry.groups)] }]
      }),
  )
}

/**
 * Groups of the texts that deliver an AEP; for one that the registry ties to no group, also groups that stand in the same
 * sentence of any proposal.
 */
function namedBeside(
  readings: readonly ProposalReading[],
  known: ReadonlyMap<number, unknown>,
): ReadonlyMap<number, readonly GroupTie[]> {
  const named = new Map<number, readonly GroupTie[]>()
  for (const { proposal, groups, mentions } of readings) {
    if (groups.length === 0) continue
    for (const { aep, relation, sentence } of mentions) {
      const said = sentence.toLowerCase().replaceAll(' ', '-')
      const beside = groups.filter(
        ({ group, name }) =>
          relation === 'delivers' ||
          (!known.has(aep) && (said.includes(name) || said.includes(group))),
      )
      const ties = beside.map((mention) => tieOfMention(proposal, mention))
      if (ties.length > 0) named.set(aep, [...(named.get(aep) ?? []), ...ties])
    }
  }
  return named
}
