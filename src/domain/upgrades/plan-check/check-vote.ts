import { formatAmount } from '../../amount.ts'
import { formatDecShare, formatExactShare } from '../../format-share.ts'
import { classifyRejection, computeMissingDeposit } from '../../proposal-life.ts'
import { computeTallyShares, isImpossibleTally } from '../../tally.ts'
import type { PlanCheck, PlanCheckInput } from './plan-check.ts'
import { sourceOfProposal } from './sources.ts'

/** Without the minimum deposit there is no vote, and without a vote no upgrade. */
export function checkDeposit({ proposal, params }: PlanCheckInput): PlanCheck {
  const base = { id: 'deposit', title: 'Deposit paid' } as const
  const source = sourceOfProposal(proposal)
  if (proposal === undefined) return { ...base, source, ...NO_PROPOSAL }
  if (proposal.status !== 'PROPOSAL_STATUS_DEPOSIT_PERIOD') {
    const reason = 'The minimum deposit was met, for the vote has begun.'
    return { ...base, source, verdict: 'pass', reason }
  }
  if (params === undefined) {
    const reason = 'It is still collecting its deposit; how much it needs could not be read.'
    return { ...base, source, verdict: 'cannot-tell', reason }
  }
  const missing = computeMissingDeposit(proposal, params)
  return missing.length === 0
    ? { ...base, source, verdict: 'pass', reason: 'The minimum deposit is met.' }
    : {
        ...base,
        source: `${source}, x/gov parameters`,
        verdict: 'fail',
        reason: `${missing.map((coin) => formatAmount(coin)).join(' and ')} are missing; until then there is no vote.`,
      }
}

/** Whether enough stake has voted for the vote to count. */
export function checkQuorum(input: PlanCheckInput): PlanCheck {
  const { proposal } = input
  const base = { id: 'quorum', title: 'Quorum reached' } as const
  const source = sourceOfProposal(proposal)
  if (proposal === undefined) return { ...base, source, ...NO_PROPOSAL }
  switch (proposal.status) {
    case 'PROPOSAL_STATUS_PASSED':
    case 'PROPOSAL_STATUS_FAILED':
      return { ...base, source, verdict: 'pass', reason: 'The vote passed, so enough stake voted.' }
    case 'PROPOSAL_STATUS_REJECTED': {
      const { kind } = classifyRejection(proposal, input.params)
      const isShort = kind === 'quorum' || kind === 'no-votes'
      const reason = isShort ? 'The vote was rejected: too little stake voted.' : REJECTED
      return { ...base, source, verdict: 'fail', reason }
    }
    case 'PROPOSAL_STATUS_DEPOSIT_PERIOD':
    case 'PROPOSAL_STATUS_UNSPECIFIED':
      return { ...base, source, verdict: 'cannot-tell', reason: 'The vote has not begun.' }
    case 'PROPOSAL_STATUS_VOTING_PERIOD':
      return { ...base, ...judgeTurnout(input), source: `${source}, live tally, bonded stake` }
  }
}

const REJECTED = 'The vote was rejected, so nothing will be scheduled.'

const NO_PROPOSAL = {
  verdict: 'cannot-tell',
  reason: 'The proposal behind this plan is not known.',
} as const

function judgeTurnout(input: PlanCheckInput): Pick<PlanCheck, 'verdict' | 'reason'> {
  const { tally, bondedTokens, params } = input
  if (tally === undefined || isImpossibleTally(tally) || params === undefined) {
    return { verdict: 'cannot-tell', reason: 'The live tally could not be read.' }
  }
  const { turnout } = computeTallyShares(tally, bondedTokens)
  if (turnout === undefined) {
    return { verdict: 'cannot-tell', reason: 'The bonded stake could not be read.' }
  }
  const quorum = formatExactShare(params.quorum)
  const voted = formatDecShare(turnout, { threshold: params.quorum })
  return turnout >= params.quorum
    ? { verdict: 'pass', reason: `${voted} of the bonded stake has voted; ${quorum} are needed.` }
    : {
        verdict: 'warn',
        reason: `${voted} of the bonded stake has voted so far; ${quorum} are needed, and the vote is still open.`,
      }
}
