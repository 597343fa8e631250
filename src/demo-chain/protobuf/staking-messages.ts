import type {
  Params as SlashingParams,
  ValidatorSigningInfo,
} from '../../chain/proto/generated/cosmos/slashing/v1beta1/slashing.ts'
import type {
  Commission,
  CommissionRates,
  Delegation,
  DelegationResponse,
  Description,
  Pool,
  Params as StakingParams,
  Validator,
} from '../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import type { MsgDelegate } from '../../chain/proto/generated/cosmos/staking/v1beta1/tx.ts'
import { ANY, COIN, DURATION, TIMESTAMP } from './common-messages.ts'
import { bytes, describeMessage, integer, message, packed, text } from './message-writer.ts'

const DESCRIPTION = describeMessage<Description>({
  moniker: text,
  identity: text,
  website: text,
  securityContact: text,
  details: text,
})

const COMMISSION_RATES = describeMessage<CommissionRates>({
  rate: text,
  maxRate: text,
  maxChangeRate: text,
})

const COMMISSION = describeMessage<Commission>({
  commissionRates: message(COMMISSION_RATES),
  updateTime: message(TIMESTAMP),
})

export const VALIDATOR = describeMessage<Validator>({
  operatorAddress: text,
  consensusPubkey: message(ANY),
  jailed: integer,
  status: integer,
  tokens: text,
  delegatorShares: text,
  description: message(DESCRIPTION),
  unbondingHeight: integer,
  unbondingTime: message(TIMESTAMP),
  commission: message(COMMISSION),
  minSelfDelegation: text,
  unbondingOnHoldRefCount: integer,
  unbondingIds: packed,
})

export const DELEGATION = describeMessage<Delegation>({
  delegatorAddress: text,
  validatorAddress: text,
  shares: text,
})

export const DELEGATION_RESPONSE = describeMessage<DelegationResponse>({
  delegation: message(DELEGATION),
  balance: message(COIN),
})

export const POOL = describeMessage<Pool>({ notBondedTokens: text, bondedTokens: text })

export const STAKING_PARAMS_MESSAGE = describeMessage<StakingParams>({
  unbondingTime: message(DURATION),
  maxValidators: integer,
  maxEntries: integer,
  historicalEntries: integer,
  bondDenom: text,
  minCommissionRate: text,
})

/** `MsgUndelegate` has the same fields. */
export const MSG_DELEGATE = describeMessage<MsgDelegate>({
  delegatorAddress: text,
  validatorAddress: text,
  amount: message(COIN),
})

export const SIGNING_INFO = describeMessage<ValidatorSigningInfo>({
  address: text,
  startHeight: integer,
  indexOffset: integer,
  jailedUntil: message(TIMESTAMP),
  tombstoned: integer,
  missedBlocksCounter: integer,
})

export const SLASHING_PARAMS_MESSAGE = describeMessage<SlashingParams>({
  signedBlocksWindow: integer,
  minSignedPerWindow: bytes,
  downtimeJailDuration: message(DURATION),
  slashFractionDoubleSign: bytes,
  slashFractionDowntime: bytes,
})
