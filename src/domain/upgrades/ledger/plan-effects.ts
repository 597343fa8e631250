import type { Plan } from '../../message.ts'
import type { Proposal } from '../../proposal.ts'

/** What one message of a proposal does, or would do, to the single plan a chain can have. */
export type PlanEffect =
  | {
      readonly kind: 'schedule'
      readonly key: string
      readonly proposal: Proposal
      readonly plan: Plan
    }
  | { readonly kind: 'cancel'; readonly key: string; readonly proposal: Proposal }

export type ScheduleEffect = Extract<PlanEffect, { kind: 'schedule' }>

const CANCELLING: ReadonlySet<string> = new Set([
  '/cosmos.upgrade.v1beta1.MsgCancelUpgrade',
  '/cosmos.upgrade.v1beta1.CancelSoftwareUpgradeProposal',
])

/**
 * In the order in which the chain carries proposals out: by the end of the vote, then by id (x/gov
 * `ActiveProposalsQueue`); within a proposal by the order of its messages.
 */
export function listPlanEffects(proposals: readonly Proposal[]): readonly PlanEffect[] {
  return proposals
    .toSorted((a, b) => endOf(a) - endOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .flatMap((proposal) =>
      proposal.messages.flatMap(({ contentTypeUrl, plan }, place): PlanEffect[] => {
        const key = `${proposal.id}.${place}`
        if (plan !== undefined) return [{ kind: 'schedule', key, proposal, plan }]
        return CANCELLING.has(contentTypeUrl) ? [{ kind: 'cancel', key, proposal }] : []
      }),
    )
}

/** A vote without an end has not begun, or tells none: it comes after those that have one. */
function endOf({ votingEndsAt }: Proposal): number {
  return votingEndsAt?.getTime() ?? Number.MAX_SAFE_INTEGER
}
