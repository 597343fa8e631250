import { queryOptions } from '@tanstack/react-query'
import { fetchVotes, VOTES_PATH } from '../chain/gov-votes.ts'
import { fetchBondedValidators, VALIDATORS_PATH } from '../chain/staking.ts'
import type { Dec } from '../domain/decimal.ts'
import type { GovParams } from '../domain/gov-params.ts'
import type { Proposal, Tally } from '../domain/proposal.ts'
import type { Source } from '../domain/source.ts'
import { countedPowerOf } from '../domain/tally/counted-power.ts'
import { computeGaps, type Gaps } from '../domain/tally/gaps.ts'
import { listNonVoters, type NonVoter } from '../domain/tally/non-voters.ts'
import { classifyOutlook, type Outlook } from '../domain/tally/outlook.ts'
import { computeOverrideBound, type OverrideBound } from '../domain/tally/override-bound.ts'
import { computeValidatorTally, type ValidatorTally } from '../domain/tally/validator-tally.ts'
import { applicableThreshold } from '../domain/tally.ts'
import type { Validator } from '../domain/validator.ts'
import { labelValidators, type ValidatorLabel } from '../domain/validator-label.ts'
import type { Vote } from '../domain/vote.ts'
import type { Chain } from './chain.ts'
import { countableTally, countableValue } from './countable.ts'
import type { ProposalDetail } from './proposal-detail.ts'
import { keepVotes } from './seen-votes.ts'

type FoundProposal = Extract<ProposalDetail, { kind: 'found' }>

/** The vote on one proposal at one height, as far as it can be told without reading one delegation. */
export interface VoteView {
  readonly proposal: Proposal
  readonly source: Source
  readonly validatorsSource: Source
  readonly votes: readonly Vote[]
  /** Bonded ones. */
  readonly validators: readonly Validator[]
  /** Unique labels by operator address: monikers repeat, are blank, or imitate each other. */
  readonly labels: ReadonlyMap<string, ValidatorLabel>
  readonly bondedTokens: bigint
  readonly params: GovParams
  /** The one the proposal is judged by now: the expedited one as long as it is expedited. */
  readonly threshold: Dec
  /** The node's own count at this height. */
  readonly official: Tally
  readonly validatorTally: ValidatorTally
  /** What delegators' own votes did, bounded. */
  readonly bound: OverrideBound
  readonly gaps: Gaps
  readonly outlook: Outlook
  readonly nonVoters: readonly NonVoter[]
}

export function votesQuery(chain: Chain, detail: FoundProposal) {
  const { proposal, source } = detail
  return queryOptions({
    queryKey: [
      chain.key,
      'proposal',
      proposal.id.toString(),
      'votes',
      source.height.toString(),
    ] as const,
    queryFn: async ({ signal }) => {
      const view = await readVotes(chain, detail, signal)
      // Nothing on screen waits for it, and a browser that cannot keep it loses nothing else.
      chain
        .whenIdle()
        .then(() => keepVotes(chain, view))
        .catch(() => undefined)
      return view
    },
    // A height does not change any more.
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/**
 * Votes and validators at the height the proposal was read at: one round trip, and with the proposal's own answers
 * (tally, pool, parameters) one picture.
 * @throws {VoteNotCountableError} when one of those answers is missing, or is none a chain can give
 */
export async function readVotes(
  chain: Chain,
  detail: FoundProposal,
  signal?: AbortSignal,
): Promise<VoteView> {
  const { proposal, source } = detail
  const params = countableValue(detail.params, 'The gov parameters could not be read.')
  const bondedTokens = countableValue(detail.bondedTokens, 'The bonded stake could not be read.')
  const official = countableTally(detail.tally)
  const options = signal ? { signal } : {}
  const [votes, validators] = await Promise.all([
    fetchVotes(chain.transport, proposal.id, source.height, options),
    fetchBondedValidators(chain.transport, source.height, options),
  ])
  return viewOf({
    proposal,
    source: { ...source, endpoint: votes.endpoint, query: VOTES_PATH },
    validatorsSource: { ...source, endpoint: validators.endpoint, query: VALIDATORS_PATH },
    votes: votes.votes,
    validators: validators.value,
    bondedTokens,
    params,
    official,
  })
}

type WhatWasRead = Pick<
  VoteView,
  | 'proposal'
  | 'source'
  | 'validatorsSource'
  | 'votes'
  | 'validators'
  | 'bondedTokens'
  | 'params'
  | 'official'
>

function viewOf(read: WhatWasRead): VoteView {
  const { proposal, votes, validators, bondedTokens, params, official } = read
  const threshold = applicableThreshold(proposal, params)
  const validatorTally = computeValidatorTally({ votes, validators, bondedTokens })
  const counted = countedPowerOf(official)
  const nonVoters = listNonVoters({ validators, votes, bondedTokens })
  return {
    ...read,
    threshold,
    labels: labelValidators(validators),
    validatorTally,
    bound: computeOverrideBound(official, validatorTally),
    gaps: computeGaps(counted, bondedTokens, params, threshold),
    outlook: classifyOutlook({
      counted,
      bondedTokens,
      params,
      threshold,
      silent: nonVoters.map(({ operatorAddress, tokens }) => ({ operatorAddress, power: tokens })),
    }),
    nonVoters,
  }
}
