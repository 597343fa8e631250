import { type Summary, type SummaryTable, setsParameters } from './summary.ts'

const instantiate: Summary = ({ field }) =>
  `Create the contract “${field('label')}” from code ${field('code_id')}`

/** Smart contracts (wasm). */
export const CONTRACT_SUMMARIES: SummaryTable = {
  'cosmwasm.wasm.v1.MsgStoreCode': () => 'Store code of a smart contract',
  'cosmwasm.wasm.v1.MsgInstantiateContract': instantiate,
  'cosmwasm.wasm.v1.MsgInstantiateContract2': instantiate,
  'cosmwasm.wasm.v1.MsgStoreAndInstantiateContract': ({ field }) =>
    `Store code and create the contract “${field('label')}” from it`,
  'cosmwasm.wasm.v1.MsgStoreAndMigrateContract': ({ field }) =>
    `Store code and move contract ${field('contract')} to it`,
  'cosmwasm.wasm.v1.MsgExecuteContract': ({ field }) => `Call contract ${field('contract')}`,
  'cosmwasm.wasm.v1.MsgSudoContract': ({ field }) =>
    `Call contract ${field('contract')} with the chain's own rights`,
  'cosmwasm.wasm.v1.MsgMigrateContract': ({ field }) =>
    `Move contract ${field('contract')} to code ${field('code_id')}`,
  'cosmwasm.wasm.v1.MsgUpdateAdmin': ({ field }) =>
    `Make ${field('new_admin')} the administrator of contract ${field('contract')}`,
  'cosmwasm.wasm.v1.MsgClearAdmin': ({ field }) =>
    `Leave contract ${field('contract')} without an administrator`,
  'cosmwasm.wasm.v1.MsgUpdateContractLabel': ({ field }) =>
    `Call contract ${field('contract')} “${field('new_label')}”`,
  'cosmwasm.wasm.v1.MsgUpdateInstantiateConfig': ({ field }) =>
    `Set who may create contracts from code ${field('code_id')}`,
  'cosmwasm.wasm.v1.MsgPinCodes': () => 'Keep code of smart contracts in memory',
  'cosmwasm.wasm.v1.MsgUnpinCodes': () => 'No longer keep code of smart contracts in memory',
  'cosmwasm.wasm.v1.MsgAddCodeUploadParamsAddresses': () =>
    'Let more accounts upload code of smart contracts',
  'cosmwasm.wasm.v1.MsgRemoveCodeUploadParamsAddresses': () =>
    'No longer let some accounts upload code of smart contracts',
  'cosmwasm.wasm.v1.MsgUpdateParams': setsParameters('smart contracts (wasm)'),
}
