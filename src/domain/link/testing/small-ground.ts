import type { Registry } from '../../registry/registry.ts'
import { aepOf, registryOf } from '../findings/testing/link-world.ts'
import type { LinkGround, LinkPlan, LinkProposal } from '../link.ts'

/** A registry that knows AEP-70 to AEP-72, and that 77 has no document. */
export function smallRegistry(rest: Partial<Registry> = {}): Registry {
  return registryOf([aepOf(70), aepOf(71), aepOf(72)], {
    absentAeps: [{ number: 77, reason: 'Taken out again.', sources: ['https://a.example'] }],
    ...rest,
  })
}

/** A ground of akashnet-2 unless `rest` says otherwise. */
export function smallGround(rest: Partial<LinkGround> = {}): LinkGround {
  return { chainId: 'akashnet-2', proposals: [], plans: [], registry: smallRegistry(), ...rest }
}

/** A passed upgrade proposal for `v9.<id>.0` at height 1,000 × id, with a summary. */
export function upgradeProposal(
  id: bigint,
  summary: string,
  rest: Partial<LinkProposal> = {},
): LinkProposal {
  const title = rest.title ?? `v9.${id}.0`
  return {
    id,
    title,
    standing: 'passed',
    action: 'upgrade',
    texts: [
      { field: 'title', text: title },
      { field: 'summary', text: summary },
    ],
    plan: { name: `v9.${id}.0`, height: 1_000n * id },
    votingEndedOn: '2026-05-01',
    ...rest,
  }
}

/** The plan of such a proposal. */
export function planOf(id: bigint, rest: Partial<LinkPlan> = {}): LinkPlan {
  return {
    name: `v9.${id}.0`,
    height: 1_000n * id,
    state: 'applied',
    proposalId: id,
    appliedOn: '2026-05-02',
    ...rest,
  }
}
