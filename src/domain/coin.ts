/** An amount in base units of a denomination, as the bank module keeps it. */
export interface Coin {
  readonly denom: string
  /** Base units; exact. */
  readonly amount: bigint
}
