import type { Tally } from '../proposal.ts'

/** A tally and the height of the state it stands for. */
export interface TallyAtHeight {
  readonly tally: Tally
  readonly height: bigint
}

/**
 * Whether a tally counted here is the node's own. `difference`: the node's less the recomputed, in base units; while
 * heights differ it proves nothing, for votes may have been cast in between.
 */
export type TallyMatch =
  | { readonly kind: 'equal' }
  | { readonly kind: 'different'; readonly difference: Tally }
  | { readonly kind: 'tally-older-than-votes'; readonly difference: Tally }
  | { readonly kind: 'votes-older-than-tally'; readonly difference: Tally }

/** Holds a recomputed tally against the official one, to the unit. */
export function compareTallies(official: TallyAtHeight, recomputed: TallyAtHeight): TallyMatch {
  const difference: Tally = {
    yes: official.tally.yes - recomputed.tally.yes,
    abstain: official.tally.abstain - recomputed.tally.abstain,
    no: official.tally.no - recomputed.tally.no,
    noWithVeto: official.tally.noWithVeto - recomputed.tally.noWithVeto,
  }
  if (official.height < recomputed.height) return { kind: 'tally-older-than-votes', difference }
  if (official.height > recomputed.height) return { kind: 'votes-older-than-tally', difference }
  const isEqual =
    difference.yes === 0n &&
    difference.abstain === 0n &&
    difference.no === 0n &&
    difference.noWithVeto === 0n
  return isEqual ? { kind: 'equal' } : { kind: 'different', difference }
}
