/** Where a figure comes from: the answer to "says who, and when?" that every screen owes its reader. */
export interface Source {
  readonly chainId: string
  /** Height of the state that was read. */
  readonly height: bigint
  /** Time of the block at that height; undefined when no node would tell. */
  readonly time: Date | undefined
  /** URL of the node that answered. */
  readonly endpoint: string
  /** The query as a reader can repeat it, e.g. `/cosmos.gov.v1.Query/Proposals`. */
  readonly query: string
}
