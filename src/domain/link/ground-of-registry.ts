import {
  REGISTRY_CHAIN_ID,
  type RecordedProposal,
  type RecordedUpgrade,
  type Registry,
} from '../registry/registry.ts'
import { actionOfRecord, dayOf } from './ground-index.ts'
import type { LinkGround, LinkPlan, LinkProposal } from './link.ts'

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

function planOfRecord({ name, height, proposalId, appliedAt }: RecordedUpgrade): LinkPlan {
  return { name, height, state: 'applied', proposalId, appliedOn: dayOf(appliedAt) }
}
