/** A stretch of blocks that took so much longer than the rest that the chain stood still in it. */
export interface Standstill {
  /** Both ends are blocks whose headers were read. */
  readonly fromHeight: bigint
  readonly toHeight: bigint
  /** Beyond what those blocks would have taken otherwise, milliseconds. */
  readonly lostMs: number
  /** The upgrade that was applied in that stretch. */
  readonly upgradeName: string | undefined
}

/** What was looked at: headers from one height to another. */
export interface EtaSample {
  readonly count: number
  readonly lowest: bigint
  readonly highest: bigint
  /** Left out of the reckoning. */
  readonly standstills: readonly Standstill[]
}

/** How a range was reckoned, for the screen to say. Distances in blocks. */
export interface EtaMethod {
  /** The lengths whose mean block times were averaged, ascending. */
  readonly windows: readonly number[]
  readonly blockMs: number
  /** How often the same estimate was made for blocks that have come since. */
  readonly rehearsals: number
  /** How far ahead each of these was; less than the distance left where the nodes reach back too little. */
  readonly rehearsalBlocks: number
  /** Root mean square of how far those estimates were off, as a share of the time they named. */
  readonly error: number
  /** Half the width of the range to either side, as a share, before it is made a ratio. */
  readonly spread: number
}

/** When a height will come. Times are of its header; the chain's clock, not the reader's. */
export type UpgradeEta =
  | {
      readonly kind: 'range'
      readonly p10: Date
      readonly p50: Date
      readonly p90: Date
      readonly blocksLeft: bigint
      readonly method: EtaMethod
      readonly sample: EtaSample
    }
  | { readonly kind: 'reached'; readonly blocksAgo: bigint }
  | {
      readonly kind: 'not-enough-blocks'
      readonly blocksLeft: bigint
      readonly sample: EtaSample
    }
  /** Years off: no calendar holds the date, and no upgrade is planned so far ahead in earnest. */
  | {
      readonly kind: 'too-far'
      readonly blocksLeft: bigint
      readonly years: number
      readonly sample: EtaSample
    }
