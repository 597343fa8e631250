import { parseScaledDec } from '../domain/decimal.ts'
import {
  type BondStatus,
  type Delegation,
  parseOperatorAccount,
  type Validator,
} from '../domain/validator.ts'
import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { AbciQueryError, fetchAbci } from './abci.ts'
import { type Answered, UndecodableError } from './gov.ts'
import { PageOrderError } from './page-order.ts'
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
  const validators: Validator[] = []
  let key: Uint8Array = new Uint8Array()
  for (let page = 0; page < MOST_PAGES; page++) {
    const data = QueryValidatorsRequest.encode({
      status: 'BOND_STATUS_BONDED',
      pagination: { key, offset: 0n, limit: PAGE_SIZE, countTotal: false, reverse: false },
    }).finish()
    const answer = await fetchAbci(transport, { path: VALIDATORS_PATH, data, height }, options)
    const { endpoint } = answer
    const response = decodeOr(endpoint, VALIDATORS_PATH, () => {
      const { validators, pagination } = QueryValidatorsResponse.decode(answer.value)
      return { validators: validators.map(toValidator), nextKey: pagination?.nextKey }
    })
    validators.push(...response.validators)
    const { nextKey } = response
    if (nextKey === undefined || nextKey.length === 0) {
      return { value: validators, endpoint, height: answer.height }
    }
    if (nextKey.join() === key.join()) throw new PageOrderError(VALIDATORS_PATH, endpoint)
    key = nextKey
  }
  throw new PageOrderError(VALIDATORS_PATH, transport.endpoints[0] ?? '')
}

/**
 * What an account has delegated, to whomever; none for an account without delegations.
 * @throws {AbciQueryError|EndpointError|UndecodableError}
 */
export async function fetchDelegations(
  transport: Transport,
  delegator: string,
  height: bigint,
  options: RequestOptions = {},
): Promise<readonly Delegation[]> {
  const data = QueryDelegatorDelegationsRequest.encode({
    delegatorAddr: delegator,
    pagination: undefined,
  }).finish()
  try {
    const answer = await fetchAbci(transport, { path: DELEGATIONS_PATH, data, height }, options)
    return decodeOr(answer.endpoint, DELEGATIONS_PATH, () =>
      toDelegations(QueryDelegatorDelegationsResponse.decode(answer.value)),
    )
  } catch (error) {
    // An account that has never delegated is refused as "not found" (x/staking/keeper/grpc_query.go).
    if (error instanceof AbciQueryError && error.refusal === 'not-found') return []
    throw error
  }
}

/** @throws {RangeError} on more delegations than one page has, or shares that are no decimal */
function toDelegations(response: QueryDelegatorDelegationsResponse): readonly Delegation[] {
  if ((response.pagination?.nextKey.length ?? 0) > 0) {
    throw new RangeError('an account delegates to more than a hundred validators')
  }
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
function toValidator(proto: ValidatorProto): Validator {
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

function decodeOr<T>(endpoint: string, path: string, decode: () => T): T {
  try {
    return decode()
  } catch (cause) {
    throw new UndecodableError(path, endpoint, { cause })
  }
}
