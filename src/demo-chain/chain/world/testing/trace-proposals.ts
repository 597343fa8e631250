import { DEC_ONE, parseDec } from '../../../../domain/decimal.ts'
import type { GovParams } from '../../../../domain/gov-params.ts'
import { computeExactTally } from '../../../../domain/tally/exact-tally.ts'
import type { Outcome } from '../../../../domain/tally.ts'
import type { Delegation, Validator } from '../../../../domain/validator.ts'
import { parseOperatorAccount } from '../../../../domain/validator.ts'
import type { Vote } from '../../../../domain/vote.ts'
import { parseVoteOption } from '../../../../domain/vote.ts'
import type { ChainAction, ChainScript, TimedAction } from '../../script.ts'

type SubmitAction = Extract<ChainAction, { kind: 'submit-proposal' }>

/** What became of a proposal by x/gov's rules, with blocks at any time. Times in ms. */
export interface TracedProposal {
  readonly submit: SubmitAction
  readonly submittedAt: number
  /** When its wait for a deposit was over, one way or the other. */
  readonly depositEnd: number
  /** One a vote: two where an expedited one was converted. */
  readonly rounds: readonly TracedRound[]
  readonly isCancelled: boolean
  /** How many votes came in when no vote was open. */
  readonly lateVotes: number
}

export interface TracedRound {
  readonly from: number
  readonly to: number
  readonly votes: number
  readonly outcome: Outcome | undefined
}

const MINUTE = 60_000
const ONE_AKT = 1_000_000n

/** The lives of all that is submitted in a span, as actions alone tell; those that outlive it are left out. */
export function traceProposals(script: ChainScript, from: Date, to: Date): TracedProposal[] {
  const actions = script.actions(from, to)
  const count = createCounter(script)
  const byKey = new Map<string, TimedAction[]>()
  for (const timed of actions) {
    const { action } = timed
    const key =
      action.kind === 'submit-proposal'
        ? action.key
        : 'proposal' in action && 'key' in action.proposal
          ? action.proposal.key
          : undefined
    if (key === undefined) continue
    byKey.set(key, [...(byKey.get(key) ?? []), timed])
  }
  return [...byKey.values()]
    .map((life) => trace(life, count))
    .filter((traced) => traced !== undefined)
    .filter(({ depositEnd, rounds }) => (rounds.at(-1)?.to ?? depositEnd) < to.getTime())
}

type Counter = (votes: readonly Vote[], isExpedited: boolean) => Outcome | undefined

function trace(life: readonly TimedAction[], count: Counter): TracedProposal | undefined {
  const [first] = life
  if (first?.action.kind !== 'submit-proposal') return undefined
  const submit = first.action
  const submittedAt = first.at.getTime()
  let deposit = submit.initialDeposit
  const needed = (submit.isExpedited ? 2000n : 1000n) * ONE_AKT
  let opened = deposit >= needed ? submittedAt : undefined
  let cancelledAt: number | undefined
  for (const { at, action } of life) {
    if (action.kind === 'deposit') deposit += action.amount
    if (action.kind === 'deposit' && deposit >= needed) opened ??= at.getTime()
    if (action.kind === 'cancel-proposal') cancelledAt = at.getTime()
  }
  const ends =
    opened === undefined
      ? []
      : submit.isExpedited
        ? [opened + 60 * MINUTE, opened + 180 * MINUTE]
        : [opened + 180 * MINUTE]
  const rounds: TracedRound[] = []
  for (const to of ends) {
    if (rounds.at(-1)?.outcome?.kind === 'passes') break
    const from = rounds.at(-1)?.to ?? opened ?? to
    const votes = readVotes(life, from, to)
    const isExpedited = submit.isExpedited && rounds.length === 0
    rounds.push({ from, to, votes: votes.length, outcome: count(votes, isExpedited) })
  }
  const last = rounds.at(-1)?.to ?? submittedAt
  return {
    submit,
    submittedAt,
    depositEnd: opened ?? cancelledAt ?? submittedAt + 120 * MINUTE,
    rounds,
    isCancelled: cancelledAt !== undefined,
    lateVotes: life.filter(({ at, action }) => action.kind === 'vote' && at.getTime() >= last)
      .length,
  }
}

function readVotes(life: readonly TimedAction[], from: number, to: number): Vote[] {
  const votes = new Map<string, Vote>()
  for (const { at, action } of life) {
    if (action.kind !== 'vote' || at.getTime() <= from || at.getTime() >= to) continue
    const { voter, metadata } = action
    const options = action.options.map(({ option, weight }) => ({
      option: parseVoteOption(option),
      weight: parseDec(weight) ?? 0n,
    }))
    votes.set(voter, { voter, metadata, options })
  }
  return [...votes.values()]
}

function createCounter({ genesis }: ChainScript): Counter {
  const validators = genesis.validators.map(
    (validator): Validator => ({
      operatorAddress: validator.operatorAddress,
      accountAddress: parseOperatorAccount(validator.operatorAddress) ?? '',
      moniker: '',
      identity: '',
      website: '',
      tokens: BigInt(validator.tokens),
      delegatorShares: BigInt(validator.delegatorShares),
      jailed: validator.jailed,
      status: validator.status === 3 ? 'BOND_STATUS_BONDED' : 'BOND_STATUS_UNBONDED',
    }),
  )
  const bondedTokens = validators
    .filter(({ status }) => status === 'BOND_STATUS_BONDED')
    .reduce((sum, { tokens }) => sum + tokens, 0n)
  const byDelegator = new Map<string, Delegation[]>()
  for (const { delegatorAddress, validatorAddress, shares } of genesis.delegations) {
    const delegation = {
      delegator: delegatorAddress,
      operatorAddress: validatorAddress,
      shares: BigInt(shares),
    }
    byDelegator.set(delegatorAddress, [...(byDelegator.get(delegatorAddress) ?? []), delegation])
  }
  const params: GovParams = {
    minDeposit: [],
    maxDepositPeriodMs: undefined,
    votingPeriodMs: undefined,
    quorum: DEC_ONE / 5n,
    threshold: DEC_ONE / 2n,
    vetoThreshold: (DEC_ONE * 334n) / 1000n,
    minInitialDepositRatio: undefined,
    proposalCancelRatio: undefined,
    proposalCancelDest: '',
    expeditedVotingPeriodMs: undefined,
    expeditedThreshold: (DEC_ONE * 667n) / 1000n,
    expeditedMinDeposit: [],
    burnVoteQuorum: false,
    burnProposalDepositPrevote: false,
    burnVoteVeto: true,
    minDepositRatio: undefined,
  }
  return (votes, isExpedited) => {
    const delegationsByVoter = new Map(
      votes.map(({ voter }) => [voter, byDelegator.get(voter) ?? []]),
    )
    const threshold = isExpedited ? params.expeditedThreshold : params.threshold
    return computeExactTally({
      votes,
      validators,
      delegationsByVoter,
      bondedTokens,
      params,
      threshold,
    }).outcome
  }
}
