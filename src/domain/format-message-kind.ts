/** Kinds of proposals people speak of, by the type that says what a message does. */
const KINDS: Readonly<Record<string, string>> = {
  '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade': 'software upgrade',
  '/cosmos.upgrade.v1beta1.SoftwareUpgradeProposal': 'software upgrade',
  '/cosmos.upgrade.v1beta1.MsgCancelUpgrade': 'cancel upgrade',
  '/cosmos.upgrade.v1beta1.CancelSoftwareUpgradeProposal': 'cancel upgrade',
  '/cosmos.params.v1beta1.ParameterChangeProposal': 'parameters',
  '/cosmos.distribution.v1beta1.CommunityPoolSpendProposal': 'community pool spend',
  '/cosmos.distribution.v1beta1.MsgCommunityPoolSpend': 'community pool spend',
  '/cosmos.gov.v1beta1.TextProposal': 'text',
  '/cosmos.gov.v1.MsgExecLegacyContent': 'legacy content',
  '/cosmos.authz.v1beta1.MsgExec': 'run for another account',
  '/ibc.core.client.v1.ClientUpdateProposal': 'IBC client recovery',
  '/ibc.core.client.v1.MsgRecoverClient': 'IBC client recovery',
  '/ibc.core.client.v1.UpgradeProposal': 'IBC client upgrade',
  '/ibc.core.client.v1.MsgIBCSoftwareUpgrade': 'IBC client upgrade',
}

/**
 * A few words for a message type: `software upgrade`, `parameters: market`; for a type not listed, its last name in
 * words (`store code`). The text comes from the chain, so it still has to be shown as such.
 */
export function formatMessageKind(typeUrl: string): string {
  const known = Object.hasOwn(KINDS, typeUrl) ? KINDS[typeUrl] : undefined
  if (known !== undefined) return known
  const [name = '', ...packages] = typeUrl.replace(/^.*\//, '').split('.').reverse()
  if (name === 'MsgUpdateParams') {
    // The version, then the module: `akash.market.v1beta5`.
    const module = packages.find((part) => !/^v\d/.test(part))
    return module === undefined ? 'parameters' : `parameters: ${module}`
  }
  const words = name
    .replace(/^Msg(?=[A-Z])/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return words === '' ? 'unknown message' : words
}
