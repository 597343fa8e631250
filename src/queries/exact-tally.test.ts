import { describe, expect, it } from 'vitest'
import { createFakeChain } from '../../test/fake-chain.ts'
import { abciRefusal, abciValue, createFakeTransport, pathOf } from '../../test/fake-transport.ts'
import { VOTES_PATH } from '../chain/gov-votes.ts'
import { QueryVotesResponse } from '../chain/proto/generated/cosmos/gov/v1/query.ts'
import { QueryValidatorsResponse } from '../chain/proto/generated/cosmos/staking/v1beta1/query.ts'
import { DEC_ONE } from '../domain/decimal.ts'
import { LOADING } from '../domain/figure.ts'
import type { GovParams } from '../domain/gov-params.ts'
import type { Proposal } from '../domain/proposal.ts'
import { readExactVote } from './exact-tally.ts'
import { readVotes, type VoteView } from './votes.ts'

const VOTERS = 400
/** Four batches of ten are under way at once. */
const UNDER_WAY = 40

describe('readExactVote', () => {
  it('asks no more of a node that has failed one voter, whose count is lost', async () => {
    let asked = 0
    const transport = createFakeTransport(() => {
      asked += 1
      // The first voter fails at once, the others are answered a moment later.
      return asked === 1 ? abciRefusal(6, 'Internal') : later()
    })
    await expect(readExactVote(createFakeChain(transport), await openVote())).rejects.toThrow(
      /refused/,
    )
    await later()
    await later()
    expect(transport.seen).toHaveLength(UNDER_WAY)
    expect(transport.seen.every(({ options }) => options?.signal?.aborted === true)).toBe(true)
  })

  it('ends with the count the reader stopped', async () => {
    const stop = new AbortController()
    const transport = createFakeTransport(later)
    const view = await openVote()
    const counting = readExactVote(createFakeChain(transport), view, undefined, stop.signal)
    stop.abort(new Error('stopped'))
    await expect(counting).rejects.toThrow('stopped')
    expect(transport.seen).toHaveLength(UNDER_WAY)
  })
})

/** An account without delegations, in a while. */
async function later() {
  await new Promise((resolve) => setTimeout(resolve, 5))
  return abciRefusal(22, 'unable to find delegations')
}

const none = { yes: 0n, abstain: 0n, no: 0n, noWithVeto: 0n }

const source = {
  chainId: 'test-1',
  height: 100n,
  time: undefined,
  endpoint: 'http://node.test',
  query: '/path',
}

const proposal: Proposal = {
  id: 1n,
  status: 'PROPOSAL_STATUS_VOTING_PERIOD',
  title: '',
  summary: '',
  metadata: '',
  proposer: 'akash1x',
  messages: [],
  expedited: false,
  failedReason: '',
  totalDeposit: [],
  submittedAt: undefined,
  depositEndsAt: undefined,
  votingStartsAt: undefined,
  votingEndsAt: undefined,
  finalTally: none,
}

const params: GovParams = {
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
  expeditedThreshold: (DEC_ONE / 3n) * 2n,
  expeditedMinDeposit: [],
  burnVoteQuorum: false,
  burnProposalDepositPrevote: false,
  burnVoteVeto: false,
  minDepositRatio: undefined,
}

/** A vote of many accounts without a validator. */
async function openVote(): Promise<VoteView> {
  const votes = Array.from({ length: VOTERS }, (_, at) => ({
    proposalId: 1n,
    voter: `akash1voter${at}`,
    options: [{ option: 1 as const, weight: '1.000000000000000000' }],
    metadata: '',
  }))
  const pagination = { nextKey: new Uint8Array(), total: BigInt(VOTERS) }
  const transport = createFakeTransport((request) =>
    abciValue(
      pathOf(request) === VOTES_PATH
        ? QueryVotesResponse.encode({ votes, pagination }).finish()
        : QueryValidatorsResponse.encode({ validators: [], pagination: undefined }).finish(),
    ),
  )
  return readVotes(createFakeChain(transport), {
    kind: 'found',
    proposal,
    pin: { height: 100n, reason: 'behind-latest' },
    source,
    params: { kind: 'known', value: params, source },
    bondedTokens: { kind: 'known', value: 1_000n, source },
    tally: { kind: 'known', value: none, source },
    deposits: LOADING,
    bondDenom: LOADING,
  })
}
