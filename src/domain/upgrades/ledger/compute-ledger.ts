import type { Plan } from '../../message.ts'
import type { Proposal } from '../../proposal.ts'
import type { PlanState } from '../upgrade.ts'
import type { DatedHeight } from './height-clock.ts'
import { judgePassed } from './judge-passed.ts'
import type { Cancellation, LedgerRow, UpgradeLedger } from './ledger.ts'
import { listPlanEffects, type PlanEffect, type ScheduleEffect } from './plan-effects.ts'

/** An upgrade whose handler ran, as the store of x/upgrade has it. */
export interface AppliedUpgrade {
  readonly name: string
  readonly height: bigint
}

export interface LedgerFacts {
  /** undefined: could not be read, or not yet. Those above `height` are left out: they are not applied there yet. */
  readonly applied: readonly AppliedUpgrade[] | undefined
  /** The chain's plan at `height`. */
  readonly plan: { readonly kind: 'known'; readonly plan: Plan | undefined } | undefined
  /** In any order. */
  readonly proposals: readonly Proposal[]
  /** false while older proposals are missing. */
  readonly isComplete: boolean
  /** Of the state all this is of. undefined: not known yet. */
  readonly height: bigint | undefined
  /** What is known of when heights were made; more tells more plans that were skipped from those that were replaced. */
  readonly dated: readonly DatedHeight[]
}

/**
 * Joins what x/upgrade stores with what was asked for in proposals. The store's word goes before any proposal's: a plan
 * is applied when its name and height are on record there or, for a name applied at another height, when no other
 * passed proposal carries it.
 */
export function computeLedger(facts: LedgerFacts): UpgradeLedger {
  const { height } = facts
  const effects = listPlanEffects(facts.proposals)
  const passed = effects.filter(({ proposal }) => proposal.status === 'PROPOSAL_STATUS_PASSED')
  const schedules = passed.filter(isSchedule)
  const done = facts.applied?.filter((each) => height === undefined || each.height <= height)
  const carriers = findCarriers(done ?? [], schedules)
  const current = facts.plan?.plan
  // The same plan can be voted for twice; the vote that came last put it where it is.
  const scheduler =
    current &&
    schedules.findLast(
      ({ key, plan }) =>
        !carriers.has(key) && plan.name === current.name && plan.height === current.height,
    )
  const settled = new Map<string, PlanState>(
    [...carriers].map(([key, each]) => [key, { kind: 'applied', height: each.height }]),
  )
  if (scheduler !== undefined) {
    settled.set(scheduler.key, { kind: 'scheduled', height: scheduler.plan.height })
  }
  const { states, cancelledPlans } = judgePassed(passed, settled, facts.dated, (last) =>
    judgeLast(last, facts),
  )
  const rows = effects.filter(isSchedule).map(({ key, proposal, plan }): LedgerRow => {
    const state =
      facts.applied === undefined &&
      proposal.status === 'PROPOSAL_STATUS_PASSED' &&
      key !== scheduler?.key
        ? UNKNOWN
        : (states.get(key) ?? stateOfProposal(proposal))
    return { key, plan, proposalId: proposal.id, proposal, state }
  })
  const rowOfKey = new Map(rows.map((row) => [row.key, row]))
  return {
    applied: (done ?? [])
      .map((each) => rowOfDone(each, carriers, rowOfKey))
      .toSorted((a, b) => compare(b.plan.height, a.plan.height)),
    ahead: [
      ...(current === undefined || scheduler !== undefined ? [] : [rowOfPlan(current)]),
      ...rows.filter(({ state }) => AHEAD.has(state.kind)),
    ].toSorted((a, b) => placeOf(a) - placeOf(b)),
    neverApplied: rows
      .filter(({ state }) => state.kind !== 'applied' && !AHEAD.has(state.kind))
      .toReversed(),
    cancellations: effects
      .filter((effect) => effect.kind === 'cancel')
      .map(({ key, proposal }): Cancellation => {
        const state = CANCELLATION_STATES[proposal.status]
        const isOpen = state === 'in-vote' || state === 'in-deposit'
        return { key, proposal, state, plan: isOpen ? current : cancelledPlans.get(key) }
      })
      .toReversed(),
    isComplete: facts.isComplete,
  }
}

const UNKNOWN: PlanState = { kind: 'unknown' }
const AHEAD: ReadonlyMap<PlanState['kind'], number> = new Map([
  ['scheduled', 0],
  ['in-vote', 1],
  ['in-deposit', 2],
])

function placeOf({ state }: LedgerRow): number {
  return AHEAD.get(state.kind) ?? AHEAD.size
}

function isSchedule(effect: PlanEffect): effect is ScheduleEffect {
  return effect.kind === 'schedule'
}

/** The passed vote that carries each applied upgrade, by the key of its effect. */
function findCarriers(
  done: readonly AppliedUpgrade[],
  schedules: readonly ScheduleEffect[],
): ReadonlyMap<string, AppliedUpgrade> {
  const carriers = new Map<string, AppliedUpgrade>()
  for (const each of done) {
    const sameName = schedules.filter(({ plan }) => plan.name === each.name)
    const exact = sameName.findLast(({ plan }) => plan.height === each.height)
    const isElsewhere = ({ plan }: ScheduleEffect) =>
      done.some((other) => other.name === plan.name && other.height === plan.height)
    const carrier = exact ?? sameName.findLast((effect) => !isElsewhere(effect))
    if (carrier !== undefined) carriers.set(carrier.key, each)
  }
  return carriers
}

/** The plan the last passed vote left on the chain, where the store tells neither that it is there nor that it ran. */
function judgeLast({ plan }: ScheduleEffect, facts: LedgerFacts): PlanState {
  const { height } = facts
  if (facts.plan === undefined || height === undefined || !facts.isComplete) return UNKNOWN
  // Still ahead, and yet gone: nothing that was read tells why.
  return plan.height <= height ? { kind: 'skipped' } : UNKNOWN
}

function stateOfProposal({ status, failedReason }: Proposal): PlanState {
  switch (status) {
    case 'PROPOSAL_STATUS_VOTING_PERIOD':
      return { kind: 'in-vote' }
    case 'PROPOSAL_STATUS_DEPOSIT_PERIOD':
      return { kind: 'in-deposit' }
    case 'PROPOSAL_STATUS_REJECTED':
      return { kind: 'rejected' }
    case 'PROPOSAL_STATUS_FAILED':
      return { kind: 'failed', reason: failedReason }
    default:
      return UNKNOWN
  }
}

const CANCELLATION_STATES: Readonly<Record<Proposal['status'], Cancellation['state']>> = {
  PROPOSAL_STATUS_UNSPECIFIED: 'unknown',
  PROPOSAL_STATUS_DEPOSIT_PERIOD: 'in-deposit',
  PROPOSAL_STATUS_VOTING_PERIOD: 'in-vote',
  PROPOSAL_STATUS_PASSED: 'passed',
  PROPOSAL_STATUS_REJECTED: 'rejected',
  PROPOSAL_STATUS_FAILED: 'failed',
}

function rowOfDone(
  done: AppliedUpgrade,
  carriers: ReadonlyMap<string, AppliedUpgrade>,
  rowOfKey: ReadonlyMap<string, LedgerRow>,
): LedgerRow {
  const key = [...carriers].find(([, each]) => each === done)?.[0]
  const row = key === undefined ? undefined : rowOfKey.get(key)
  const state = { kind: 'applied', height: done.height } as const
  if (row !== undefined) return { ...row, state }
  const plan = { name: done.name, height: done.height, info: '' }
  return {
    key: `done.${done.height}.${done.name}`,
    plan,
    proposalId: undefined,
    proposal: undefined,
    state,
  }
}

/** The chain's plan, whose vote is not known. */
function rowOfPlan(plan: Plan): LedgerRow {
  return {
    key: 'plan',
    plan,
    proposalId: undefined,
    proposal: undefined,
    state: { kind: 'scheduled', height: plan.height },
  }
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
