/**
 * What a field means where its protobuf type does not tell.
 * `scaled`: a LegacyDec as the SDK writes it, an integer of 18 hidden digits, in a string or as ASCII in bytes.
 * `decimal`: a decimal in human form. `number`: an integer written as text. `text`: UTF-8 in bytes.
 * `seconds`, `nanoseconds`: a point in time since 1970.
 */
export type FieldKind =
  | 'scaled'
  | 'decimal'
  | 'number'
  | 'height'
  | 'text'
  | 'seconds'
  | 'nanoseconds'

/** By message type and kind: the fields, separated by spaces. */
const KINDS: Readonly<Record<string, Partial<Readonly<Record<FieldKind, string>>>>> = {
  // Custom types of the SDK's modules; x/gov v1 alone keeps plain strings (proto/cosmos/gov/v1/gov.proto).
  'cosmos.staking.v1beta1.Params': { scaled: 'min_commission_rate' },
  'cosmos.staking.v1beta1.CommissionRates': { scaled: 'rate max_rate max_change_rate' },
  'cosmos.staking.v1beta1.MsgCreateValidator': { number: 'min_self_delegation' },
  'cosmos.staking.v1beta1.MsgEditValidator': {
    scaled: 'commission_rate',
    number: 'min_self_delegation',
  },
  'cosmos.staking.v1beta1.MsgCancelUnbondingDelegation': { height: 'creation_height' },
  'cosmos.mint.v1beta1.Params': {
    scaled: 'inflation_rate_change inflation_max inflation_min goal_bonded',
  },
  'cosmos.distribution.v1beta1.Params': {
    scaled: 'community_tax base_proposer_reward bonus_proposer_reward',
  },
  'cosmos.slashing.v1beta1.Params': {
    scaled: 'min_signed_per_window slash_fraction_double_sign slash_fraction_downtime',
  },
  'cosmos.gov.v1beta1.WeightedVoteOption': { scaled: 'weight' },
  'cosmos.gov.v1.WeightedVoteOption': { decimal: 'weight' },
  'cosmos.gov.v1.Params': {
    decimal:
      'quorum threshold veto_threshold min_initial_deposit_ratio proposal_cancel_ratio expedited_threshold min_deposit_ratio',
  },
  'cosmos.upgrade.v1beta1.Plan': { height: 'height' },
  'cosmos.vesting.v1beta1.MsgCreateVestingAccount': { seconds: 'end_time' },
  'tendermint.types.ABCIParams': { height: 'vote_extensions_enable_height' },
  'ibc.core.client.v1.Height': { height: 'revision_height' },
  'ibc.core.channel.v1.Packet': { text: 'data', nanoseconds: 'timeout_timestamp' },
  'ibc.core.channel.v1.MsgAcknowledgement': { text: 'acknowledgement' },
  'ibc.applications.transfer.v1.MsgTransfer': { nanoseconds: 'timeout_timestamp' },
  'cosmwasm.wasm.v1.MsgInstantiateContract': { text: 'msg' },
  'cosmwasm.wasm.v1.MsgInstantiateContract2': { text: 'msg' },
  'cosmwasm.wasm.v1.MsgExecuteContract': { text: 'msg' },
  'cosmwasm.wasm.v1.MsgMigrateContract': { text: 'msg' },
  'cosmwasm.wasm.v1.MsgSudoContract': { text: 'msg' },
  'cosmwasm.wasm.v1.MsgStoreAndInstantiateContract': { text: 'msg' },
  'cosmwasm.wasm.v1.MsgStoreAndMigrateContract': { text: 'msg' },
  // Akash: certificates are PEM, quantities of resources ASCII decimals.
  'akash.cert.v1.MsgCreateCertificate': { text: 'cert pubkey' },
  'akash.base.resources.v1beta4.ResourceValue': { number: 'val' },
  'akash.oracle.v1.PriceDataState': { scaled: 'price' },
  'akash.oracle.v2.MsgAddPriceEntry': { scaled: 'price' },
}

/** undefined where the protobuf type says enough. */
export function findFieldKind(type: string, name: string): FieldKind | undefined {
  const kinds = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined
  return FIELD_KINDS.find((kind) => kinds?.[kind]?.split(' ').includes(name))
}

const FIELD_KINDS: readonly FieldKind[] = [
  'scaled',
  'decimal',
  'number',
  'height',
  'text',
  'seconds',
  'nanoseconds',
]
