import { bech32 } from '@scure/base'
import type { Dec } from './decimal.ts'

/** x/staking `BondStatus`, in the SDK's spelling. A number this code does not know is UNSPECIFIED. */
export type BondStatus =
  | 'BOND_STATUS_UNSPECIFIED'
  | 'BOND_STATUS_UNBONDED'
  | 'BOND_STATUS_UNBONDING'
  | 'BOND_STATUS_BONDED'

/** x/staking `Validator`, as far as voting and signing need it. */
export interface Validator {
  /** bech32 `…valoper1…`. The only name that tells validators apart. */
  readonly operatorAddress: string
  /** The same bytes as an account: who votes for this validator. */
  readonly accountAddress: string
  /** bech32 `…valcons1…`; undefined until derived from the consensus key. */
  readonly consensusAddress?: string
  /** Text by strangers: blank, equal to another's, hostile. See validator-label.ts. */
  readonly moniker: string
  readonly identity: string
  readonly website: string
  /** All stake with this validator, in base units. */
  readonly tokens: bigint
  readonly delegatorShares: Dec
  readonly jailed: boolean
  readonly status: BondStatus
}

/** x/staking `Delegation`. Its power is shares × tokens ÷ all shares of the validator. */
export interface Delegation {
  readonly delegator: string
  readonly operatorAddress: string
  readonly shares: Dec
}

/**
 * Whether a validator's stake can vote: x/gov asks for the bonded validators by power, an index jailed ones have left
 * (x/staking/keeper/validator.go).
 */
export function isVotingValidator(validator: Pick<Validator, 'status' | 'jailed'>): boolean {
  return validator.status === 'BOND_STATUS_BONDED' && !validator.jailed
}

const OPERATOR_PREFIX_END = 'valoper'

/**
 * The account with the bytes of an operator address: `akashvaloper1…` gives `akash1…`. undefined when the text is not a
 * valid operator address.
 */
export function parseOperatorAccount(operatorAddress: string): string | undefined {
  const decoded = bech32.decodeUnsafe(operatorAddress, false)
  if (decoded === undefined || !decoded.prefix.endsWith(OPERATOR_PREFIX_END)) return undefined
  const prefix = decoded.prefix.slice(0, -OPERATOR_PREFIX_END.length)
  return prefix === '' ? undefined : bech32.encode(prefix, decoded.words, false)
}
