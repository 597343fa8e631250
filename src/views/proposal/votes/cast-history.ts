import type { CastVote, VoterHistory } from '../../../domain/vote-history.ts'

/** What belongs to one picture: votes after the round before it, up to its height. */
export interface CastWindow {
  /** Block at whose end the failed expedited round was counted; its votes were erased. */
  readonly after: bigint | undefined
  readonly upTo: bigint
}

/** A voter's votes as the index has them: the one that counts, and those it replaced, the latest first. */
export interface VoterCasts {
  readonly current: CastVote | undefined
  readonly replaced: readonly CastVote[]
  /** Of a round whose votes were erased, the latest first. */
  readonly erased: readonly CastVote[]
}

/** Parts the votes of one voter by the rounds they belong to. */
export function pickCasts(history: VoterHistory | undefined, window: CastWindow): VoterCasts {
  const { after, upTo } = window
  const casts = (history?.casts ?? []).filter(({ height }) => height <= upTo).reverse()
  const isErased = ({ height }: CastVote) => after !== undefined && height <= after
  const [current, ...replaced] = casts.filter((cast) => !isErased(cast))
  return { current, replaced, erased: casts.filter(isErased) }
}
