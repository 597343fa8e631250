/** Middle of the values; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  if (sorted.length % 2 === 1) return upper
  return (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** Median of the milliseconds a piece of work takes, over several rounds. */
export function medianMs(rounds: number, run: () => unknown): number {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now()
    run()
    times.push(performance.now() - startedAt)
  }
  return median(times)
}
