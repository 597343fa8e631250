import { formatInteger } from '../../format-integer.ts'
import type { Proposal } from '../../proposal.ts'
import { isClosed } from '../../proposal-life.ts'
import { formatDuration } from '../../time.ts'
import type { UpgradeEta } from '../eta/upgrade-eta.ts'
import { shortChainText } from '../short-chain-text.ts'
import type { PlanCheck, PlanCheckInput } from './plan-check.ts'
import { sourceOfEta, sourceOfProposal } from './sources.ts'

type Judged = Pick<PlanCheck, 'verdict' | 'reason'>
type EtaRange = Extract<UpgradeEta, { kind: 'range' }>

/** Less time than this from the vote's end to the height is little to build, copy and restart in. */
const SHORT_NOTICE_MS = 6 * 3_600_000

/** How long validators have between knowing and needing. */
export function checkVoteBeforeHeight({ proposal, eta }: PlanCheckInput): PlanCheck {
  return {
    id: 'vote-before-height',
    title: 'Vote ends before the height comes',
    source: `${sourceOfProposal(proposal)}, ${sourceOfEta(eta)}`,
    ...judgeNotice(proposal, eta),
  }
}

function judgeNotice(proposal: Proposal | undefined, eta: UpgradeEta | undefined): Judged {
  const end = endOfVote(proposal, eta)
  if ('verdict' in end) return end
  const { endsAt, range } = end
  const leadMs = range.p10.getTime() - endsAt.getTime()
  if (leadMs < 0) {
    const lateMs = endsAt.getTime() - range.p50.getTime()
    return {
      verdict: 'fail',
      reason:
        lateMs > 0
          ? `The height is likely to come ${formatHours(lateMs)} before the vote ends.`
          : `The height may come up to ${formatHours(-leadMs)} before the vote ends.`,
    }
  }
  const lead = `${formatHours(leadMs)} before the earliest likely moment of the height`
  return leadMs < SHORT_NOTICE_MS
    ? { verdict: 'warn', reason: `The vote ends only ${lead}.` }
    : { verdict: 'pass', reason: `The vote ends ${lead}.` }
}

/** x/upgrade refuses a height that is past when the plan is scheduled (keeper `ScheduleUpgrade`): the vote passes, and fails. */
export function checkHeightAhead(input: PlanCheckInput): PlanCheck {
  return {
    id: 'height-ahead',
    title: 'Height still ahead when the vote ends',
    source: `${sourceOfProposal(input.proposal)}, ${sourceOfEta(input.eta)}`,
    ...judgeAhead(input),
  }
}

function judgeAhead({ plan, height, proposal, eta, current }: PlanCheckInput): Judged {
  if (plan.height < 1n)
    return { verdict: 'fail', reason: 'Its height is below 1, which no block has.' }
  if (proposal?.status === 'PROPOSAL_STATUS_FAILED') {
    const why = shortChainText(proposal.failedReason, 160)
    return {
      verdict: 'fail',
      reason: `The vote passed and the plan could not be scheduled: ${why === '' ? 'the chain gives no reason' : why}.`,
    }
  }
  if (isSamePlan(current?.plan, plan)) {
    return { verdict: 'pass', reason: 'The chain has scheduled it.' }
  }
  if (proposal?.status === 'PROPOSAL_STATUS_PASSED') {
    return { verdict: 'pass', reason: 'It was scheduled when the vote passed.' }
  }
  if (proposal !== undefined && isClosed(proposal)) {
    return { verdict: 'cannot-tell', reason: 'The vote did not pass, so nothing was scheduled.' }
  }
  if (height !== undefined && plan.height <= height) {
    return {
      verdict: 'fail',
      reason: `The chain is at ${formatInteger(height)} already, ${formatInteger(height - plan.height)} blocks past the height; it cannot be scheduled any more.`,
    }
  }
  const end = endOfVote(proposal, eta)
  if ('verdict' in end) return end
  const { endsAt, range } = end
  if (endsAt > range.p90) {
    return {
      verdict: 'fail',
      reason: 'The height is very likely past by then, and the chain refuses such a plan.',
    }
  }
  return endsAt >= range.p10
    ? {
        verdict: 'warn',
        reason: 'The height may be past by then, and the chain refuses such a plan.',
      }
    : { verdict: 'pass', reason: 'At the vote’s end the height is very likely still to come.' }
}

export function isSamePlan(
  a: { readonly name: string; readonly height: bigint } | undefined,
  b: { readonly name: string; readonly height: bigint },
): boolean {
  return a !== undefined && a.name === b.name && a.height === b.height
}

/** Both times, or why they cannot be compared. */
function endOfVote(
  proposal: Proposal | undefined,
  eta: UpgradeEta | undefined,
): Judged | { readonly endsAt: Date; readonly range: EtaRange } {
  if (proposal === undefined) {
    return { verdict: 'cannot-tell', reason: 'The proposal behind this plan is not known.' }
  }
  const endsAt = proposal.votingEndsAt
  if (endsAt === undefined) {
    return { verdict: 'cannot-tell', reason: 'The vote has not begun, so its end is not set.' }
  }
  switch (eta?.kind) {
    case undefined:
      return { verdict: 'cannot-tell', reason: 'When the height comes could not be estimated.' }
    case 'not-enough-blocks':
      return {
        verdict: 'cannot-tell',
        reason: 'Not enough blocks were seen to say when the height comes.',
      }
    case 'too-far':
      return {
        verdict: 'pass',
        reason: `The height is about ${formatInteger(Math.floor(eta.years))} years away.`,
      }
    case 'reached':
      return isClosed(proposal)
        ? {
            verdict: 'cannot-tell',
            reason: 'The height has come; the ledger tells how the two stood.',
          }
        : { verdict: 'fail', reason: 'The height has come and the vote is still open.' }
    case 'range':
      return { endsAt, range: eta }
  }
}

/** Hours are what a night is planned in; below one, minutes. */
function formatHours(ms: number): string {
  const hours = ms / 3_600_000
  if (hours < 1) return formatDuration(Math.floor(ms / 60_000) * 60_000 || ms)
  return hours < 48 ? `${hours.toFixed(1)} hours` : formatDuration(ms)
}
