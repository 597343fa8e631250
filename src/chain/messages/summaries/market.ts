import { type Summary, type SummaryTable, setsParameters, withoutPrefix } from './summary.ts'

const deployment: (verb: string) => Summary =
  (verb) =>
  ({ field }) =>
    `${verb} deployment ${field('id.dseq')} of ${field('id.owner')}`

const group: (verb: string) => Summary =
  (verb) =>
  ({ field }) =>
    `${verb} group ${field('id.gseq')} of deployment ${field('id.dseq')} of ${field('id.owner')}`

const lease: (verb: string) => Summary =
  (verb) =>
  ({ field }) =>
    `${verb} with ${field('id.provider')} for deployment ${field('id.dseq')} of ${field('id.owner')}`

/** Akash's market: deployments, orders, bids, leases, and the money held for them. */
export const MARKET_SUMMARIES: SummaryTable = {
  'akash.market.v1beta5.MsgCreateBid': ({ field }) =>
    `Bid ${field('price')} a block for deployment ${field('id.dseq')} of ${field('id.owner')}`,
  'akash.market.v1beta5.MsgCloseBid': lease('Withdraw the bid'),
  'akash.market.v1beta5.MsgCreateLease': ({ field }) =>
    `Lease from ${field('bid_id.provider')} for deployment ${field('bid_id.dseq')} of ${field('bid_id.owner')}`,
  'akash.market.v1beta5.MsgWithdrawLease': lease('Withdraw what was earned by the lease'),
  'akash.market.v1beta5.MsgCloseLease': lease('Close the lease'),
  'akash.market.v1beta5.MsgLeaseStartReclaim': ({ field }) =>
    `Reclaim the resources leased from ${field('id.provider')} for deployment ${field('id.dseq')} of ${field('id.owner')} (${withoutPrefix(field('reason'), 'lease_closed_')})`,
  'akash.market.v1beta5.MsgUpdateParams': setsParameters('the market'),
  'akash.deployment.v1beta4.MsgCreateDeployment': deployment('Create'),
  'akash.deployment.v1beta4.MsgUpdateDeployment': deployment('Update'),
  'akash.deployment.v1beta4.MsgCloseDeployment': deployment('Close'),
  'akash.deployment.v1beta4.MsgStartGroup': group('Start'),
  'akash.deployment.v1beta4.MsgPauseGroup': group('Pause'),
  'akash.deployment.v1beta4.MsgCloseGroup': group('Close'),
  'akash.deployment.v1beta4.MsgUpdateParams': setsParameters('deployments'),
  'akash.escrow.v1.MsgAccountDeposit': ({ field }) =>
    `Deposit ${field('deposit.amount')} for ${field('id.scope')} ${field('id.xid')}`,
  'akash.escrow.v1.DepositAuthorization': () => 'Allow to pay deposits',
}
