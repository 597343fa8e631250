import { placeRanks } from './place-ranks.ts'

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

/** Values that are the same float as one at a wanted rank. */
interface Tied {
  readonly float: number
  /** How many values are smaller. */
  below: number
  readonly values: bigint[]
}

/**
 * The values at some ranks of the ascending order. Floats are put in order, many times faster than bigints; only values
 * that are the same float as one at a wanted rank are put in order exactly.
 */
function pickRanks(values: readonly bigint[], ranks: readonly number[]): readonly bigint[] {
  const floats = new Float64Array(values.length)
  for (let index = 0; index < floats.length; index++) floats[index] = Number(values[index])
  const placed = floats.slice()
  placeRanks(placed, ranks)
  // So few that to compare with each is faster than to look one up.
  const wanted: Tied[] = [...new Set(ranks.map((rank) => placed[rank] ?? 0))].map((float) => ({
    float,
    below: 0,
    values: [],
  }))
  for (const tied of wanted) gatherTied(tied, floats, values)
  return ranks.map((rank) => {
    const tied = wanted.find(({ float }) => float === placed[rank])
    return tied?.values[rank - tied.below] ?? 0n
  })
}

function gatherTied(tied: Tied, floats: Float64Array, values: readonly bigint[]): void {
  const { float } = tied
  let below = 0
  for (let index = 0; index < floats.length; index++) {
    const each = floats[index] ?? 0
    if (each < float) below++
    else if (each === float) tied.values.push(values[index] ?? 0n)
  }
  tied.below = below
  tied.values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
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
