import { decFromInt, parseDec } from '../../decimal.ts'
import type { GovParams } from '../../gov-params.ts'
import type { Tally } from '../../proposal.ts'
import type { Delegation, Validator } from '../../validator.ts'
import type { Vote, VoteOption } from '../../vote.ts'

/** A decimal of a test, written as people write it. */
export function dec(text: string): bigint {
  const value = parseDec(text)
  if (value === undefined) throw new Error(`'${text}' is no decimal`)
  return value
}

/** The marks of the recorded chain: quorum 20 %, threshold 50 %, expedited 66.7 %, veto 33.4 %. */
export function govParams(marks: { quorum?: string; vetoThreshold?: string } = {}): GovParams {
  return {
    minDeposit: [],
    maxDepositPeriodMs: undefined,
    votingPeriodMs: undefined,
    quorum: dec(marks.quorum ?? '0.2'),
    threshold: dec('0.5'),
    vetoThreshold: dec(marks.vetoThreshold ?? '0.334'),
    minInitialDepositRatio: undefined,
    proposalCancelRatio: undefined,
    proposalCancelDest: '',
    expeditedVotingPeriodMs: undefined,
    expeditedThreshold: dec('0.667'),
    expeditedMinDeposit: [],
    burnVoteQuorum: false,
    burnProposalDepositPrevote: false,
    burnVoteVeto: true,
    minDepositRatio: undefined,
  }
}

/** A bonded validator `operator-<name>` of the account `<name>`, with one share a token. */
export function validatorOf(
  name: string,
  tokens: bigint,
  more: Partial<Validator> = {},
): Validator {
  return {
    operatorAddress: `operator-${name}`,
    accountAddress: name,
    moniker: name,
    identity: '',
    website: '',
    tokens,
    delegatorShares: decFromInt(tokens),
    jailed: false,
    status: 'BOND_STATUS_BONDED',
    ...more,
  }
}

/** A vote with all its weight on one option, or with the weights given. */
export function voteOf(
  voter: string,
  ...options: readonly (VoteOption | readonly [VoteOption, string])[]
): Vote {
  return {
    voter,
    metadata: '',
    options: options.map((each) =>
      typeof each === 'object'
        ? { option: each[0], weight: dec(each[1]) }
        : { option: each, weight: dec('1') },
    ),
  }
}

/** Delegations by voter; shares in whole tokens. */
export function delegationsOf(
  owned: Readonly<Record<string, Readonly<Record<string, bigint>>>>,
): ReadonlyMap<string, readonly Delegation[]> {
  return new Map(
    Object.entries(owned).map(([delegator, shares]) => [
      delegator,
      Object.entries(shares).map(([name, tokens]) => ({
        delegator,
        operatorAddress: `operator-${name}`,
        shares: decFromInt(tokens),
      })),
    ]),
  )
}

export function tallyOf(yes: bigint, abstain: bigint, no: bigint, noWithVeto: bigint): Tally {
  return { yes, abstain, no, noWithVeto }
}
