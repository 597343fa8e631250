import type {
  Delegation,
  Validator,
} from '../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import type { ChainState } from '../chain/ledger.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { readPubKey } from '../protobuf/read-messages.ts'
import { DELEGATION, STAKING_PARAMS_MESSAGE } from '../protobuf/staking-messages.ts'
import { encodeBech32 } from '../server/bech32.ts'
import { compareBytes, concatBytes, encodeUtf8 } from '../server/bytes.ts'
import { sha256 } from '../server/sha256.ts'
import { lengthPrefixed } from './bech32-bytes.ts'
import type { Entry } from './entries.ts'
import { storedAddress } from './living-gov.ts'
import { bareAddress, livingStaking } from './living-staking.ts'
import type { StoreRange } from './store-queries.ts'
import { overlaps, singleRange, wholeRange } from './store-queries.ts'
import { encodeBytesField, encodeIntegerField } from './wire-fields.ts'

const BONDED = 3
/** types/staking.go DefaultPowerReduction: uakt to a unit of power. */
const POWER_REDUCTION = 1_000_000n

/**
 * The store of x/staking below a prefix (SDK 0.53 x/staking/types/keys.go): validators and their indices by consensus
 * address and last power, delegations and their index by validator, params. The ledger keeps no unbonding or
 * redelegation, so none lies there.
 */
export function livingStakingRanges(state: ChainState, prefix: Uint8Array): readonly StoreRange[] {
  const parts: readonly (readonly [root: number, make: (root: Uint8Array) => StoreRange])[] = [
    [0x11, (root) => wholeRange(root, powerEntries(state))],
    [0x12, (root) => singleRange(root, totalPower(state))],
    [0x21, (root) => wholeRange(root, livingStaking(state).validators())],
    [0x22, (root) => wholeRange(root, consensusEntries(state))],
    [0x31, (root) => delegationRange(root, state, prefix)],
    [0x51, (root) => singleRange(root, encodeProto(STAKING_PARAMS_MESSAGE, state.stakingParams()))],
    [0x71, (root) => wholeRange(root, delegatorEntries(state))],
  ]
  return parts
    .map(([part, make]) => ({ root: Uint8Array.of(part), make }))
    .filter(({ root }) => overlaps(root, prefix))
    .map(({ root, make }) => make(root))
}

function powerOf({ tokens }: Validator): bigint {
  return BigInt(tokens) / POWER_REDUCTION
}

function bonded(state: ChainState): readonly Validator[] {
  return state.validators().filter(({ status }) => status === BONDED)
}

/** Of bonded validators, google.protobuf.Int64Value. */
function powerEntries(state: ChainState): readonly Entry[] {
  return bonded(state).map((validator) => ({
    key: storedAddress(validator.operatorAddress),
    item: encodeIntegerField(1, powerOf(validator)),
  }))
}

/** cosmos.base.v1beta1.IntProto */
function totalPower(state: ChainState): Uint8Array {
  const sum = bonded(state).reduce((power, validator) => power + powerOf(validator), 0n)
  return encodeBytesField(1, encodeUtf8(String(sum)))
}

/** Operators under their consensus addresses: the first 20 bytes of the SHA-256 of the key. */
function consensusEntries(state: ChainState): readonly Entry[] {
  return state
    .validators()
    .flatMap(({ consensusPubkey, operatorAddress }) => {
      if (consensusPubkey === undefined) return []
      const address = sha256(readPubKey(consensusPubkey.value)).subarray(0, 20)
      return [{ key: lengthPrefixed(address), item: bareAddress(operatorAddress) }]
    })
    .sort((a, b) => compareBytes(a.key, b.key))
}

/** Delegations: of one delegator when the prefix names one, else all. */
function delegationRange(root: Uint8Array, state: ChainState, prefix: Uint8Array): StoreRange {
  const length = prefix[1]
  if (length !== undefined && prefix.length >= 2 + length) {
    const delegator = encodeBech32('akash', prefix.subarray(2, 2 + length))
    const own = state.delegationsOf(delegator).map((delegation) => ({
      key: storedAddress(delegation.validatorAddress),
      item: encodeProto(DELEGATION, delegation),
    }))
    return wholeRange(prefix.slice(0, 2 + length), own)
  }
  const all = everyDelegation(state).map((delegation) => ({
    key: concatBytes(
      storedAddress(delegation.delegatorAddress),
      storedAddress(delegation.validatorAddress),
    ),
    item: encodeProto(DELEGATION, delegation),
  }))
  return wholeRange(
    root,
    all.sort((a, b) => compareBytes(a.key, b.key)),
  )
}

/** Who delegates to whom: the validator, then the bare delegator, and nothing under them. */
function delegatorEntries(state: ChainState): readonly Entry[] {
  return everyDelegation(state).map(({ validatorAddress, delegatorAddress }) => ({
    key: concatBytes(storedAddress(validatorAddress), bareAddress(delegatorAddress)),
    item: new Uint8Array(),
  }))
}

/** By validator, then by delegator. */
function everyDelegation(state: ChainState): readonly Delegation[] {
  return state.validators().flatMap(({ operatorAddress }) => state.delegationsTo(operatorAddress))
}
