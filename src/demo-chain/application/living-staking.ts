import type { ValidatorSigningInfo } from '../../chain/proto/generated/cosmos/slashing/v1beta1/slashing.ts'
import type {
  Delegation,
  Validator,
} from '../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import type { ChainState } from '../chain/ledger.ts'
import { LEGACY_ONE, quoDec } from '../chain/legacy-dec.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { DELEGATION_RESPONSE, SIGNING_INFO, VALIDATOR } from '../protobuf/staking-messages.ts'
import { parseBech32 } from './bech32-bytes.ts'
import type { Entry } from './entries.ts'
import { createEntryLists, lazyEntry } from './lazy-entries.ts'
import { storedAddress } from './living-gov.ts'
import type { SlashingSource } from './slashing-queries.ts'
import type { StakingSource, ValidatorEntry } from './staking-queries.ts'

const validatorEntries = createEntryLists(
  (validator: Validator): ValidatorEntry =>
    Object.assign(
      lazyEntry(
        () => storedAddress(validator.operatorAddress),
        () => encodeProto(VALIDATOR, validator),
      ),
      { status: BigInt(validator.status) },
    ),
)

const signingInfoEntries = createEntryLists((info: ValidatorSigningInfo) =>
  lazyEntry(
    () => storedAddress(info.address),
    () => encodeProto(SIGNING_INFO, info),
  ),
)

/** Validators by operator address; made once for each list of a state. */
const validatorsByOperator = new WeakMap<readonly Validator[], ReadonlyMap<string, Validator>>()

/** x/staking and x/slashing of a living chain, of which everything is known. */
export function livingStaking(state: ChainState): StakingSource & SlashingSource {
  return {
    validators: () => validatorEntries(state.validators()),
    hasAllValidators: () => true,
    delegationsOf: (delegator) =>
      state
        .delegationsOf(delegator)
        .map((one) => responseEntry(one, () => storedAddress(one.validatorAddress), state)),
    delegationsTo: (operator) =>
      state
        .delegationsTo(operator)
        .map((one) => responseEntry(one, () => bareAddress(one.delegatorAddress), state)),
    signingInfos: () => signingInfoEntries(state.signingInfos()),
  }
}

/** Bytes of an address the chain has taken in, without their length. */
export function bareAddress(address: string): Uint8Array {
  return parseBech32(address) ?? new Uint8Array()
}

function responseEntry(
  delegation: Delegation,
  makeKey: () => Uint8Array,
  state: ChainState,
): Entry {
  return lazyEntry(makeKey, () => {
    const amount = String(balanceOf(delegation, state))
    const balance = { denom: state.stakingParams().bondDenom, amount }
    return encodeProto(DELEGATION_RESPONSE, { delegation, balance })
  })
}

/** x/staking/types/validator.go TokensFromShares, truncated. */
function balanceOf({ validatorAddress, shares }: Delegation, state: ChainState): bigint {
  const validator = byOperator(state.validators()).get(validatorAddress)
  const allShares = BigInt(validator?.delegatorShares ?? 0)
  if (validator === undefined || allShares === 0n) return 0n
  return quoDec(BigInt(shares) * BigInt(validator.tokens), allShares) / LEGACY_ONE
}

function byOperator(validators: readonly Validator[]): ReadonlyMap<string, Validator> {
  const known = validatorsByOperator.get(validators)
  if (known !== undefined) return known
  const made = new Map(validators.map((validator) => [validator.operatorAddress, validator]))
  validatorsByOperator.set(validators, made)
  return made
}
