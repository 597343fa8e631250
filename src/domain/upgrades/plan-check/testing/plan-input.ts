import { DEC_ONE } from '../../../decimal.ts'
import type { GovParams } from '../../../gov-params.ts'
import type { Proposal } from '../../../proposal.ts'
import { etaRange } from '../../eta/testing/eta-range.ts'
import type { PlanCheckInput } from '../plan-check.ts'

/** The form of the mainnet's info files: akash-network/net mainnet/upgrades/v2.0.0/info.json. */
export const INFO_FILE = JSON.stringify({
  binaries: {
    'darwin/arm64': `https://github.com/akash-network/node/releases/download/v2.0.0/akash_darwin_all.zip?checksum=sha256:${'e9'.repeat(32)}`,
    'linux/amd64': `https://github.com/akash-network/node/releases/download/v2.0.0/akash_linux_amd64.zip?checksum=sha256:${'e3'.repeat(32)}`,
    'linux/arm64': `https://github.com/akash-network/node/releases/download/v2.0.0/akash_linux_arm64.zip?checksum=sha256:${'ac'.repeat(32)}`,
  },
})

/** Akash's own way of naming that file, without a checksum. */
export const INFO_URL =
  'https://raw.githubusercontent.com/akash-network/net/main/mainnet/upgrades/v2.0.0/info.json'

const PARAMS: GovParams = {
  minDeposit: [{ denom: 'uakt', amount: 1_000_000_000n }],
  maxDepositPeriodMs: undefined,
  votingPeriodMs: undefined,
  quorum: DEC_ONE / 5n,
  threshold: DEC_ONE / 2n,
  vetoThreshold: DEC_ONE / 3n,
  minInitialDepositRatio: undefined,
  proposalCancelRatio: undefined,
  proposalCancelDest: '',
  expeditedVotingPeriodMs: undefined,
  expeditedThreshold: (DEC_ONE * 2n) / 3n,
  expeditedMinDeposit: [{ denom: 'uakt', amount: 2_000_000_000n }],
  burnVoteQuorum: false,
  burnProposalDepositPrevote: false,
  burnVoteVeto: false,
  minDepositRatio: undefined,
}

/** Proposal 318 of the mainnet, in vote: three days before v2.0.0. */
export const PROPOSAL: Proposal = {
  id: 318n,
  status: 'PROPOSAL_STATUS_VOTING_PERIOD',
  title: 'Mainnet 17',
  summary: '',
  metadata: '',
  proposer: 'akash1x',
  messages: [],
  expedited: false,
  failedReason: '',
  totalDeposit: [{ denom: 'uakt', amount: 1_000_000_000n }],
  submittedAt: new Date('2026-03-16T00:00:00Z'),
  depositEndsAt: new Date('2026-03-30T00:00:00Z'),
  votingStartsAt: new Date('2026-03-16T00:00:00Z'),
  votingEndsAt: new Date('2026-03-21T14:00:00Z'),
  finalTally: undefined,
}

/** A sound plan, with parts exchanged. */
export function planInput(parts: Partial<PlanCheckInput> = {}): PlanCheckInput {
  return {
    plan: { name: 'v2.0.0', height: 26_063_777n, info: INFO_FILE },
    height: 26_020_000n,
    eta: etaRange('2026-03-23T13:30:00Z', '2026-03-23T14:00:00Z', '2026-03-23T14:30:00Z'),
    proposal: PROPOSAL,
    params: PARAMS,
    bondedTokens: 1_000n,
    tally: { yes: 250n, abstain: 0n, no: 0n, noWithVeto: 0n },
    current: { plan: undefined, eta: undefined },
    applied: [{ name: 'v1.2.0', height: 25_789_395n }],
    file: { kind: 'not-asked' },
    ...parts,
  }
}
