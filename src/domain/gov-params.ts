import type { Coin } from './coin.ts'

/** x/gov v1 `Params`; undefined where the chain leaves a field out. Shares are 18-digit decimals as integers scaled by 10^18 (see decimal.ts). */
export interface GovParams {
  readonly minDeposit: readonly Coin[]
  readonly maxDepositPeriodMs: number | undefined
  readonly votingPeriodMs: number | undefined
  readonly quorum: bigint
  readonly threshold: bigint
  readonly vetoThreshold: bigint
  readonly minInitialDepositRatio: bigint | undefined
  readonly proposalCancelRatio: bigint | undefined
  readonly proposalCancelDest: string
  readonly expeditedVotingPeriodMs: number | undefined
  readonly expeditedThreshold: bigint
  readonly expeditedMinDeposit: readonly Coin[]
  readonly burnVoteQuorum: boolean
  readonly burnProposalDepositPrevote: boolean
  readonly burnVoteVeto: boolean
  readonly minDepositRatio: bigint | undefined
}
