import type { PlanState } from '../upgrade.ts'
import type { Cancellation } from './ledger.ts'

const NAMES: Readonly<Record<PlanState['kind'], string>> = {
  applied: 'Applied',
  scheduled: 'Scheduled',
  'in-vote': 'In vote',
  'in-deposit': 'In deposit',
  rejected: 'Rejected',
  failed: 'Failed',
  cancelled: 'Cancelled',
  superseded: 'Superseded',
  skipped: 'Skipped',
  unknown: 'Not known',
}

export function formatPlanState(kind: PlanState['kind']): string {
  return NAMES[kind]
}

/** What x/upgrade says when a plan's height is behind the chain (keeper.go `ScheduleUpgrade`). */
const IN_THE_PAST = 'cannot be scheduled in the past'

/** What became of a plan, a sentence. The chain's own words of a failure stand apart, for they are a stranger's. */
export function describePlanState(state: PlanState): string {
  switch (state.kind) {
    case 'applied':
      return 'Its handler ran.'
    case 'scheduled':
      return 'It is the plan the chain will stop for.'
    case 'in-vote':
      return 'Its vote is open.'
    case 'in-deposit':
      return 'It waits for its deposit; the vote has not begun.'
    case 'rejected':
      return 'Its vote was lost.'
    case 'failed':
      return state.reason.includes(IN_THE_PAST)
        ? 'The vote passed, but its height was past by then, so it could not be scheduled.'
        : 'The vote passed, but it could not be scheduled.'
    case 'cancelled':
      return `Proposal ${state.byProposalId} cancelled it before its height.`
    case 'superseded':
      return `Proposal ${state.byProposalId} put another plan in its place before its height.`
    case 'skipped':
      return 'The vote passed and its height went by, but its handler never ran: validators skipped it.'
    case 'unknown':
      return 'The vote passed; what became of it cannot be told from what was read.'
  }
}

const CANCELLATION_NAMES: Readonly<Record<Cancellation['state'], string>> = {
  passed: 'Passed',
  'in-vote': 'In vote',
  'in-deposit': 'In deposit',
  rejected: 'Rejected',
  failed: 'Failed',
  unknown: 'Not known',
}

export function formatCancellationState(state: Cancellation['state']): string {
  return CANCELLATION_NAMES[state]
}
