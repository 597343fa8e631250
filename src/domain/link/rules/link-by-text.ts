import type { Confidence, Relation } from '../../registry/registry.ts'
import type { FoundLink } from '../found-link.ts'
import { quoteOf } from '../found-link.ts'
import type { GroundIndex } from '../ground-index.ts'
import type { ProposalReading } from '../read-proposals.ts'

/** AEPs that the chain's own proposals name, on any chain, with what their words say. */
export function linkByText(
  index: GroundIndex,
  readings: readonly ProposalReading[],
): readonly FoundLink[] {
  return readings.flatMap(({ proposal, mentions }) => {
    if (mentions.length === 0) return []
    const target = index.targetOf(proposal)
    return mentions.map(({ aep, relation, field, sentence }) => ({
      aep,
      target,
      relation,
      confidence: confidenceOf(relation),
      evidence: {
        class: 'explicit' as const,
        rule: 'proposal-text' as const,
        source: `proposal ${proposal.id}, ${field}`,
        quote: quoteOf(sentence),
      },
    }))
  })
}

function confidenceOf(relation: Relation): Confidence {
  return relation === 'mentions' || relation === 'amends' ? 'medium' : 'high'
}
