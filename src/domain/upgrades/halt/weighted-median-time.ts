/** A time with the power of who told it. */
export interface WeighedTime {
  readonly time: Date
  readonly power: bigint
}

/**
 * The time a header carries: the median of the precommit times of the block before, weighed by power (CometBFT
 * types/time/time.go, WeightedMedian). undefined for none.
 */
export function computeWeightedMedianTime(times: readonly WeighedTime[]): Date | undefined {
  const sorted = [...times].sort((a, b) => a.time.getTime() - b.time.getTime())
  let median = sorted.reduce((sum, { power }) => sum + power, 0n) / 2n
  for (const { time, power } of sorted) {
    if (median <= power) return time
    median -= power
  }
  return undefined
}
