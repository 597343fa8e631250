import type { FoundLink } from '../found-link.ts'
import { quoteOf } from '../found-link.ts'
import type { GroundIndex, ProposalTarget, UpgradeTarget } from '../ground-index.ts'
import { parseProposalUrl } from '../parse-proposal-url.ts'

/**
 * The field `resolution` of an AEP's document where it is the page of a proposal of akashnet-2: an upgrade delivers it, a
 * spend from the community pool funds it, anything else is no more than named. An upgrade brings many AEPs; another
 * proposal that several documents name is about one of them as a rule, so that the field alone is a weak witness.
 */
export function linkByResolution(index: GroundIndex): readonly FoundLink[] {
  const named = index.ground.registry.aeps.flatMap(({ number, resolution, path }) => {
    const id = resolution === undefined ? undefined : parseProposalUrl(resolution)
    return resolution === undefined || id === undefined ? [] : [{ number, resolution, path, id }]
  })
  const sharers = new Map<bigint, number>()
  for (const { id } of named) sharers.set(id, (sharers.get(id) ?? 0) + 1)
  return named.flatMap(({ number, resolution, path, id }): FoundLink[] => {
    const target = resolvedTarget(index, id)
    if (target === undefined) return []
    const isShared = target.kind === 'proposal' && (sharers.get(id) ?? 0) > 1
    return [
      {
        aep: number,
        target,
        relation: relationTo(target),
        confidence: isShared ? 'low' : confidenceIn(target),
        evidence: {
          class: 'explicit',
          rule: isShared ? 'shared-resolution' : 'resolution-field',
          source: `akash-network/AEP:${path} frontmatter`,
          quote: quoteOf(resolution),
        },
      },
    ]
  })
}

function confidenceIn(target: UpgradeTarget | ProposalTarget): FoundLink['confidence'] {
  return target.kind === 'upgrade' || target.action === 'spend' ? 'high' : 'medium'
}

/** On another chain the number means another proposal: there only the upgrade that it led to counts. */
function resolvedTarget(
  index: GroundIndex,
  id: bigint,
): UpgradeTarget | ProposalTarget | undefined {
  const target = index.recordedProposal(id)
  if (target !== undefined) return target
  const upgrade = index.ground.registry.upgrades.find(({ proposalId }) => proposalId === id)
  return upgrade === undefined ? undefined : index.recordedUpgrade(upgrade.name)
}

function relationTo(target: UpgradeTarget | ProposalTarget): FoundLink['relation'] {
  if (target.kind === 'upgrade') return 'delivers'
  return target.action === 'spend' ? 'funds' : 'mentions'
}
