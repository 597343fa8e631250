/** How values lie: the ends, the middle, and the tenth from either end. `none`: there are no values. */
export type Distribution =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'known'
      readonly count: number
      readonly least: bigint
      readonly p10: bigint
      readonly median: bigint
      readonly p90: bigint
      readonly most: bigint
    }

/**
 * Percentiles at (n − 1) × p of the sorted values, linear between two neighbours and rounded down, in the values' own
 * unit.
 */
export function computeDistribution(values: readonly bigint[]): Distribution {
  if (values.length === 0) return { kind: 'none' }
  const places = [0, 1, 5, 9, 10].map((tenths) => (values.length - 1) * tenths)
  const ends = pickRanks(
    values,
    places.flatMap((place) => [Math.floor(place / 10), Math.ceil(place / 10)]),
  )
  const [least = 0n, p10 = 0n, median = 0n, p90 = 0n, most = 0n] = places.map((place, index) => {
    const lower = ends[2 * index] ?? 0n
    const upper = ends[2 * index + 1] ?? 0n
    return lower + ((upper - lower) * BigInt(place % 10)) / 10n
  })
  return { kind: 'known', count: values.length, least, p10, median, p90, most }
}

/**
 * The values at some ranks of the ascending order. Floats are sorted, many times faster than bigints; only values that
 * are the same float as one at a wanted rank are put in order exactly.
 */
function pickRanks(values: readonly bigint[], ranks: readonly number[]): readonly bigint[] {
  const floats = new Float64Array(values.length)
  for (let index = 0; index < floats.length; index++) floats[index] = Number(values[index])
  const sorted = floats.toSorted()
  const picked = new Map<number, bigint[]>(ranks.map((rank) => [sorted[rank] ?? 0, []]))
  // So few that to compare with each is faster than to look one up.
  const wanted = [...picked.keys()]
  for (let index = 0; index < floats.length; index++) {
    const float = floats[index] ?? 0
    for (const each of wanted) if (each === float) picked.get(float)?.push(values[index] ?? 0n)
  }
  for (const same of picked.values()) same.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return ranks.map((rank) => {
    const float = sorted[rank] ?? 0
    return picked.get(float)?.[rank - sorted.indexOf(float)] ?? 0n
  })
}

/** The same distribution in another unit; the unit must keep the order. */
export function mapDistribution(
  distribution: Distribution,
  convert: (value: bigint) => bigint,
): Distribution {
  if (distribution.kind === 'none') return distribution
  const { count, least, p10, median, p90, most } = distribution
  return {
    kind: 'known',
    count,
    least: convert(least),
    p10: convert(p10),
    median: convert(median),
    p90: convert(p90),
    most: convert(most),
  }
}

/** How many values lie from one edge up to the next. */
export interface Bin {
  readonly from: number
  /** undefined: without end. */
  readonly to: number | undefined
  readonly count: number
}

/** Counts values between ascending edges; those below the first edge are in no bin. Bins without values are there too. */
export function computeBins(values: readonly number[], edges: readonly number[]): readonly Bin[] {
  const counts = edges.map(() => 0)
  for (const value of values) {
    let index = edges.length - 1
    while (index >= 0 && value < (edges[index] ?? 0)) index--
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1
  }
  return edges.map((from, index) => ({ from, to: edges[index + 1], count: counts[index] ?? 0 }))
}
