/** What sets one node of a living chain apart from its peers. */
export interface DemoNodeOptions {
  readonly moniker: string
  /** Blocks it is behind the chain. @default 0n */
  readonly lagBlocks?: bigint
  /** Blocks it is ahead of its peers, as one that tells of blocks nobody else has. @default 0n */
  readonly aheadBlocks?: bigint
  /** Newest states it keeps; older ones are pruned. @default all */
  readonly keepStates?: bigint
  /** Newest blocks it keeps. @default all */
  readonly keepBlocks?: bigint
  /** Whether it indexes transactions and blocks. @default true */
  readonly hasIndex?: boolean
  /** The height at which it stopped for good, as a node that missed an upgrade. @default none */
  readonly haltedAt?: bigint
  /**
   * When the chain halts for an upgrade: milliseconds after which it runs the new version and waits for the others.
   * @default as long as the chain stands still
   */
  readonly upgradesAfterMs?: number
  /** Chain it says it is of. @default the ledger's */
  readonly chainId?: string
  /** Version it says it runs. @default the ledger's at its newest height */
  readonly appVersion?: string
  /** What its clock is off from the chain's, milliseconds; shows in block times it tells. @default 0 */
  readonly clockSkewMs?: number
}
