import { formatCount } from '../../../domain/format-integer.ts'
import { type SummaryTable, setsParameters } from './summary.ts'

/** Staking, slashing, and acting for others (authz). */
export const STAKING_SUMMARIES: SummaryTable = {
  'cosmos.staking.v1beta1.MsgCreateValidator': ({ field }) =>
    `Create the validator “${field('description.moniker')}”`,
  'cosmos.staking.v1beta1.MsgEditValidator': ({ field }) =>
    `Change the description of validator ${field('validator_address')}`,
  'cosmos.staking.v1beta1.MsgDelegate': ({ field }) =>
    `Delegate ${field('amount')} to ${field('validator_address')}`,
  'cosmos.staking.v1beta1.MsgUndelegate': ({ field }) =>
    `Undelegate ${field('amount')} from ${field('validator_address')}`,
  'cosmos.staking.v1beta1.MsgBeginRedelegate': ({ field }) =>
    `Move ${field('amount')} from ${field('validator_src_address')} to ${field('validator_dst_address')}`,
  'cosmos.staking.v1beta1.MsgCancelUnbondingDelegation': ({ field }) =>
    `Delegate ${field('amount')} again that was being undelegated`,
  'cosmos.staking.v1beta1.MsgUpdateParams': setsParameters('staking'),
  'cosmos.staking.v1beta1.StakeAuthorization': () => 'Allow to manage stake',
  'cosmos.slashing.v1beta1.MsgUnjail': ({ field }) =>
    `Release validator ${field('validator_addr')} from jail`,
  'cosmos.slashing.v1beta1.MsgUpdateParams': setsParameters('penalties (slashing)'),
  'cosmos.authz.v1beta1.MsgExec': ({ field, inner }) =>
    `${field('grantee')} runs ${formatCount(inner.length, 'message')} for others`,
  'cosmos.authz.v1beta1.MsgGrant': ({ field }) =>
    `Let ${field('grantee')} act for ${field('granter')}`,
  'cosmos.authz.v1beta1.MsgRevoke': ({ field }) =>
    `No longer let ${field('grantee')} run ${field('msg_type_url')} for ${field('granter')}`,
  'cosmos.authz.v1beta1.GenericAuthorization': ({ field }) => `Allow to run ${field('msg')}`,
}
