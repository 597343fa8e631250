import type { Dec } from '../decimal.ts'
import { divideDec } from '../decimal.ts'
import type { GovParams } from '../gov-params.ts'
import type { Tally } from '../proposal.ts'
import type { Outcome } from '../tally.ts'
import type { Delegation, Validator } from '../validator.ts'
import type { Vote } from '../vote.ts'
import { collectVotes } from './collect-votes.ts'
import {
  addWeightedPower,
  type CountedPower,
  computeCountedOutcome,
  computeCountedShares,
  createSums,
  truncateSums,
} from './counted-power.ts'
import type { TallyFinding } from './tally-finding.ts'
import { pickVotingValidators } from './voting-validators.ts'

/** All read at one height. */
export interface ExactTallyInput {
  readonly votes: readonly Vote[]
  /** Those that are not bonded, or jailed, are left out, as x/gov leaves them out. */
  readonly validators: readonly Validator[]
  /** Every voter's delegations, operators' included. A voter without an entry was not read: see `isComplete`. */
  readonly delegationsByVoter: ReadonlyMap<string, readonly Delegation[]>
  /** The bonded pool. */
  readonly bondedTokens: bigint
  readonly params: GovParams
  /** The one the proposal is judged by: see `applicableThreshold`. */
  readonly threshold: Dec
}

/** A bonded validator's part in the count. Powers in base units scaled by 10^18. */
export interface ValidatorPower {
  readonly operatorAddress: string
  /** Its operator's vote; undefined when the validator is silent. */
  readonly vote: Vote | undefined
  /** Shares whose owners voted themselves, the operator's own among them. */
  readonly deductedShares: Dec
  /** Stake of those who did not vote themselves: counts as the validator votes, and not at all while it is silent. */
  readonly inheritedPower: Dec
  /** The operator's own stake here, which counts through its own vote. */
  readonly selfPower: Dec
  /** Both: what its vote weighs, or would weigh. */
  readonly effectivePower: Dec
}

export interface VoterPower {
  readonly vote: Vote
  /** Of the bonded validator this voter operates. */
  readonly operatorAddress: string | undefined
  /** The voter's own delegations to bonded validators. */
  readonly delegatedPower: Dec
  /** What the voter's validator brings beyond that. */
  readonly inheritedPower: Dec
  readonly power: Dec
}

/** Stake that voted past its validator: not the operator's own stake with itself. */
export interface DelegatorVote {
  readonly voter: string
  readonly operatorAddress: string
  readonly power: Dec
  /** The validator's vote that this one overrides; undefined when the validator is silent. */
  readonly overridden: Vote | undefined
}

export interface ExactTally extends CountedPower {
  /** As the chain reports it: the sums, truncated. */
  readonly tally: Tally
  /** Voted power of the bonded pool, before truncation; undefined when the pool is empty. */
  readonly turnout: Dec | undefined
  readonly outcome: Outcome | undefined
  readonly validators: readonly ValidatorPower[]
  /** One a voter, in the order of the votes. */
  readonly voters: readonly VoterPower[]
  readonly delegatorVotes: readonly DelegatorVote[]
  /** Whether every voter's delegations were there. If not, these are not the chain's figures. */
  readonly isComplete: boolean
  readonly findings: readonly TallyFinding[]
}

interface ValidatorCount {
  readonly validator: Validator
  vote: Vote | undefined
  deductedShares: Dec
  selfPower: Dec
}

/**
 * Counts votes as x/gov does (x/gov/keeper/tally.go): each voter's own delegations first, which are deducted from their
 * validators, then what is left of each validator that voted. Same 18-digit arithmetic, so equal to the unit.
 */
export function computeExactTally(input: ExactTallyInput): ExactTally {
  const { delegationsByVoter, bondedTokens, params, threshold } = input
  const { byVoter, findings: voteFindings } = collectVotes(input.votes)
  const picked = pickVotingValidators(input.validators, byVoter, bondedTokens)
  const findings: TallyFinding[] = [...voteFindings, ...picked.findings]
  const counts = new Map<string, ValidatorCount>()
  for (const [operatorAddress, validator] of picked.byOperator) {
    const vote = byVoter.get(validator.accountAddress)
    counts.set(operatorAddress, { validator, vote, deductedShares: 0n, selfPower: 0n })
  }

  const sums = createSums()
  let votedPower = 0n
  let isComplete = true
  const delegatedByVoter = new Map<string, Dec>()
  const delegatorVotes: DelegatorVote[] = []
  for (const vote of byVoter.values()) {
    const { voter } = vote
    const delegations = delegationsByVoter.get(voter)
    if (delegations === undefined) {
      isComplete = false
      findings.push({ kind: 'delegations-missing', voter })
      continue
    }
    let delegatedPower = 0n
    for (const { operatorAddress, shares } of pickDelegations(voter, delegations, findings)) {
      const count = counts.get(operatorAddress)
      if (count === undefined) continue
      const power = powerOfShares(shares, count.validator)
      count.deductedShares += shares
      addWeightedPower(sums, vote.options, power)
      delegatedPower += power
      if (count.validator.accountAddress === voter) count.selfPower += power
      else delegatorVotes.push({ voter, operatorAddress, power, overridden: count.vote })
    }
    votedPower += delegatedPower
    delegatedByVoter.set(voter, delegatedPower)
  }

  const inheritedByAccount = new Map<string, Dec>()
  const validators = [...counts.values()].map((count): ValidatorPower => {
    const { validator, vote, deductedShares, selfPower } = count
    const { operatorAddress, delegatorShares } = validator
    if (deductedShares > delegatorShares) {
      findings.push({ kind: 'deductions-exceed-shares', operatorAddress })
    }
    const inheritedPower = powerOfShares(delegatorShares - deductedShares, validator)
    if (vote !== undefined && vote.options.length > 0) {
      addWeightedPower(sums, vote.options, inheritedPower)
      votedPower += inheritedPower
      inheritedByAccount.set(validator.accountAddress, inheritedPower)
    }
    const effectivePower = inheritedPower + selfPower
    return { operatorAddress, vote, deductedShares, inheritedPower, selfPower, effectivePower }
  })

  const counted: CountedPower = { sums, votedPower }
  return {
    ...counted,
    tally: truncateSums(sums),
    turnout: computeCountedShares(counted, bondedTokens).turnout,
    outcome: computeCountedOutcome(counted, bondedTokens, params, threshold),
    validators,
    voters: [...byVoter.values()].map((vote): VoterPower => {
      const delegatedPower = delegatedByVoter.get(vote.voter) ?? 0n
      const inheritedPower = inheritedByAccount.get(vote.voter) ?? 0n
      return {
        vote,
        operatorAddress: picked.byAccount.get(vote.voter)?.operatorAddress,
        delegatedPower,
        inheritedPower,
        power: delegatedPower + inheritedPower,
      }
    }),
    delegatorVotes,
    isComplete,
    findings,
  }
}

/** shares × tokens is exact, the division rounds once. A validator without shares has no power to give. */
function powerOfShares(shares: Dec, { tokens, delegatorShares }: Validator): Dec {
  return delegatorShares > 0n ? divideDec(shares * tokens, delegatorShares) : 0n
}

/** A voter's delegations, one a validator: the chain keys them by both addresses. */
function pickDelegations(
  voter: string,
  delegations: readonly Delegation[],
  findings: TallyFinding[],
): Iterable<Delegation> {
  const [only] = delegations
  if (only === undefined || (delegations.length === 1 && only.delegator === voter)) {
    return delegations
  }
  const byOperator = new Map<string, Delegation>()
  for (const delegation of delegations) {
    const { delegator, operatorAddress } = delegation
    if (delegator !== voter) {
      findings.push({ kind: 'foreign-delegation', voter, delegator })
      continue
    }
    if (byOperator.has(operatorAddress)) {
      findings.push({ kind: 'duplicate-delegation', voter, operatorAddress })
    }
    byOperator.set(operatorAddress, delegation)
  }
  return byOperator.values()
}
