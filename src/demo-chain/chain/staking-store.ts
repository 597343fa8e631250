import type {
  Delegation,
  Validator,
} from '../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import { readPubKey } from '../protobuf/read-messages.ts'
import { compareAddresses } from './address-order.ts'
import { accountOfOperator } from './module-account.ts'
import type { Genesis } from './script.ts'
import type { BondedValidator } from './tally.ts'
import { countUpTo, VersionHistory } from './version-history.ts'

const BONDED = 3

/** State of the staking module, at any height. Nobody enters or leaves the active set. */
export interface StakingStore {
  validator(operatorAddress: string, height: number): Validator | undefined
  /** Ascending by the operator's bytes. */
  validators(height: number): readonly Validator[]
  /** Ascending by the operator's bytes. */
  delegationsOf(delegator: string, height: number): readonly Delegation[]
  /** Ascending by the delegator's bytes. */
  delegationsTo(operatorAddress: string, height: number): readonly Delegation[]
  bonded(height: number): readonly BondedValidator[]
  /** uakt */
  bondedTokens(height: number): bigint
  /** uakt, of validators that are not bonded and of those who left one. */
  notBondedTokens(height: number): bigint
  /** How many times anything was written up to a height; equal numbers mean equal state. */
  version(height: number): number
  putValidator(height: number, validator: Validator): void
  putDelegation(height: number, delegation: Delegation): void
  /** Tokens on their way out. They stay there: unbonding takes longer than a ledger lives. */
  addUnbonding(height: number, amount: bigint): void
}

export function createStakingStore(genesis: Genesis): StakingStore {
  const start = Number(genesis.height)
  const validatorsByOperator = new Map<string, VersionHistory<Validator>>()
  const delegationsByDelegator = new Map<string, VersionHistory<readonly Delegation[]>>()
  const delegatorsByOperator = new Map<string, Set<string>>()
  const accounts = new Map<string, string>()
  const parsed = new Map<string, ParsedValidator>()
  const unbonding = new VersionHistory(start, 0n)
  const changes: number[] = []
  let read: { readonly version: number; readonly sums: StakingSums } | undefined

  function sumsAt(height: number): StakingSums {
    const version = countUpTo(changes, height)
    if (read?.version !== version) read = { version, sums: sumUp(validators(height), parse) }
    return read.sums
  }

  /** Stake moves at one validator at a time, so nearly all of them were seen before. */
  function parse(validator: Validator): ParsedValidator {
    const { operatorAddress, tokens, delegatorShares } = validator
    const known = parsed.get(operatorAddress)
    if (known?.of === validator) return known
    const account = accounts.get(operatorAddress) ?? ''
    const seat = {
      operatorAddress,
      account,
      tokens: BigInt(tokens),
      delegatorShares: BigInt(delegatorShares),
    }
    const read = { of: validator, seat }
    parsed.set(operatorAddress, read)
    return read
  }

  function validators(height: number): readonly Validator[] {
    const all = [...validatorsByOperator.values()].map((history) => history.at(height))
    return all.filter((validator) => validator !== undefined)
  }

  const sorted = [...genesis.validators].sort((a, b) =>
    compareAddresses(a.operatorAddress, b.operatorAddress),
  )
  for (const validator of sorted) {
    const { operatorAddress } = validator
    validatorsByOperator.set(operatorAddress, new VersionHistory(start, validator))
    accounts.set(operatorAddress, accountOfOperator(operatorAddress) ?? '')
  }
  for (const [delegator, list] of groupByDelegator(genesis.delegations)) {
    delegationsByDelegator.set(delegator, new VersionHistory(start, list))
    for (const { validatorAddress } of list)
      remember(delegatorsByOperator, validatorAddress, delegator)
  }

  return {
    validator: (operatorAddress, height) => validatorsByOperator.get(operatorAddress)?.at(height),
    validators,
    delegationsOf: (delegator, height) => delegationsByDelegator.get(delegator)?.at(height) ?? [],

    delegationsTo(operatorAddress, height) {
      const delegators = [...(delegatorsByOperator.get(operatorAddress) ?? [])].sort(
        compareAddresses,
      )
      return delegators.flatMap((delegator) =>
        (delegationsByDelegator.get(delegator)?.at(height) ?? []).filter(
          ({ validatorAddress }) => validatorAddress === operatorAddress,
        ),
      )
    },

    bonded: (height) => sumsAt(height).bonded,
    bondedTokens: (height) => sumsAt(height).bondedTokens,
    notBondedTokens: (height) => sumsAt(height).otherTokens + (unbonding.at(height) ?? 0n),
    version: (height) => countUpTo(changes, height),

    putValidator(height, validator) {
      validatorsByOperator.get(validator.operatorAddress)?.set(height, validator)
      changes.push(height)
      read = undefined
    },

    putDelegation(height, delegation) {
      const { delegatorAddress, validatorAddress, shares } = delegation
      const history = delegationsByDelegator.get(delegatorAddress)
      const others = (history?.at(height) ?? []).filter(
        (other) => other.validatorAddress !== validatorAddress,
      )
      const list = sortByOperator(shares === '0' ? others : [...others, delegation])
      if (history === undefined) {
        delegationsByDelegator.set(delegatorAddress, new VersionHistory(height, list))
      } else history.set(height, list)
      remember(delegatorsByOperator, validatorAddress, delegatorAddress)
      changes.push(height)
    },

    addUnbonding: (height, amount) => unbonding.set(height, (unbonding.at(height) ?? 0n) + amount),
  }
}

interface StakingSums {
  readonly bonded: readonly BondedValidator[]
  readonly bondedTokens: bigint
  readonly otherTokens: bigint
}

/** A validator whose figures were read. */
interface ParsedValidator {
  readonly of: Validator
  readonly seat: BondedValidator
}

function sumUp(
  validators: readonly Validator[],
  parse: (validator: Validator) => ParsedValidator,
): StakingSums {
  const bonded: BondedValidator[] = []
  let bondedTokens = 0n
  let otherTokens = 0n
  for (const validator of validators) {
    const { seat } = parse(validator)
    if (validator.status === BONDED) bondedTokens += seat.tokens
    else otherTokens += seat.tokens
    if (validator.status === BONDED && !validator.jailed) bonded.push(seat)
  }
  return { bonded, bondedTokens, otherTokens }
}

function groupByDelegator(delegations: readonly Delegation[]): Map<string, Delegation[]> {
  const groups = new Map<string, Delegation[]>()
  for (const delegation of delegations) {
    const group = groups.get(delegation.delegatorAddress)
    if (group === undefined) groups.set(delegation.delegatorAddress, [delegation])
    else group.push(delegation)
  }
  for (const group of groups.values()) if (group.length > 1) sortByOperator(group)
  return groups
}

function sortByOperator(delegations: Delegation[]): Delegation[] {
  return delegations.sort((a, b) => compareAddresses(a.validatorAddress, b.validatorAddress))
}

function remember(groups: Map<string, Set<string>>, key: string, member: string): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, new Set([member]))
  else group.add(member)
}

/** The Ed25519 key a validator signs with; empty when it has none. */
export function consensusKey(validator: Validator): Uint8Array {
  const any = validator.consensusPubkey
  return any === undefined ? new Uint8Array() : readPubKey(any.value)
}
