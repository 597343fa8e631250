import type { Coin } from './coin.ts'
import type { GovParams } from './gov-params.ts'
import type { Proposal, Tally } from './proposal.ts'
import { computeTallyShares, computeVotedPower, isImpossibleTally } from './tally.ts'

/**
 * Whether a failed expedited round was converted to a regular one (x/gov/abci.go): votes wiped, the round's tally
 * stored while the proposal stays in vote. The chain keeps no flag, so often it cannot be told.
 */
export type Conversion = 'converted' | 'not-converted' | 'cannot-tell'

export function classifyConversion(proposal: Proposal): Conversion {
  // Still marked expedited, so no round of it has failed.
  if (proposal.expedited) return 'not-converted'
  if (proposal.status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD') return 'not-converted'
  // Migrated from gov v1beta1 (no proposer was kept), which had no expedited proposals.
  if (proposal.proposer === '') return 'not-converted'
  if (proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD' && hasVotes(proposal.finalTally)) {
    return 'converted'
  }
  return 'cannot-tell'
}

function hasVotes(tally: Tally | undefined): boolean {
  return (
    tally !== undefined &&
    (tally.yes !== 0n || tally.abstain !== 0n || tally.no !== 0n || tally.noWithVeto !== 0n)
  )
}

/** The deposit that starts the vote; expedited proposals have their own. */
function applicableMinDeposit(
  proposal: Pick<Proposal, 'expedited'>,
  params: GovParams,
): readonly Coin[] {
  return proposal.expedited ? params.expeditedMinDeposit : params.minDeposit
}

/** What is missing to the minimum deposit, per denomination; empty when it is met. */
export function computeMissingDeposit(proposal: Proposal, params: GovParams): readonly Coin[] {
  return applicableMinDeposit(proposal, params).flatMap(({ denom, amount }) => {
    const paid = proposal.totalDeposit
      .filter((coin) => coin.denom === denom)
      .reduce((sum, coin) => sum + coin.amount, 0n)
    return paid >= amount ? [] : [{ denom, amount: amount - paid }]
  })
}

/**
 * Why a proposal was rejected, as far as the stored tally tells. The chain keeps neither the reason nor the bonded stake
 * of that moment, so a quorum is inferred only where nothing else can have been the cause. Judged by the parameters
 * given, which may differ from those in force then.
 */
export type Rejection =
  | { readonly kind: 'no-votes' }
  | { readonly kind: 'only-abstain' }
  | { readonly kind: 'veto' }
  | { readonly kind: 'threshold' }
  /** The votes cast were enough to pass, so too few were cast. */
  | { readonly kind: 'quorum' }
  | { readonly kind: 'cannot-tell' }

export function classifyRejection(proposal: Proposal, params: GovParams | undefined): Rejection {
  const tally = proposal.finalTally
  if (tally === undefined || isImpossibleTally(tally)) return { kind: 'cannot-tell' }
  if (computeVotedPower(tally) === 0n) return { kind: 'no-votes' }
  const shares = computeTallyShares(tally, undefined)
  if (shares.yesOfDeciding === undefined) return { kind: 'only-abstain' }
  if (params === undefined) return { kind: 'cannot-tell' }
  if (shares.vetoOfVoted !== undefined && shares.vetoOfVoted > params.vetoThreshold) {
    return { kind: 'veto' }
  }
  return shares.yesOfDeciding > params.threshold ? { kind: 'quorum' } : { kind: 'threshold' }
}

/** One step in the life of a proposal. `at` undefined: not recorded. */
export interface LifeStep {
  readonly kind: 'submitted' | 'deposit' | 'voting' | 'ended'
  readonly state: 'done' | 'current' | 'ahead'
  readonly startsAt: Date | undefined
  readonly endsAt: Date | undefined
}

/** The steps a proposal goes through, with the one it is at. Times are the chain's; nothing is estimated. */
export function computeLifeSteps(proposal: Proposal): readonly LifeStep[] {
  const position = stepOf(proposal)
  const stateAt = (index: number): LifeStep['state'] =>
    index < position ? 'done' : index === position ? 'current' : 'ahead'
  return [
    { kind: 'submitted', state: 'done', startsAt: proposal.submittedAt, endsAt: undefined },
    {
      kind: 'deposit',
      state: stateAt(1),
      startsAt: proposal.submittedAt,
      endsAt: position === 1 ? proposal.depositEndsAt : proposal.votingStartsAt,
    },
    {
      kind: 'voting',
      state: stateAt(2),
      startsAt: proposal.votingStartsAt,
      endsAt: proposal.votingEndsAt,
    },
    {
      kind: 'ended',
      state: position === 3 ? 'done' : 'ahead',
      startsAt: position === 3 ? proposal.votingEndsAt : undefined,
      endsAt: undefined,
    },
  ]
}

function stepOf(proposal: Proposal): number {
  switch (proposal.status) {
    case 'PROPOSAL_STATUS_DEPOSIT_PERIOD':
      return 1
    case 'PROPOSAL_STATUS_VOTING_PERIOD':
      return 2
    case 'PROPOSAL_STATUS_PASSED':
    case 'PROPOSAL_STATUS_REJECTED':
    case 'PROPOSAL_STATUS_FAILED':
      return 3
    case 'PROPOSAL_STATUS_UNSPECIFIED':
      return 0
  }
}

/** A vote that has ended can change no more, so it may be kept between visits. */
export function isClosed(proposal: Pick<Proposal, 'status'>): boolean {
  return (
    proposal.status === 'PROPOSAL_STATUS_PASSED' ||
    proposal.status === 'PROPOSAL_STATUS_REJECTED' ||
    proposal.status === 'PROPOSAL_STATUS_FAILED'
  )
}
