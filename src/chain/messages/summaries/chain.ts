import { type Summary, type SummaryTable, setsParameters } from './summary.ts'

const upgrade: Summary = ({ field }) =>
  `Upgrade the chain to ${field('plan.name') || 'a version without a name'} at height ${field('plan.height') || 'zero'}`

const cancelUpgrade: Summary = () => 'Cancel the scheduled upgrade of the chain'

/** Upgrades of the chain and the parameters every chain has. */
export const CHAIN_SUMMARIES: SummaryTable = {
  'cosmos.upgrade.v1beta1.MsgSoftwareUpgrade': upgrade,
  'cosmos.upgrade.v1beta1.SoftwareUpgradeProposal': upgrade,
  'cosmos.upgrade.v1beta1.MsgCancelUpgrade': cancelUpgrade,
  'cosmos.upgrade.v1beta1.CancelSoftwareUpgradeProposal': cancelUpgrade,
  'cosmos.params.v1beta1.ParameterChangeProposal': ({ field }) => {
    const changes: string[] = []
    for (let index = 0; field(`changes[${index}].key`) !== ''; index++) {
      const module = field(`changes[${index}].subspace`)
      changes.push(
        `${module}.${field(`changes[${index}].key`)} to ${field(`changes[${index}].value`)}`,
      )
    }
    const [first] = changes
    if (first === undefined) return 'Change no parameter'
    return changes.length === 1
      ? `Change ${first}`
      : `Change ${first}, and ${changes.length - 1} more`
  },
  'cosmos.auth.v1beta1.MsgUpdateParams': setsParameters('accounts (auth)'),
  'cosmos.consensus.v1.MsgUpdateParams': setsParameters('consensus'),
  'cosmos.crisis.v1beta1.MsgUpdateParams': ({ field }) =>
    `Set the fee for an invariant check to ${field('constant_fee') || 'none'}`,
  'cosmos.crisis.v1beta1.MsgVerifyInvariant': ({ field }) =>
    `Check the invariant ${field('invariant_module_name')}/${field('invariant_route')}`,
  'cosmos.evidence.v1beta1.MsgSubmitEvidence': () => 'Submit evidence of misbehaviour',
  'cosmos.crypto.ed25519.PubKey': () => 'An Ed25519 key',
  'cosmos.crypto.secp256k1.PubKey': () => 'A secp256k1 key',
  'cosmos.crypto.multisig.LegacyAminoPubKey': ({ field }) =>
    `A key of several keys, ${field('threshold')} of which must sign`,
}
