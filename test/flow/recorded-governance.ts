import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import {
  QueryParamsResponse,
  QueryProposalRequest,
  QueryProposalResponse,
  QueryTallyResultRequest,
  QueryTallyResultResponse,
  QueryVotesRequest,
  QueryVotesResponse,
} from 'cosmjs-types/cosmos/gov/v1/query'
import {
  QueryDelegatorDelegationsRequest,
  QueryDelegatorDelegationsResponse,
  QueryPoolResponse,
  QueryValidatorsRequest,
  QueryValidatorsResponse,
} from 'cosmjs-types/cosmos/staking/v1beta1/query'
import { z } from 'zod/mini'
import { parseDec, parseScaledDec } from '../../src/domain/decimal.ts'
import type { GovParams } from '../../src/domain/gov-params.ts'
import type { Tally } from '../../src/domain/proposal.ts'
import {
  type Delegation,
  parseOperatorAccount,
  type Validator,
} from '../../src/domain/validator.ts'
import { parseVoteOption, type Vote } from '../../src/domain/vote.ts'

const RECORDINGS = new URL('../recordings/', import.meta.url)

const recordedQuery = z.object({
  request: z.object({
    method: z.literal('abci_query'),
    params: z.object({ path: z.string(), data: z.string(), height: z.string() }),
  }),
  response: z.object({
    result: z.object({ response: z.object({ code: z.literal(0), value: z.nullable(z.string()) }) }),
  }),
})

/** A successful `abci_query` of the scene, as it went over the wire. */
interface RecordedQuery {
  readonly path: string
  readonly height: string
  readonly data: Uint8Array
  readonly value: Uint8Array
}

/** Everything one scene has on votes, decoded by cosmjs-types, which shares no code with the product. */
export interface RecordedGovernance {
  readonly votes: (id: number, height: string) => readonly Vote[]
  readonly tally: (id: number, height: string) => Tally
  readonly isExpedited: (id: number, height: string) => boolean
  readonly params: (height: string) => GovParams
  readonly bondedTokens: (height: string) => bigint
  readonly bondedValidators: (height: string) => readonly Validator[]
  readonly delegationsByVoter: (height: string) => ReadonlyMap<string, readonly Delegation[]>
}

export function readTruthText(): string {
  return readFileSync(new URL('truth.json', RECORDINGS), 'utf8')
}

export function readRecordedGovernance(scene: string): RecordedGovernance {
  const folder = new URL(`${scene}/`, RECORDINGS)
  const queries = readdirSync(folder)
    .filter((name) => name.endsWith('.json.gz'))
    .flatMap((name) => readQuery(gunzipSync(readFileSync(new URL(name, folder))).toString('utf8')))
  const at = (path: string, height: string) =>
    queries.filter((query) => query.path === path && query.height === height)
  const one = (path: string, height: string, isIt: (data: Uint8Array) => boolean): Uint8Array => {
    const found = at(path, height).find(({ data }) => isIt(data))
    if (found === undefined) throw new Error(`${path} at ${height} is not recorded`)
    return found.value
  }

  return {
    votes: (id, height) =>
      followPages(at('/cosmos.gov.v1.Query/Votes', height), ({ data, value }) => {
        const request = QueryVotesRequest.decode(data)
        if (request.proposalId !== BigInt(id)) return undefined
        const { votes, pagination } = QueryVotesResponse.decode(value)
        return { rows: votes, key: request.pagination?.key, nextKey: pagination?.nextKey }
      }).map(({ voter, options, metadata }) => ({
        voter,
        metadata,
        options: options.map(({ option, weight }) => ({
          option: parseVoteOption(option),
          weight: decOf(weight),
        })),
      })),
    tally: (id, height) => {
      const value = one('/cosmos.gov.v1.Query/TallyResult', height, (data) => {
        return QueryTallyResultRequest.decode(data).proposalId === BigInt(id)
      })
      const { tally } = QueryTallyResultResponse.decode(value)
      if (tally === undefined) throw new Error(`no tally of ${id} at ${height}`)
      return {
        yes: BigInt(tally.yesCount),
        abstain: BigInt(tally.abstainCount),
        no: BigInt(tally.noCount),
        noWithVeto: BigInt(tally.noWithVetoCount),
      }
    },
    isExpedited: (id, height) => {
      const value = one('/cosmos.gov.v1.Query/Proposal', height, (data) => {
        return QueryProposalRequest.decode(data).proposalId === BigInt(id)
      })
      const { proposal } = QueryProposalResponse.decode(value)
      if (proposal === undefined) throw new Error(`no proposal ${id} at ${height}`)
      return proposal.expedited
    },
    params: (height) => {
      const { params } = QueryParamsResponse.decode(
        one('/cosmos.gov.v1.Query/Params', height, () => true),
      )
      if (params === undefined) throw new Error(`no params at ${height}`)
      return {
        minDeposit: [],
        maxDepositPeriodMs: undefined,
        votingPeriodMs: undefined,
        quorum: decOf(params.quorum),
        threshold: decOf(params.threshold),
        vetoThreshold: decOf(params.vetoThreshold),
        minInitialDepositRatio: undefined,
        proposalCancelRatio: undefined,
        proposalCancelDest: '',
        expeditedVotingPeriodMs: undefined,
        expeditedThreshold: decOf(params.expeditedThreshold),
        expeditedMinDeposit: [],
        burnVoteQuorum: params.burnVoteQuorum,
        burnProposalDepositPrevote: params.burnProposalDepositPrevote,
        burnVoteVeto: params.burnVoteVeto,
        minDepositRatio: undefined,
      }
    },
    bondedTokens: (height) => {
      const { pool } = QueryPoolResponse.decode(
        one('/cosmos.staking.v1beta1.Query/Pool', height, () => true),
      )
      if (pool === undefined) throw new Error(`no pool at ${height}`)
      return BigInt(pool.bondedTokens)
    },
    bondedValidators: (height) =>
      followPages(at('/cosmos.staking.v1beta1.Query/Validators', height), ({ data, value }) => {
        const request = QueryValidatorsRequest.decode(data)
        if (request.status !== 'BOND_STATUS_BONDED') return undefined
        const { validators, pagination } = QueryValidatorsResponse.decode(value)
        return { rows: validators, key: request.pagination?.key, nextKey: pagination?.nextKey }
      }).map((validator) => ({
        operatorAddress: validator.operatorAddress,
        accountAddress: parseOperatorAccount(validator.operatorAddress) ?? '',
        moniker: validator.description.moniker,
        identity: validator.description.identity,
        website: validator.description.website,
        tokens: BigInt(validator.tokens),
        delegatorShares: scaledDecOf(validator.delegatorShares),
        jailed: validator.jailed,
        status: 'BOND_STATUS_BONDED',
      })),
    delegationsByVoter: (height) =>
      new Map(
        at('/cosmos.staking.v1beta1.Query/DelegatorDelegations', height).map(({ data, value }) => {
          const request = QueryDelegatorDelegationsRequest.decode(data)
          const { delegationResponses } = QueryDelegatorDelegationsResponse.decode(value)
          const delegations = delegationResponses.map(({ delegation }) => ({
            delegator: delegation.delegatorAddress,
            operatorAddress: delegation.validatorAddress,
            shares: scaledDecOf(delegation.shares),
          }))
          return [request.delegatorAddr, delegations]
        }),
      ),
  }
}

function readQuery(text: string): RecordedQuery[] {
  const parsed = recordedQuery.safeParse(parseJson(text))
  if (!parsed.success) return []
  const { path, data, height } = parsed.data.request.params
  const value = parsed.data.response.result.response.value ?? ''
  return [{ path, height, data: Buffer.from(data, 'hex'), value: Buffer.from(value, 'base64') }]
}

/** Some recordings are of answers that are no JSON; they are no queries either. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly key: Uint8Array | undefined
  readonly nextKey: Uint8Array | undefined
}

function followPages<Row>(
  queries: readonly RecordedQuery[],
  read: (query: RecordedQuery) => Page<Row> | undefined,
): Row[] {
  const pages = queries.map(read).filter((page) => page !== undefined)
  const rows: Row[] = []
  for (let key = ''; ; ) {
    const page = pages.find((candidate) => hexOf(candidate.key) === key)
    if (page === undefined) throw new Error(`the page from '${key}' is not recorded`)
    rows.push(...page.rows)
    key = hexOf(page.nextKey)
    if (key === '') return rows
  }
}

function hexOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('hex')
}

function decOf(text: string): bigint {
  return required(parseDec(text), text)
}

/** cosmjs-types leaves a LegacyDec as it is on the wire: an integer scaled by 10^18. */
function scaledDecOf(text: string): bigint {
  return required(parseScaledDec(text), text)
}

function required(value: bigint | undefined, text: string): bigint {
  if (value === undefined) throw new Error(`'${text}' is no decimal`)
  return value
}
