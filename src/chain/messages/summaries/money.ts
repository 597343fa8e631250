import { type Summary, type SummaryTable, setsParameters } from './summary.ts'

const spend: Summary = ({ field, find }) =>
  `Pay ${find('amount') ?? 'nothing'} from the community pool to ${field('recipient')}`

/** Coins: bank, distribution, mint, vesting, fee grants. */
export const MONEY_SUMMARIES: SummaryTable = {
  'cosmos.bank.v1beta1.MsgSend': ({ field }) =>
    `Send ${field('amount')} from ${field('from_address')} to ${field('to_address')}`,
  'cosmos.bank.v1beta1.MsgMultiSend': ({ field }) =>
    `Send ${field('inputs[0].coins')} from ${field('inputs[0].address')} to several accounts`,
  'cosmos.bank.v1beta1.MsgSetSendEnabled': () => 'Set which denominations can be sent',
  'cosmos.bank.v1beta1.MsgUpdateParams': setsParameters('transfers (bank)'),
  'cosmos.bank.v1beta1.SendAuthorization': ({ field }) =>
    `Allow to send up to ${field('spend_limit')}`,
  'cosmos.distribution.v1beta1.MsgCommunityPoolSpend': spend,
  'cosmos.distribution.v1beta1.CommunityPoolSpendProposal': spend,
  'cosmos.distribution.v1beta1.MsgFundCommunityPool': ({ field }) =>
    `Give ${field('amount')} to the community pool`,
  'cosmos.distribution.v1beta1.MsgDepositValidatorRewardsPool': ({ field }) =>
    `Give ${field('amount')} to the rewards of validator ${field('validator_address')}`,
  'cosmos.distribution.v1beta1.MsgSetWithdrawAddress': ({ field }) =>
    `Pay staking rewards to ${field('withdraw_address')}`,
  'cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward': ({ field }) =>
    `Withdraw staking rewards from validator ${field('validator_address')}`,
  'cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission': ({ field }) =>
    `Withdraw the commission of validator ${field('validator_address')}`,
  'cosmos.distribution.v1beta1.MsgUpdateParams': setsParameters('rewards (distribution)'),
  'cosmos.mint.v1beta1.MsgUpdateParams': setsParameters('inflation (mint)'),
  'cosmos.vesting.v1beta1.MsgCreateVestingAccount': ({ field }) =>
    `Send ${field('amount')} to ${field('to_address')}, to be released until ${field('end_time')}`,
  'cosmos.feegrant.v1beta1.MsgGrantAllowance': ({ field }) =>
    `Let ${field('grantee')} pay fees from ${field('granter')}`,
  'cosmos.feegrant.v1beta1.MsgRevokeAllowance': ({ field }) =>
    `No longer let ${field('grantee')} pay fees from ${field('granter')}`,
  'cosmos.feegrant.v1beta1.BasicAllowance': () => 'An allowance for fees',
  'cosmos.feegrant.v1beta1.PeriodicAllowance': () => 'An allowance for fees that is renewed',
  'cosmos.feegrant.v1beta1.AllowedMsgAllowance': () => 'An allowance for the fees of some messages',
}
