import type { Distribution } from '../distribution.ts'

/** Sorts by putting each value where it belongs, and looks the percentiles up. */
export function distributeSlowly(values: readonly bigint[]): Distribution {
  const sorted: bigint[] = []
  for (const value of values) {
    let place = 0
    while (place < sorted.length && (sorted[place] ?? 0n) < value) place++
    sorted.splice(place, 0, value)
  }
  if (sorted.length === 0) return { kind: 'none' }
  const percentile = (percent: number): bigint => {
    const hundredths = (sorted.length - 1) * percent
    const rest = hundredths % 100
    const index = (hundredths - rest) / 100
    const low = sorted[index] ?? 0n
    const high = sorted[index + 1] ?? low
    return floorDivide(low * BigInt(100 - rest) + high * BigInt(rest), 100n)
  }
  return {
    kind: 'known',
    count: sorted.length,
    least: percentile(0),
    p10: percentile(10),
    median: percentile(50),
    p90: percentile(90),
    most: percentile(100),
  }
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by
  return value < 0n && quotient * by !== value ? quotient - 1n : quotient
}

/** Every value looks through every bin. */
export function binSlowly(values: readonly number[], edges: readonly number[]) {
  return edges.map((from, index) => {
    const to = edges[index + 1]
    let count = 0
    for (const value of values) if (value >= from && (to === undefined || value < to)) count++
    return { from, to, count }
  })
}
