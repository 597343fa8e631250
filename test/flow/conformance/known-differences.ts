/** How answers of the demo chain differ in form from those of a real node, and why they may. */
export interface KnownDifference {
  readonly name: string
  /** Which recordings show it: every one that fits shows it. */
  readonly recordings: RegExp
  /** What differs, as the comparison tells it: everything that fits is this difference. */
  readonly differs: RegExp
  readonly reason: string
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    name: 'no lists of escrow, no history of prices',
    recordings: /\/\d+-(escrow|oracle-(prices|params))\b/,
    differs: /./,
    reason:
      'accounts come with deployments and bids, payments with leases, and the oracle tells its price; the lists of their own are asked for by nobody and answered as a node without them answers',
  },
  {
    name: 'audited providers',
    recordings: /\/\d+-audit-all$/,
    differs: /^(AuditedProvider: never recorded|\S+: field 1 was never recorded)$/,
    reason: 'auditors of the demo chain sign attributes; of the recorded chain there were none',
  },
  {
    name: 'windows of notice in what has ended',
    recordings: /\/\d+-((leases|bids|orders)-closed-p[1-5]|leases-insufficient(_funds)?-p1)$/,
    differs:
      /^(Lease of kind [23]: field 7|Bid of kind 4: field 6|Order of kind 3: field 5) was never recorded$/,
    reason: 'of the recorded leases and orders with a window of notice all were still open',
  },
  {
    name: 'windows of notice in bids and orders of a sixth page',
    recordings: /\/\d+-(bids|orders)-closed-p6$/,
    differs: /^(Bid of kind 4: field 6|Order of kind 3: field 5) was never recorded$/,
    reason: 'as above; the sixth page of leases is the last',
  },
  {
    name: 'pages behind the last tenant',
    recordings:
      /^(steady\/\d+-bids-active-p4|market\/\d+-(leases-closed-p6|(bids|orders)-closed-p7))$/,
    differs: /^\/akash\.market\.v1beta5\.Query\/\w+: field 1 is missing$/,
    reason: 'the key of the recorded page names a tenant behind all those of the demo chain',
  },
  {
    name: 'no proofs',
    recordings: /\/\d+-(store-plan-)?proof\b/,
    differs: /^(\.?result\.response\.|height: recorded \d+, given 0)/,
    reason:
      'the stores of the demo chain are lists and no trees; asked for a proof its nodes say what a node says that has none',
  },
  {
    name: 'no build information',
    recordings: /\/\d+-node-info$/,
    differs: /^VersionInfo: field [678] is missing$/,
    reason: 'nothing was built: there are no build tags, Go version and Go modules to tell',
  },
  {
    name: 'messages of which only the type is on record',
    recordings: /\/\d+-gov-proposals-p1$/,
    differs: /^Any: field 2 is missing$/,
    reason: 'the past is that of mainnet as far as it is on record, and some contents are not',
  },
  {
    name: 'a tombstoned validator',
    recordings: /\/\d+-slashing-signing-infos-p1$/,
    differs: /^ValidatorSigningInfo: field 5 was never recorded$/,
    reason: 'the demo chain always shows one; on the recorded chain nobody had signed twice',
  },
  {
    name: 'peers stand where the node stands',
    recordings: /^(halt-partial|resumed)\/\d+-dump_consensus_state/,
    differs: /^\.result\.peers\[\]\.peer_state\.round_state\./,
    reason:
      'demo nodes ask one ledger and not each other; of peers behind or ahead they know nothing',
  },
  {
    name: 'no process that ran an upgrade',
    recordings: /^resumed\/\d+-abci_info-(noindex|nocors)$/,
    differs: /^\.result\.response\.app_version: missing$/,
    reason:
      'a real node tells `app_version` only in the process that ran the upgrade, which is why nobody may read it',
  },
]

/** The same of frames on a WebSocket. */
export const KNOWN_SOCKET_DIFFERENCES: readonly KnownDifference[] = [
  {
    name: 'no oracle',
    recordings: /\/ws\/(newblock|active_proposal)$/,
    differs: /^events: akash\.oracle\.v2\.EventAggregatedPrice\.(price|mode) is missing$/,
    reason: 'the oracle of the demo chain tells its price to queries alone; no block ends with one',
  },
  {
    name: 'no farewell',
    recordings: /^halt\/ws\//,
    differs: /^never sent: error .*subscription was canceled \(reason: CometBFT exited\)/,
    reason:
      'only a node sends one that is stopped; those of the demo chain stand still or break off',
  },
]

export function isListed(
  { recordings, differs }: KnownDifference,
  { recording, what }: { readonly recording: string; readonly what: string },
): boolean {
  return recordings.test(recording) && differs.test(what)
}
