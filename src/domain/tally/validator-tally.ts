import { decFromInt } from '../decimal.ts'
import type { Tally } from '../proposal.ts'
import type { Validator } from '../validator.ts'
import type { Vote } from '../vote.ts'
import { collectVotes } from './collect-votes.ts'
import { addWeightedPower, type CountedPower, createSums, truncateSums } from './counted-power.ts'
import type { TallyFinding } from './tally-finding.ts'
import { pickVotingValidators } from './voting-validators.ts'

/** A validator that voted, at its full stake: what its vote weighs if none of its delegators voted. */
export interface ValidatorStake {
  readonly operatorAddress: string
  readonly vote: Vote
  readonly tokens: bigint
}

export interface ValidatorTally extends CountedPower {
  readonly tally: Tally
  readonly validators: readonly ValidatorStake[]
  /** Votes of accounts that operate no bonded validator. What they weigh is not known without their delegations. */
  readonly delegatorVoters: readonly Vote[]
  readonly findings: readonly TallyFinding[]
}

export interface ValidatorTallyInput {
  readonly votes: readonly Vote[]
  readonly validators: readonly Validator[]
  /** undefined when the pool is not known. */
  readonly bondedTokens: bigint | undefined
}

/** The view that needs no delegations: every bonded validator that voted at its full stake. Not what the chain counts. */
export function computeValidatorTally(input: ValidatorTallyInput): ValidatorTally {
  const { byVoter, findings } = collectVotes(input.votes)
  const picked = pickVotingValidators(input.validators, byVoter, input.bondedTokens)
  const sums = createSums()
  let votedPower = 0n
  const validators: ValidatorStake[] = []
  for (const {
    operatorAddress,
    accountAddress,
    delegatorShares,
    tokens,
  } of picked.byOperator.values()) {
    const vote = byVoter.get(accountAddress)
    if (vote === undefined || vote.options.length === 0) continue
    // Without shares there is no power, as in the exact count.
    const stake = delegatorShares > 0n ? tokens : 0n
    addWeightedPower(sums, vote.options, decFromInt(stake))
    votedPower += decFromInt(stake)
    validators.push({ operatorAddress, vote, tokens: stake })
  }
  return {
    sums,
    votedPower,
    tally: truncateSums(sums),
    validators,
    delegatorVoters: [...byVoter.values()].filter(({ voter }) => !picked.byAccount.has(voter)),
    findings: [...findings, ...picked.findings],
  }
}
