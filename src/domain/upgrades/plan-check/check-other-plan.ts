import { formatInteger } from '../../format-integer.ts'
import { isClosed } from '../../proposal-life.ts'
import { shortChainText } from '../short-chain-text.ts'
import { isSamePlan } from './check-timing.ts'
import type { PlanCheck, PlanCheckInput } from './plan-check.ts'
import { sourceOfEta } from './sources.ts'

type Judged = Pick<PlanCheck, 'verdict' | 'reason'>

/** The chain has room for one plan; scheduling a second discards the first (x/upgrade keeper `ScheduleUpgrade`). */
export function checkOtherPlan(input: PlanCheckInput): PlanCheck {
  return {
    id: 'other-plan',
    title: 'Overwrites no other plan',
    source: `x/upgrade current plan, ${sourceOfEta(input.current?.eta)}`,
    ...judge(input),
  }
}

function judge({ plan, proposal, current }: PlanCheckInput): Judged {
  if (current === undefined) {
    return { verdict: 'cannot-tell', reason: 'The chain’s current plan could not be read.' }
  }
  const other = current.plan
  if (other === undefined) return { verdict: 'pass', reason: 'No other plan is scheduled.' }
  if (isSamePlan(other, plan))
    return { verdict: 'pass', reason: 'It is the plan that is scheduled.' }
  if (proposal !== undefined && isClosed(proposal)) {
    return { verdict: 'pass', reason: 'Its vote is over, and what it does to other plans is done.' }
  }
  const name = `${shortChainText(other.name, 40)} at ${formatInteger(other.height)}`
  const endsAt = proposal?.votingEndsAt
  if (endsAt === undefined || current.eta?.kind !== 'range') {
    return {
      verdict: 'warn',
      reason: `If it passes before ${name} is applied, that plan is discarded.`,
    }
  }
  const { p10, p90 } = current.eta
  if (endsAt > p90) {
    return { verdict: 'pass', reason: `${name} is very likely applied before this vote ends.` }
  }
  return endsAt < p10
    ? {
        verdict: 'fail',
        reason: `If it passes, ${name} is discarded: that height comes after this vote ends.`,
      }
    : {
        verdict: 'warn',
        reason: `${name} comes about when this vote ends; if it comes later, it is discarded.`,
      }
}
