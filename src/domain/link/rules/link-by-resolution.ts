import type { FoundLink } from '../found-link.ts'
import { quoteOf } from '../found-link.ts'
import type { GroundIndex, ProposalTarget, UpgradeTarget } from '../ground-index.ts'
import { parseProposalUrl } from '../parse-proposal-url.ts'

/**
 * The field `resolution` of an AEP's document where it is the page of a proposal of akashnet-2: an upgrade delivers it, a
 * spend from the community pool funds it, anything else is no more than named.
 */
export function linkByResolution(index: GroundIndex): readonly FoundLink[] {
  return index.ground.registry.aeps.flatMap(({ number, resolution, path }): FoundLink[] => {
    const id = resolution === undefined ? undefined : parseProposalUrl(resolution)
    if (resolution === undefined || id === undefined) return []
    const target = resolvedTarget(index, id)
    if (target === undefined) return []
    return [
      {
        aep: number,
        target,
        relation: relationTo(target),
        confidence: target.kind === 'upgrade' || target.action === 'spend' ? 'high' : 'medium',
        evidence: {
          class: 'explicit',
          rule: 'resolution-field',
          source: `akash-network/AEP:${path} frontmatter`,
          quote: quoteOf(resolution),
        },
      },
    ]
  })
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
