import { REGISTRY_CHAIN_ID, type RecordedProposal, type Registry } from '../registry/registry.ts'
import { actionOfRecord } from './ground-index.ts'
import type { LinkGround, LinkProposal } from './link.ts'
import { dayOf, planOfRecord } from './plan-of-record.ts'

/** What the registry alone tells of akashnet-2, where no node is asked: applied upgrades and recorded proposals. */
export function groundOfRegistry(registry: Registry): LinkGround {
  return {
    chainId: REGISTRY_CHAIN_ID,
    proposals: registry.proposals.map(proposalOfRecord),
    plans: registry.upgrades.map(planOfRecord),
    registry,
  }
}

function proposalOfRecord(record: RecordedProposal): LinkProposal {
  const { id, title, topic, result, plan, votingEnd } = record
  return {
    id,
    title: title ?? topic ?? '',
    standing: result ?? 'unknown',
    action: actionOfRecord(record),
    texts: title === undefined ? [] : [{ field: 'title', text: title }],
    plan,
    votingEndedOn: dayOf(votingEnd),
  }
}
