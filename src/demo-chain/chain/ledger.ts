import type {
  Deposit,
  Params as GovParams,
  Proposal,
  TallyResult,
  Vote,
} from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import type {
  Params as SlashingParams,
  ValidatorSigningInfo,
} from '../../chain/proto/generated/cosmos/slashing/v1beta1/slashing.ts'
import type {
  Delegation,
  Pool,
  Params as StakingParams,
  Validator,
} from '../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import type { Plan } from '../../chain/proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'
import type { AppliedUpgrade, ChainAction, LedgerCoin } from './script.ts'

/** The application's state after the block of one height. Lists stand in the order of the store's keys. */
export interface ChainState {
  readonly height: bigint
  /** Time in the header of `height`. */
  readonly time: Date
  readonly appVersion: string
  proposals(): readonly Proposal[]
  proposal(id: bigint): Proposal | undefined
  nextProposalId(): bigint
  /** Ascending by the voter's bytes; none outside the voting period, for the tally deletes them. */
  votes(proposalId: bigint): readonly Vote[]
  deposits(proposalId: bigint): readonly Deposit[]
  /** What `TallyResult` answers: live in the voting period, zeros before, the stored one after. */
  tally(proposalId: bigint): TallyResult | undefined
  govParams(): GovParams
  constitution(): string
  validators(): readonly Validator[]
  /** Ascending by the operator's bytes. */
  delegationsOf(delegator: string): readonly Delegation[]
  delegationsTo(operator: string): readonly Delegation[]
  pool(): Pool
  stakingParams(): StakingParams
  signingInfos(): readonly ValidatorSigningInfo[]
  slashingParams(): SlashingParams
  plan(): Plan | undefined
  appliedUpgrades(): readonly AppliedUpgrade[]
  moduleVersions(): readonly { readonly name: string; readonly version: bigint }[]
  supply(): readonly LedgerCoin[]
  communityPool(): readonly LedgerCoin[]
  inflation(): bigint
}

export interface AbciEventAttribute {
  readonly key: string
  readonly value: string
  readonly index: boolean
}

export interface AbciEvent {
  readonly type: string
  readonly attributes: readonly AbciEventAttribute[]
}

/** A transaction in a block and what came of it. */
export interface LedgerTx {
  /** SHA-256 of `bytes`. */
  readonly hash: Uint8Array
  /** `cosmos.tx.v1beta1.TxRaw` */
  readonly bytes: Uint8Array
  readonly index: number
  readonly code: number
  readonly codespace: string
  readonly log: string
  /** `cosmos.base.abci.v1beta1.TxMsgData`; empty when the transaction failed. */
  readonly data: Uint8Array
  /** Of a failed transaction those of the ante handler alone. */
  readonly events: readonly AbciEvent[]
  /** Those of `events` that its messages told: none of the ante handler. Cheap, where `events` are made when read. */
  readonly messageEvents: readonly AbciEvent[]
  readonly gasWanted: bigint
  readonly gasUsed: bigint
}

export interface LedgerBlock {
  readonly height: bigint
  readonly time: Date
  readonly txs: readonly LedgerTx[]
  /** `finalize_block_events` beside those of transactions, with the attribute `mode`. */
  readonly events: readonly AbciEvent[]
  /** Those of `events` that the governance module told at the end of the block. Cheap, where `events` are made when read. */
  readonly govEvents: readonly AbciEvent[]
  /** Round in which the block was decided; more than 0 after a halt. */
  readonly round: number
  /** The proposer's consensus address, 20 bytes. */
  readonly proposer: Uint8Array
  /** Operator addresses of validators missing from the commit of this block. */
  readonly absent: ReadonlySet<string>
}

/** A validator as consensus knows it. */
export interface ConsensusValidator {
  /** First 20 bytes of the SHA-256 of the key. */
  readonly address: Uint8Array
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array
  /** Whole AKT. */
  readonly power: bigint
  readonly operatorAddress: string
}

/**
 * A chain that moves with a clock. Asking it brings it up to the clock; it has no timers of its own.
 * Every height from `initialHeight` to `tip()` can be read, as on a node that prunes nothing.
 */
export interface ChainLedger {
  readonly chainId: string
  /** The first block there is; earlier ones are dated (`timeOf`) but not kept. */
  readonly initialHeight: bigint
  readonly now: () => Date
  /** Height of the newest block. */
  tip(): bigint
  /** Time of a block, also of one to come and of one before `initialHeight`. Ascending with the height. */
  timeOf(height: bigint): Date
  /** Whether no block comes after this one until two thirds have upgraded; known once the block is made. */
  haltsAt(height: bigint): boolean
  /** @throws {RangeError} outside of `initialHeight` to `tip()` */
  stateAt(height: bigint): ChainState
  /** @throws {RangeError} outside of `initialHeight` to `tip()` */
  blockAt(height: bigint): LedgerBlock
  /** Ascending heights of blocks with transactions or with events of the governance module. */
  eventfulHeights(): readonly bigint[]
  /** The set that signs the block of a height, strongest first, as CometBFT orders it. */
  validatorSetAt(height: bigint): readonly ConsensusValidator[]
  /** Takes in an action; it becomes a transaction of the next block. Returns that block's height. */
  submit(action: ChainAction): bigint
}
