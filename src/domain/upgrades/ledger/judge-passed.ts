import type { Plan } from '../../message.ts'
import type { PlanState } from '../upgrade.ts'
import { type DatedHeight, isReachedBefore } from './height-clock.ts'
import type { PlanEffect, ScheduleEffect } from './plan-effects.ts'

/** What became of passed plans, and which plan each passed cancellation took, by the key of the effect. */
export interface PassedJudgement {
  readonly states: ReadonlyMap<string, PlanState>
  readonly cancelledPlans: ReadonlyMap<string, Plan>
}

/**
 * Follows the one plan a chain can have through the passed proposals (x/upgrade keeper.go `ScheduleUpgrade` overwrites
 * it, `ClearUpgradePlan` removes it). `settled` are the plans whose fate the store itself tells.
 */
export function judgePassed(
  passed: readonly PlanEffect[],
  settled: ReadonlyMap<string, PlanState>,
  dated: readonly DatedHeight[],
  judgeLast: (last: ScheduleEffect) => PlanState,
): PassedJudgement {
  const states = new Map(settled)
  const cancelledPlans = new Map<string, Plan>()
  let slot: ScheduleEffect | undefined
  for (const effect of passed) {
    if (slot !== undefined && !settled.has(slot.key)) {
      const state = judgeReplaced(slot, effect, dated)
      states.set(slot.key, state)
      if (state.kind === 'cancelled') cancelledPlans.set(effect.key, slot.plan)
    }
    slot = effect.kind === 'schedule' ? effect : undefined
  }
  if (slot !== undefined && !settled.has(slot.key)) states.set(slot.key, judgeLast(slot))
  return { states, cancelledPlans }
}

/** A plan that was in the slot when a later effect came: replaced before its height, or passed by before. */
function judgeReplaced(
  slot: ScheduleEffect,
  by: PlanEffect,
  dated: readonly DatedHeight[],
): PlanState {
  const isReached = wasReached(slot, by, dated)
  if (isReached === undefined) return { kind: 'unknown' }
  if (isReached) return { kind: 'skipped' }
  const byProposalId = by.proposal.id
  return by.kind === 'cancel'
    ? { kind: 'cancelled', byProposalId }
    : { kind: 'superseded', byProposalId }
}

function wasReached(
  slot: ScheduleEffect,
  by: PlanEffect,
  dated: readonly DatedHeight[],
): boolean | undefined {
  // Both in one proposal: no block came between them.
  if (by.proposal.id === slot.proposal.id) return false
  // No plan can be scheduled for a height that is past, so the chain was at the later plan's height at most.
  if (by.kind === 'schedule' && by.plan.height <= slot.plan.height) return false
  const { votingEndsAt } = by.proposal
  return votingEndsAt === undefined
    ? undefined
    : isReachedBefore(dated, slot.plan.height, votingEndsAt.getTime())
}
