import { sha256 } from '@noble/hashes/sha2.js'
import { bech32 } from '@scure/base'
import type { Stake, ValidatorProfile } from '../domain/account.ts'
import { parseScaledDec } from '../domain/decimal.ts'
import type { Deposit } from '../domain/proposal.ts'
import type { Vote } from '../domain/vote.ts'
import type { CastOnProposal } from '../domain/vote-history.ts'
import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { AbciQueryError } from './abci.ts'
import { fetchAllPages } from './all-pages.ts'
import { type Answered, fetchDecoded } from './gov.ts'
import { toVote } from './gov-votes.ts'
import { PubKey } from './proto/generated/cosmos/crypto/ed25519/keys.ts'
import {
  QueryDepositRequest,
  QueryDepositResponse,
  QueryVoteRequest,
  QueryVoteResponse,
} from './proto/generated/cosmos/gov/v1/query.ts'
import {
  QueryDelegatorDelegationsRequest,
  QueryDelegatorDelegationsResponse,
  QueryValidatorRequest,
  QueryValidatorResponse,
  QueryValidatorsRequest,
  QueryValidatorsResponse,
} from './proto/generated/cosmos/staking/v1beta1/query.ts'
import type { Validator as ValidatorProto } from './proto/generated/cosmos/staking/v1beta1/staking.ts'
import type { Any } from './proto/generated/google/protobuf/any.ts'
import { toCoins } from './proto-values.ts'
import { DELEGATIONS_PATH, toValidator, VALIDATORS_PATH } from './staking.ts'
import { castsOf } from './vote-history.ts'
import { readJson, WireShapeError } from './wire.ts'

export const ACCOUNT_PATH = {
  validator: '/cosmos.staking.v1beta1.Query/Validator',
  vote: '/cosmos.gov.v1.Query/Vote',
  deposit: '/cosmos.gov.v1.Query/Deposit',
} as const

/** As in staking.ts: one page holds the bonded validators of any chain, and nearly every account's delegations. */
const PAGE_SIZE = 500n
const MOST_PAGES = 20

/**
 * The bonded validators with what their own pages show, in the order of their addresses.
 * @throws {AbciQueryError|EndpointError|UndecodableError|PageOrderError}
 */
export async function fetchValidatorProfiles(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<readonly ValidatorProfile[]>> {
  return fetchAllPages(
    transport,
    {
      path: VALIDATORS_PATH,
      height,
      pageSize: PAGE_SIZE,
      mostPages: MOST_PAGES,
      keyOf: ({ operatorAddress }: ValidatorProfile) => operatorAddress,
      encode: (pagination) =>
        QueryValidatorsRequest.encode({ status: 'BOND_STATUS_BONDED', pagination }).finish(),
      decode: (bytes) => {
        const { validators, pagination } = QueryValidatorsResponse.decode(bytes)
        return { items: validators.map(toProfile), nextKey: pagination?.nextKey }
      },
    },
    options,
  )
}

/** One validator of any status; `value` is undefined where the chain has none of that address. */
export async function fetchValidatorProfile(
  transport: Transport,
  operatorAddress: string,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<ValidatorProfile | undefined>> {
  const data = QueryValidatorRequest.encode({ validatorAddr: operatorAddress }).finish()
  return orNothing(
    height,
    fetchDecoded(transport, { path: ACCOUNT_PATH.validator, data, height }, options, (bytes) => {
      const { validator } = QueryValidatorResponse.decode(bytes)
      return validator === undefined ? undefined : toProfile(validator)
    }),
  )
}

/** The vote an account has on an open proposal; `value` is undefined where it has none. */
export async function fetchVote(
  transport: Transport,
  proposalId: bigint,
  voter: string,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<Vote | undefined>> {
  const data = QueryVoteRequest.encode({ proposalId, voter }).finish()
  return orNothing(
    height,
    fetchDecoded(transport, { path: ACCOUNT_PATH.vote, data, height }, options, (bytes) => {
      const { vote } = QueryVoteResponse.decode(bytes)
      return vote === undefined ? undefined : toVote(vote)
    }),
  )
}

/** What an account has deposited on a proposal that is not closed; `value` is undefined where it has nothing. */
export async function fetchDeposit(
  transport: Transport,
  proposalId: bigint,
  depositor: string,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<Deposit | undefined>> {
  const data = QueryDepositRequest.encode({ proposalId, depositor }).finish()
  return orNothing(
    height,
    fetchDecoded(transport, { path: ACCOUNT_PATH.deposit, data, height }, options, (bytes) => {
      const { deposit } = QueryDepositResponse.decode(bytes)
      return deposit === undefined
        ? undefined
        : { depositor: deposit.depositor, coins: toCoins(deposit.amount) }
    }),
  )
}

/**
 * What an account has delegated, with its worth; none for an account without delegations.
 * @throws {AbciQueryError|EndpointError|UndecodableError|PageOrderError}
 */
export async function fetchStakes(
  transport: Transport,
  delegator: string,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<readonly Stake[]>> {
  const { value, ...answer } = await orNothing(
    height,
    fetchAllPages(
      transport,
      {
        path: DELEGATIONS_PATH,
        height,
        pageSize: PAGE_SIZE,
        mostPages: MOST_PAGES,
        isFirstPlain: true,
        keyOf: ({ operatorAddress }: Stake) => operatorAddress,
        encode: (pagination) =>
          QueryDelegatorDelegationsRequest.encode({
            delegatorAddr: delegator,
            pagination,
          }).finish(),
        decode: (bytes) => {
          const response = QueryDelegatorDelegationsResponse.decode(bytes)
          return { items: toStakes(response), nextKey: response.pagination?.nextKey }
        },
      },
      options,
    ),
  )
  return { ...answer, value: value ?? [] }
}

/** The chain has no such record: an answer, where absence is what was asked. */
async function orNothing<T>(
  height: bigint,
  asked: Promise<Answered<T>>,
): Promise<Answered<T | undefined>> {
  try {
    return await asked
  } catch (error) {
    if (!(error instanceof AbciQueryError) || error.refusal !== 'not-found') throw error
    return { value: undefined, endpoint: error.endpoint, height }
  }
}

/** @throws {RangeError} on an amount that is no number */
function toStakes({ delegationResponses }: QueryDelegatorDelegationsResponse): readonly Stake[] {
  return delegationResponses.flatMap(({ delegation, balance }) => {
    if (delegation === undefined || balance === undefined) return []
    return toCoins([balance]).map((coin) => ({
      operatorAddress: delegation.validatorAddress,
      balance: coin,
    }))
  })
}

function toProfile(proto: ValidatorProto): ValidatorProfile {
  const rates = proto.commission?.commissionRates
  const consensusAddress = toConsensusAddress(proto.operatorAddress, proto.consensusPubkey)
  return {
    ...toValidator(proto),
    ...(consensusAddress === undefined ? {} : { consensusAddress }),
    details: proto.description?.details ?? '',
    commissionRate: parseScaledDec(rates?.rate ?? ''),
    maxCommissionRate: parseScaledDec(rates?.maxRate ?? ''),
  }
}

/** First 20 bytes of the key's SHA-256 (CometBFT crypto/ed25519). undefined for keys of another kind. */
function toConsensusAddress(operatorAddress: string, key: Any | undefined): string | undefined {
  const prefix = /^(.+)valoper1/.exec(operatorAddress)?.[1]
  if (prefix === undefined || key?.typeUrl !== '/cosmos.crypto.ed25519.PubKey') return undefined
  const hash = sha256(PubKey.decode(key.value).key).slice(0, 20)
  return bech32.encode(`${prefix}valcons`, bech32.toWords(hash))
}

/** One page of what a node's transaction index tells of an account's votes, newest first. */
export interface PastVotesPage {
  readonly casts: readonly CastOnProposal[]
  /** Transactions the index names. */
  readonly total: number
  readonly page: number
  readonly hasMore: boolean
  readonly endpoint: string
}

/** The query a reader can repeat. */
export function pastVotesSearch(voter: string): string {
  return `proposal_vote.voter='${voter}'`
}

/** Transactions a page; a node sorts all matches for every page, so few pages are asked for. */
const PAST_VOTES_PAGE = 30

/**
 * Votes of an account by the transaction index. It reaches no further back than the node was synced with it, and votes
 * of before SDK 0.47 name no voter: what is missing cannot be told.
 * @throws {RpcRefusalError} when the node keeps no index
 */
export async function fetchPastVotes(
  transport: Transport,
  voter: string,
  page: number,
  options: RequestOptions = {},
): Promise<PastVotesPage> {
  const { result, endpoint } = await transport.request(
    {
      method: 'tx_search',
      params: {
        query: pastVotesSearch(voter),
        prove: false,
        page: page.toString(),
        per_page: PAST_VOTES_PAGE.toString(),
        order_by: 'desc',
      },
    },
    // A slow search must not hold up what else is asked at the moment: a batch is answered as a whole.
    { ...options, isBatchable: false },
  )
  const read = readJson('tx_search', result)
  const txs = read.at('txs')
  if (!Array.isArray(txs)) throw new WireShapeError('tx_search', 'txs')
  const total = Number(read.integer('total_count'))
  return {
    // Within a transaction the last vote counts, and it stands last.
    casts: txs.flatMap((tx) =>
      castsOf(tx)
        .filter((cast) => cast.voter === voter)
        .reverse(),
    ),
    total,
    page,
    hasMore: txs.length > 0 && page * PAST_VOTES_PAGE < total,
    endpoint,
  }
}
