/** Fields whose official name is no good label. Empty: the name says nothing beside those it stands under. */
const LABELS: Readonly<Record<string, string>> = {
  params: '',
  val: '',
  dseq: 'Deployment number (dseq)',
  gseq: 'Group number (gseq)',
  oseq: 'Order number (oseq)',
  bseq: 'Bid number (bseq)',
  xid: 'Identifier (xid)',
  msg: 'Message',
  fix_msg: 'Message is part of the address',
  wasm_byte_code: 'Wasm code',
  max_age_num_blocks: 'Maximum age in blocks',
  burn_vote_quorum: 'Burn deposits when quorum is missed',
  burn_vote_veto: 'Burn deposits on veto',
  burn_proposal_deposit_prevote: 'Burn deposits of proposals that reach no vote',
  proposal_cancel_dest: 'Destination of cancellation charges',
  proposal_cancel_ratio: 'Charge for cancelling, share of the deposit',
  bond_denom: 'Staking denomination',
  subspace: 'Module',
  order_max_bids: 'Maximum bids for an order',
}

/** Short forms in official names, written out. */
const WORDS: Readonly<Record<string, string>> = {
  min: 'minimum',
  max: 'maximum',
  num: 'number of',
  msg: 'message',
  msgs: 'messages',
  denom: 'denomination',
  denoms: 'denominations',
  addr: 'address',
  auth: 'authorization',
  bps: '(hundredths of a percent)',
  prevote: 'pre-vote',
  pub: 'public',
  pubkey: 'public key',
  id: 'ID',
  ids: 'IDs',
  uri: 'URI',
  url: 'URL',
  cpu: 'CPU',
  gpu: 'GPU',
  ibc: 'IBC',
  abci: 'ABCI',
  twap: 'TWAP',
  sig: 'signature',
  src: 'source',
  dst: 'destination',
  tx: 'transaction',
}

/** A field for people: `max_age_duration` gives `Maximum age duration`. Empty for a mere container such as `params`. */
export function labelField(name: string): string {
  if (Object.hasOwn(LABELS, name)) return LABELS[name] ?? name
  const words = name.split('_').map((word) => (Object.hasOwn(WORDS, word) ? WORDS[word] : word))
  return upperFirst(words.join(' '))
}

/** One element of a list, counted from 1: `changes` gives `Change 1`. */
export function labelElement(name: string, index: number): string {
  return `${singularOf(labelField(name))} ${index + 1}`
}

/** A label below another: `Evidence` and `Maximum age in blocks` give `Evidence maximum age in blocks`. */
export function joinLabels(outer: string, inner: string): string {
  if (outer === '' || inner === '') return outer === '' ? inner : outer
  return `${outer} ${lowerFirst(inner)}`
}

function singularOf(label: string): string {
  if (label.endsWith('ies')) return `${label.slice(0, -3)}y`
  if (label.endsWith('sses')) return label.slice(0, -2)
  return label.endsWith('s') && !label.endsWith('ss') ? label.slice(0, -1) : label
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** Leaves abbreviations such as CPU alone. */
function lowerFirst(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1)
}
