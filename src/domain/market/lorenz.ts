import type { Holding } from './metrics/concentration.ts'

/** What the smallest so many hold together. */
export interface LorenzPoint {
  /** How many of the smallest. */
  readonly holders: number
  /** What they hold together. */
  readonly weight: bigint
  /** The largest of them, whom the point before has not; undefined at the start, where there are none. */
  readonly last: Holding | undefined
}

/** How unequally a whole is held: points from nobody holding nothing to all of them holding all. */
export interface LorenzCurve {
  readonly holders: number
  readonly total: bigint
  /** Ascending, one for each number of holders from none to all. */
  readonly points: readonly LorenzPoint[]
}

/**
 * The Lorenz curve of holdings, whose shares are exact: k of `holders` across, weight of `total` up. Twice the area between
 * it and the diagonal is the Gini coefficient.
 * @param ranked Those who hold anything, most first, as `computeConcentration` ranks them.
 */
export function computeLorenz(ranked: readonly Holding[]): LorenzCurve {
  const points: LorenzPoint[] = [{ holders: 0, weight: 0n, last: undefined }]
  let weight = 0n
  for (const last of ranked.toReversed()) {
    weight += last.weight
    points.push({ holders: points.length, weight, last })
  }
  return { holders: ranked.length, total: weight, points }
}
