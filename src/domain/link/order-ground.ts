import type { LinkGround, LinkPlan } from './link.ts'

/** A ground without the order in which its proposals and plans were read: what is made of them must not tell it. */
export function orderGround(ground: LinkGround): LinkGround {
  return {
    ...ground,
    proposals: ground.proposals.toSorted((a, b) => Number(a.id - b.id)),
    plans: ground.plans.toSorted(comparePlans),
  }
}

function comparePlans(a: LinkPlan, b: LinkPlan): number {
  return (
    Number(a.height - b.height) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
    Number((a.proposalId ?? 0n) - (b.proposalId ?? 0n))
  )
}
