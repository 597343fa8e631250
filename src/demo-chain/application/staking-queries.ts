import { answerForAddress } from './address-codec.ts'
import { lengthPrefixed } from './bech32-bytes.ts'
import type { Entry } from './entries.ts'
import { findEntry } from './entries.ts'
import type { QueryAnswer } from './query-answer.ts'
import { invalidArgument, notFound, valueAnswer } from './query-answer.ts'
import type { PagedList } from './sdk-paging.ts'
import { answerPage, pageStore } from './sdk-paging.ts'
import type { WireField } from './wire-fields.ts'
import { encodeBytesField, lastText } from './wire-fields.ts'

const QUERY = '/cosmos.staking.v1beta1.Query/'

/** x/staking BondStatus by the name a request filters by. */
export const BOND_STATUSES: ReadonlyMap<string, bigint> = new Map([
  ['BOND_STATUS_UNBONDED', 1n],
  ['BOND_STATUS_UNBONDING', 2n],
  ['BOND_STATUS_BONDED', 3n],
])

/** A validator under its operator's address. */
export interface ValidatorEntry extends Entry {
  /** BondStatus */
  readonly status: bigint
}

/** x/staking at one height. undefined: not known, as in a recording that was not asked for it. */
export interface StakingSource {
  /** Ascending by the operator's bytes; those that are known where not all are. */
  validators(): readonly ValidatorEntry[]
  /** Whether all validators of a status are known; of every status, without one. */
  hasAllValidators(status?: bigint): boolean
  /** `cosmos.staking.v1beta1.DelegationResponse` of one delegator, ascending by the operator's bytes. */
  delegationsOf(delegator: string): readonly Entry[] | undefined
  /** The same of one validator, under the bare bytes of the delegator, by which they ascend. */
  delegationsTo(operator: string): readonly Entry[] | undefined
}

/**
 * Validators and delegations as SDK 0.53 x/staking/keeper/grpc_query.go answers for them.
 * @returns undefined: another question, or what it needs is not known
 */
export function answerStaking(
  path: string,
  request: readonly WireField[],
  staking: StakingSource,
  height: bigint,
): QueryAnswer | undefined {
  const address = lastText(request, 1)
  switch (path) {
    case `${QUERY}Validators`:
      return answerValidators(address, request, staking, height)
    case `${QUERY}Validator`:
      return answerValidator(address, staking, height)
    case `${QUERY}DelegatorDelegations`:
      if (address === '') return emptyAddress('delegator', height)
      return answerList(staking.delegationsOf(address), address, 'akash', request, height)
    case `${QUERY}ValidatorDelegations`:
      if (address === '') return emptyAddress('validator', height)
      return answerList(staking.delegationsTo(address), address, 'akashvaloper', request, height)
    case `${QUERY}Delegation`:
      return answerDelegation(address, lastText(request, 2), staking, height)
    default:
      return undefined
  }
}

function emptyAddress(whose: 'delegator' | 'validator', height: bigint): QueryAnswer {
  return invalidArgument(`${whose} address cannot be empty`, height)
}

function answerValidators(
  name: string,
  request: readonly WireField[],
  staking: StakingSource,
  height: bigint,
): QueryAnswer | undefined {
  const status = BOND_STATUSES.get(name)
  if (status === undefined && name !== '') {
    return invalidArgument(`invalid validator status ${name}`, height)
  }
  if (!staking.hasAllValidators(status)) return undefined
  // Keyed pages may end on a validator of another status, so the walk takes all that are known.
  const list: PagedList<ValidatorEntry> = {
    entries: staking.validators(),
    pager: pageStore,
    pageField: 2,
    accepts: (validator) => status === undefined || validator.status === status,
  }
  return answerPage(list, request, height)
}

function answerValidator(
  address: string,
  staking: StakingSource,
  height: bigint,
): QueryAnswer | undefined {
  if (address === '') return emptyAddress('validator', height)
  return answerForAddress(address, 'akashvaloper', height, (bytes) => {
    const found = findEntry(staking.validators(), lengthPrefixed(bytes))
    if (found !== undefined) return valueAnswer(encodeBytesField(1, found.item), height)
    if (!staking.hasAllValidators()) return undefined
    return notFound(`validator ${address} not found`, height)
  })
}

function answerList(
  entries: readonly Entry[] | undefined,
  address: string,
  prefix: 'akash' | 'akashvaloper',
  request: readonly WireField[],
  height: bigint,
): QueryAnswer | undefined {
  if (entries === undefined) return undefined
  return answerForAddress(address, prefix, height, () =>
    answerPage({ entries, pager: pageStore, pageField: 2 }, request, height),
  )
}

function answerDelegation(
  delegator: string,
  operator: string,
  staking: StakingSource,
  height: bigint,
): QueryAnswer | undefined {
  if (delegator === '') return emptyAddress('delegator', height)
  if (operator === '') return emptyAddress('validator', height)
  const delegations = staking.delegationsOf(delegator)
  if (delegations === undefined) return undefined
  return answerForAddress(delegator, 'akash', height, () =>
    answerForAddress(operator, 'akashvaloper', height, (bytes) => {
      const found = findEntry(delegations, lengthPrefixed(bytes))
      if (found !== undefined) return valueAnswer(encodeBytesField(1, found.item), height)
      const missing = `delegation with delegator ${delegator} not found for validator ${operator}`
      return notFound(missing, height)
    }),
  )
}
