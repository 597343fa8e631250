/** Time of one block's header, milliseconds since the epoch. */
export interface BlockSample {
  readonly height: bigint
  readonly timeMs: number
}
