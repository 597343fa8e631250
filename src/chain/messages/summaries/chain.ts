import { listElements, type Summary, type SummaryTable, setsParameters } from './summary.ts'

const upgrade: Summary = ({ field }) =>
  `Upgrade the chain to ${field('plan.name')} at height ${field('plan.height')}`

const changeParameters: Summary = (message) => {
  const [first, ...others] = listElements(message, 'changes', ['key', 'subspace', 'value'])
  if (first === undefined) return 'Change no parameter'
  const [key, module, value] = first
  const rest = others.length === 0 ? '' : `, and ${others.length} more`
  return `Change ${module}.${key} to ${value}${rest}`
}

const cancelUpgrade: Summary = () => 'Cancel the scheduled upgrade of the chain'

/** Upgrades of the chain and the parameters every chain has. */
export const CHAIN_SUMMARIES: SummaryTable = {
  'cosmos.upgrade.v1beta1.MsgSoftwareUpgrade': upgrade,
  'cosmos.upgrade.v1beta1.SoftwareUpgradeProposal': upgrade,
  'cosmos.upgrade.v1beta1.MsgCancelUpgrade': cancelUpgrade,
  'cosmos.upgrade.v1beta1.CancelSoftwareUpgradeProposal': cancelUpgrade,
  'cosmos.params.v1beta1.ParameterChangeProposal': changeParameters,
  'cosmos.auth.v1beta1.MsgUpdateParams': setsParameters('accounts (auth)'),
  'cosmos.consensus.v1.MsgUpdateParams': setsParameters('consensus'),
  'cosmos.crisis.v1beta1.MsgUpdateParams': ({ find }) =>
    `Set the fee for an invariant check to ${find('constant_fee') ?? 'nothing'}`,
  'cosmos.crisis.v1beta1.MsgVerifyInvariant': ({ field }) =>
    `Check the invariant ${field('invariant_module_name')}/${field('invariant_route')}`,
  'cosmos.evidence.v1beta1.MsgSubmitEvidence': () => 'Submit evidence of misbehaviour',
  'cosmos.crypto.ed25519.PubKey': () => 'An Ed25519 key',
  'cosmos.crypto.secp256k1.PubKey': () => 'A secp256k1 key',
  'cosmos.crypto.multisig.LegacyAminoPubKey': ({ field }) =>
    `A key of several keys, ${field('threshold')} of which must sign`,
}
