import { parseScaledDec } from '../domain/decimal.ts'
import {
  type BondStatus,
  type Delegation,
  parseOperatorAccount,
  type Validator,
} from '../domain/validator.ts'
import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { AbciQueryError } from './abci.ts'
import { fetchAllPages } from './all-pages.ts'
import type { Answered } from './gov.ts'
import {
  QueryDelegatorDelegationsRequest,
  QueryDelegatorDelegationsResponse,
  QueryValidatorsRequest,
  QueryValidatorsResponse,
} from './proto/generated/cosmos/staking/v1beta1/query.ts'
import type { Validator as ValidatorProto } from './proto/generated/cosmos/staking/v1beta1/staking.ts'
import { toBigInt } from './proto-values.ts'

export const VALIDATORS_PATH = '/cosmos.staking.v1beta1.Query/Validators'
export const DELEGATIONS_PATH = '/cosmos.staking.v1beta1.Query/DelegatorDelegations'

const BOND_STATUS: readonly BondStatus[] = [
  'BOND_STATUS_UNSPECIFIED',
  'BOND_STATUS_UNBONDED',
  'BOND_STATUS_UNBONDING',
  'BOND_STATUS_BONDED',
]

/** Akash bonds 100 validators and no chain many more than 300: one page. */
const PAGE_SIZE = 500n
const MOST_PAGES = 20

/**
 * The bonded validators, in the order of their addresses.
 * @throws {AbciQueryError|EndpointError|UndecodableError|PageOrderError}
 */
export async function fetchBondedValidators(
  transport: Transport,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<readonly Validator[]>> {
  return fetchAllPages(
    transport,
    {
      path: VALIDATORS_PATH,
      height,
      pageSize: PAGE_SIZE,
      mostPages: MOST_PAGES,
      keyOf: ({ operatorAddress }: Validator) => operatorAddress,
      encode: (pagination) =>
        QueryValidatorsRequest.encode({ status: 'BOND_STATUS_BONDED', pagination }).finish(),
      decode: (bytes) => {
        const { validators, pagination } = QueryValidatorsResponse.decode(bytes)
        return { items: validators.map(toValidator), nextKey: pagination?.nextKey }
      },
    },
    options,
  )
}

/**
 * What an account has delegated, to whomever; none for an account without delegations. Nearly every account has it all
 * on the node's first page, which is asked for as clients commonly do; further pages are followed.
 * @throws {AbciQueryError|EndpointError|UndecodableError|PageOrderError}
 */
export async function fetchDelegations(
  transport: Transport,
  delegator: string,
  height: bigint,
  options: RequestOptions = {},
): Promise<readonly Delegation[]> {
  let pages = 0
  try {
    const { value } = await fetchAllPages(
      transport,
      {
        path: DELEGATIONS_PATH,
        height,
        pageSize: PAGE_SIZE,
        mostPages: MOST_PAGES,
        isFirstPlain: true,
        keyOf: ({ operatorAddress }: Delegation) => operatorAddress,
        encode: (pagination) =>
          QueryDelegatorDelegationsRequest.encode({
            delegatorAddr: delegator,
            pagination,
          }).finish(),
        decode: (bytes) => {
          pages += 1
          const response = QueryDelegatorDelegationsResponse.decode(bytes)
          return { items: toDelegations(response), nextKey: response.pagination?.nextKey }
        },
      },
      options,
    )
    return value
  } catch (error) {
    // An account that has never delegated is refused as "not found" (x/staking/keeper/grpc_query.go).
    const isRefusedAtOnce = pages === 0 && error instanceof AbciQueryError
    if (isRefusedAtOnce && error.refusal === 'not-found') return []
    throw error
  }
}

/** @throws {RangeError} on shares that are no decimal */
function toDelegations(response: QueryDelegatorDelegationsResponse): readonly Delegation[] {
  return response.delegationResponses.flatMap(({ delegation }) => {
    if (delegation === undefined) return []
    const shares = parseScaledDec(delegation.shares)
    if (shares === undefined) throw new RangeError('shares are not a decimal')
    return [
      {
        delegator: delegation.delegatorAddress,
        operatorAddress: delegation.validatorAddress,
        shares,
      },
    ]
  })
}

/** @throws {RangeError} on tokens or shares that are no numbers */
export function toValidator(proto: ValidatorProto): Validator {
  const tokens = toBigInt(proto.tokens)
  const delegatorShares = parseScaledDec(proto.delegatorShares)
  if (tokens === undefined || delegatorShares === undefined) {
    throw new RangeError(`the stake of ${proto.operatorAddress} is not a number`)
  }
  return {
    operatorAddress: proto.operatorAddress,
    accountAddress: parseOperatorAccount(proto.operatorAddress) ?? '',
    moniker: proto.description?.moniker ?? '',
    identity: proto.description?.identity ?? '',
    website: proto.description?.website ?? '',
    tokens,
    delegatorShares,
    jailed: proto.jailed,
    status: BOND_STATUS[proto.status] ?? 'BOND_STATUS_UNSPECIFIED',
  }
}
