/** A height and the span of time its block is known to have been made in, milliseconds since the epoch. */
export interface DatedHeight {
  readonly height: bigint
  readonly earliestMs: number
  readonly latestMs: number
}

/** Whether the chain had come to a height before a time; undefined: the dated heights do not tell. */
export function isReachedBefore(
  dated: readonly DatedHeight[],
  height: bigint,
  timeMs: number,
): boolean | undefined {
  if (dated.some((each) => each.height >= height && each.latestMs < timeMs)) return true
  if (dated.some((each) => each.height <= height && each.earliestMs >= timeMs)) return false
  return undefined
}
