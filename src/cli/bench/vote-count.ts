import { decodeVotes } from '../../chain/gov-votes.ts'
import {
  VoteOption,
  type Vote as VoteProto,
} from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import { QueryVotesResponse } from '../../chain/proto/generated/cosmos/gov/v1/query.ts'
import { DEC_ONE } from '../../domain/decimal.ts'
import { computeExactTally, type ExactTallyInput } from '../../domain/tally/exact-tally.ts'
import type { Delegation, Validator } from '../../domain/validator.ts'
import type { KnownVoteOption, Vote } from '../../domain/vote.ts'
import { atMost, type Measurement } from './finding.ts'
import { medianMs } from './median.ts'

const VALIDATORS = 100
const VOTES = 5_000
const DELEGATOR_VOTERS = 1_500
const ROUNDS = 15
const OPTIONS: readonly KnownVoteOption[] = [
  'VOTE_OPTION_YES',
  'VOTE_OPTION_ABSTAIN',
  'VOTE_OPTION_NO',
  'VOTE_OPTION_NO_WITH_VETO',
]

const WIRE = [
  VoteOption.VOTE_OPTION_YES,
  VoteOption.VOTE_OPTION_ABSTAIN,
  VoteOption.VOTE_OPTION_NO,
  VoteOption.VOTE_OPTION_NO_WITH_VETO,
]

/** Counting and decoding a vote of five thousand, without a network. */
export function voteCount(): Measurement {
  return {
    heading: 'A vote of 5,000, of which 1,500 have delegations of their own',
    async measure() {
      const world = createWorld()
      const encoded = encodeVotes(world.votes)
      return [
        atMost(
          'exact tally',
          medianMs(ROUNDS, () => computeExactTally(world)),
          50,
          'ms',
        ),
        atMost(
          'decoding the votes',
          medianMs(ROUNDS, () => decodeVotes(encoded)),
          20,
          'ms',
        ),
      ]
    },
  }
}

function createWorld(): ExactTallyInput {
  const validators = Array.from({ length: VALIDATORS }, (_, index): Validator => {
    const tokens = 1_000_000_000_000n * BigInt(VALIDATORS - index) + 7n
    return {
      operatorAddress: `valoper${index}`,
      accountAddress: `voter${index}`,
      moniker: `Validator ${index}`,
      identity: '',
      website: '',
      tokens,
      delegatorShares: tokens * DEC_ONE + BigInt(index),
      jailed: false,
      status: 'BOND_STATUS_BONDED',
    }
  })
  const votes = Array.from({ length: VOTES }, (_, index): Vote => {
    const option = OPTIONS[index % OPTIONS.length] ?? 'VOTE_OPTION_YES'
    return { voter: `voter${index}`, metadata: '', options: [{ option, weight: DEC_ONE }] }
  })
  const delegationsByVoter = new Map(
    votes.map(({ voter }, index): [string, readonly Delegation[]] => [
      voter,
      index >= VALIDATORS && index < VALIDATORS + DELEGATOR_VOTERS
        ? [0, 7, 31].map((step) => ({
            delegator: voter,
            operatorAddress: `valoper${(index + step) % VALIDATORS}`,
            shares: 1_234_567n * DEC_ONE + BigInt(index),
          }))
        : [],
    ]),
  )
  return {
    votes,
    validators,
    delegationsByVoter,
    bondedTokens: validators.reduce((sum, { tokens }) => sum + tokens, 0n),
    params: {
      minDeposit: [],
      maxDepositPeriodMs: undefined,
      votingPeriodMs: undefined,
      quorum: DEC_ONE / 5n,
      threshold: DEC_ONE / 2n,
      vetoThreshold: DEC_ONE / 3n,
      minInitialDepositRatio: undefined,
      proposalCancelRatio: undefined,
      proposalCancelDest: '',
      expeditedVotingPeriodMs: undefined,
      expeditedThreshold: (DEC_ONE * 2n) / 3n,
      expeditedMinDeposit: [],
      burnVoteQuorum: false,
      burnProposalDepositPrevote: false,
      burnVoteVeto: false,
      minDepositRatio: undefined,
    },
    threshold: DEC_ONE / 2n,
  }
}

function encodeVotes(votes: readonly Vote[]): Uint8Array {
  return QueryVotesResponse.encode({
    votes: votes.map(
      ({ voter }, index): VoteProto => ({
        proposalId: 1n,
        voter: `akash1${voter.padEnd(38, 'q')}`,
        options: [
          { option: WIRE[index % WIRE.length] ?? VoteOption.VOTE_OPTION_YES, weight: '1.0' },
        ],
        metadata: '',
      }),
    ),
    pagination: undefined,
  }).finish()
}
