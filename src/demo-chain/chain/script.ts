import type {
  Params as GovParams,
  Proposal,
} from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import type {
  Params as SlashingParams,
  ValidatorSigningInfo,
} from '../../chain/proto/generated/cosmos/slashing/v1beta1/slashing.ts'
import type {
  Delegation,
  Params as StakingParams,
  Validator,
} from '../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import type { Plan } from '../../chain/proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'
import type { Any } from '../../chain/proto/generated/google/protobuf/any.ts'

/** An amount of base units. */
export interface LedgerCoin {
  readonly denom: string
  readonly amount: bigint
}

/** An upgrade whose handler ran. */
export interface AppliedUpgrade {
  readonly name: string
  readonly height: bigint
}

/** The whole state a ledger begins with, after the block at `height`. Wire types as the modules store them. */
export interface Genesis {
  readonly chainId: string
  readonly height: bigint
  readonly time: Date
  /** Of every status. */
  readonly validators: readonly Validator[]
  /** How often each validator is absent from a commit, by operator address: 0 never, 1 always. Missing means 0. */
  readonly absence: ReadonlyMap<string, number>
  readonly delegations: readonly Delegation[]
  readonly signingInfos: readonly ValidatorSigningInfo[]
  readonly govParams: GovParams
  readonly constitution: string
  readonly stakingParams: StakingParams
  readonly slashingParams: SlashingParams
  /** Proposals of the past, ascending by id; those still open go on under the ledger's rules. */
  readonly proposals: readonly Proposal[]
  readonly nextProposalId: bigint
  readonly plan: Plan | undefined
  readonly appliedUpgrades: readonly AppliedUpgrade[]
  readonly moduleVersions: readonly { readonly name: string; readonly version: bigint }[]
  readonly supply: readonly LedgerCoin[]
  readonly communityPool: readonly LedgerCoin[]
  /** Scaled by 10^18. */
  readonly inflation: bigint
  /** Version of the software the chain runs, such as `v2.1.0`. */
  readonly appVersion: string
}

/** Names a proposal of a script before the chain has numbered it, or one the chain already numbered. */
export type ProposalRef = { readonly key: string } | { readonly id: bigint }

/** What somebody does on the chain. Each becomes a transaction of the first block at or after its time. */
export type ChainAction =
  | {
      readonly kind: 'submit-proposal'
      /** By which later actions name the proposal. */
      readonly key: string
      readonly proposer: string
      readonly messages: readonly Any[]
      readonly title: string
      readonly summary: string
      readonly metadata: string
      readonly initialDeposit: bigint
      readonly isExpedited: boolean
    }
  | {
      readonly kind: 'deposit'
      readonly proposal: ProposalRef
      readonly depositor: string
      /** uakt */
      readonly amount: bigint
    }
  | {
      readonly kind: 'vote'
      readonly proposal: ProposalRef
      readonly voter: string
      /** 1 yes, 2 abstain, 3 no, 4 no with veto; weights are decimals with a dot that add up to 1. */
      readonly options: readonly { readonly option: 1 | 2 | 3 | 4; readonly weight: string }[]
      readonly metadata: string
      /** Who sent it in the voter's stead (authz); undefined for the voter. */
      readonly grantee: string | undefined
    }
  | { readonly kind: 'cancel-proposal'; readonly proposal: ProposalRef; readonly proposer: string }
  | {
      readonly kind: 'delegate'
      readonly delegator: string
      readonly operator: string
      /** uakt; negative undelegates. */
      readonly amount: bigint
    }

export interface TimedAction {
  readonly at: Date
  readonly action: ChainAction
}

/** How long the chain stands still at the height of a plan until two thirds have upgraded. Plans not named do not halt it. */
export interface PlannedHalt {
  readonly planName: string
  readonly durationMs: number
}

/** A world and what its people do. The same script gives the same chain. */
export interface ChainScript {
  readonly genesis: Genesis
  readonly seed: number
  readonly halts: readonly PlannedHalt[]
  /** What happens after `from` and until `to`, ascending by time. Calls with adjoining spans give what one call would. */
  actions(from: Date, to: Date): readonly TimedAction[]
}
