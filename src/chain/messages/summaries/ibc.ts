import { type Summary, type SummaryTable, setsParameters } from './summary.ts'

const recoverClient: Summary = ({ field }) =>
  `Recover the IBC client ${field('subject_client_id')} with ${field('substitute_client_id')}`

const upgradeForClients: Summary = ({ field }) =>
  `Upgrade the chain to ${field('plan.name')} at height ${field('plan.height')}, and tell the IBC clients of other chains`

/** Connections to other chains. */
export const IBC_SUMMARIES: SummaryTable = {
  'ibc.core.client.v1.ClientUpdateProposal': recoverClient,
  'ibc.core.client.v1.MsgRecoverClient': recoverClient,
  'ibc.core.client.v1.UpgradeProposal': upgradeForClients,
  'ibc.core.client.v1.MsgIBCSoftwareUpgrade': upgradeForClients,
  'ibc.core.client.v1.MsgUpdateParams': setsParameters('IBC clients'),
  'ibc.core.client.v1.MsgCreateClient': () => 'Create an IBC client',
  'ibc.core.client.v1.MsgUpdateClient': ({ field }) =>
    `Update the IBC client ${field('client_id')}`,
  'ibc.core.client.v1.MsgUpgradeClient': ({ field }) =>
    `Upgrade the IBC client ${field('client_id')}`,
  'ibc.core.client.v1.MsgDeleteClientCreator': ({ field }) =>
    `Forget who created the IBC client ${field('client_id')}`,
  'ibc.core.client.v2.MsgRegisterCounterparty': ({ field }) =>
    `Pair the IBC client ${field('client_id')} with ${field('counterparty_client_id')}`,
  'ibc.core.client.v2.MsgUpdateClientConfig': ({ field }) =>
    `Set who may relay for the IBC client ${field('client_id')}`,
  'ibc.core.connection.v1.MsgUpdateParams': setsParameters('IBC connections'),
  'ibc.core.channel.v1.MsgRecvPacket': ({ field }) =>
    `Receive packet ${field('packet.sequence')} on ${field('packet.destination_channel')}`,
  'ibc.core.channel.v1.MsgAcknowledgement': ({ field }) =>
    `Acknowledge packet ${field('packet.sequence')} of ${field('packet.source_channel')}`,
  'ibc.core.channel.v1.MsgTimeout': ({ field }) =>
    `Give up packet ${field('packet.sequence')} of ${field('packet.source_channel')}`,
  'ibc.applications.transfer.v1.MsgTransfer': ({ field }) =>
    `Send ${field('token')} to ${field('receiver')} over ${field('source_channel')}`,
  'ibc.applications.transfer.v1.MsgUpdateParams': setsParameters('IBC transfers'),
  'ibc.applications.interchain_accounts.controller.v1.MsgUpdateParams': setsParameters(
    'interchain accounts (controller)',
  ),
  'ibc.applications.interchain_accounts.host.v1.MsgUpdateParams': setsParameters(
    'interchain accounts (host)',
  ),
}
