import { parseDec } from '../domain/decimal.ts'
import type { GovParams } from '../domain/gov-params.ts'
import type { Tally } from '../domain/proposal.ts'
import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { fetchAbci } from './abci.ts'
import { GOV_PATH } from './gov-paths.ts'
import { type ReadProposal, toTally } from './gov-proposal.ts'
import { decodeBondedTokens } from './pool.ts'
import type { Params } from './proto/generated/cosmos/gov/v1/gov.ts'
import {
  QueryParamsResponse,
  QueryTallyResultRequest,
  QueryTallyResultResponse,
} from './proto/generated/cosmos/gov/v1/query.ts'
import { toCoins, toDurationMs } from './proto-values.ts'
import { readBelievable, UnbelievableError } from './unbelievable.ts'

/** A decoded answer and who gave it. */
export interface Answered<T> {
  readonly value: T
  readonly endpoint: string
  readonly height: bigint
}

/** A decoder refused what a node sent, or something that must be there is not. */
export class UndecodableError extends UnbelievableError {
  override readonly name = 'UndecodableError'
  readonly path: string
  override readonly endpoint: string

  constructor(path: string, endpoint: string, options?: ErrorOptions) {
    super(`The answer to ${path} could not be decoded.`, endpoint, options)
    this.path = path
    this.endpoint = endpoint
  }
}

export interface ProposalPageRequest {
  readonly height: bigint
  readonly limit: bigint
  /** Newest first. */
  readonly isReverse: boolean
  /** First id of the page; undefined starts at the end the direction asks for. */
  readonly fromId: bigint | undefined
}

export interface ProposalPage {
  readonly proposals: readonly ReadProposal[]
  /** Where the next page starts; undefined after the last. */
  readonly nextId: bigint | undefined
  readonly endpoint: string
}

/** The tally of a proposal: live while in vote, else the stored one. The node does the counting. */
export async function fetchTally(
  transport: Transport,
  id: bigint,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<Tally>> {
  const data = QueryTallyResultRequest.encode({ proposalId: id }).finish()
  return fetchDecoded(transport, { path: GOV_PATH.tally, data, height }, options, (bytes) =>
    toTally(QueryTallyResultResponse.decode(bytes).tally),
  )
}

/** Stake that is bonded, which quorum is measured against (`Pool.bonded_tokens`, the bonded pool's balance). */
export async function fetchBondedTokens(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<bigint>> {
  return fetchDecoded(transport, { path: GOV_PATH.pool, height }, options, decodeBondedTokens)
}

export async function fetchGovParams(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<GovParams>> {
  return fetchDecoded(transport, { path: GOV_PATH.params, height }, options, (bytes) => {
    const { params } = QueryParamsResponse.decode(bytes)
    return params === undefined ? undefined : toGovParams(params)
  })
}

/**
 * One query, decoded; what does not decode, or is not there, is an error where no other endpoint tells better.
 * @throws {UndecodableError}
 */
export async function fetchDecoded<T>(
  transport: Transport,
  query: { path: string; data?: Uint8Array; height: bigint },
  options: RequestOptions,
  decode: (bytes: Uint8Array) => T | undefined,
): Promise<Answered<T>> {
  return readBelievable(transport, options, async (each) => {
    const answer = await fetchAbci(transport, query, each)
    const value = decodeAnswer(query.path, answer.endpoint, () => decode(answer.value))
    return { value, endpoint: answer.endpoint, height: answer.height }
  })
}

/** What an answer decodes to. @throws {UndecodableError} when it does not, or holds nothing */
export function decodeAnswer<T>(path: string, endpoint: string, decode: () => T | undefined): T {
  let value: T | undefined
  try {
    value = decode()
  } catch (cause) {
    throw new UndecodableError(path, endpoint, { cause })
  }
  if (value === undefined) throw new UndecodableError(path, endpoint)
  return value
}

/** undefined when a share is no decimal: a threshold that cannot be read is not a threshold of zero. */
function toGovParams(params: Params): GovParams | undefined {
  const quorum = parseDec(params.quorum)
  const threshold = parseDec(params.threshold)
  const vetoThreshold = parseDec(params.vetoThreshold)
  if (quorum === undefined || threshold === undefined || vetoThreshold === undefined) {
    return undefined
  }
  return {
    minDeposit: toCoins(params.minDeposit),
    maxDepositPeriodMs: toDurationMs(params.maxDepositPeriod),
    votingPeriodMs: toDurationMs(params.votingPeriod),
    quorum,
    threshold,
    vetoThreshold,
    minInitialDepositRatio: parseDec(params.minInitialDepositRatio),
    proposalCancelRatio: parseDec(params.proposalCancelRatio),
    proposalCancelDest: params.proposalCancelDest,
    expeditedVotingPeriodMs: toDurationMs(params.expeditedVotingPeriod),
    // Chains before SDK 0.50 have no expedited proposals and leave this empty.
    expeditedThreshold: parseDec(params.expeditedThreshold) ?? threshold,
    expeditedMinDeposit: toCoins(params.expeditedMinDeposit),
    burnVoteQuorum: params.burnVoteQuorum,
    burnProposalDepositPrevote: params.burnProposalDepositPrevote,
    burnVoteVeto: params.burnVoteVeto,
    minDepositRatio: parseDec(params.minDepositRatio),
  }
}
