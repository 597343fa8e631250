import type { LorenzCurve } from '../../../domain/market/lorenz.ts'

/** Pixels from the top left of a plot. */
export interface PlotPoint {
  readonly x: number
  readonly y: number
}

/** Parts a pixel is reckoned in, so that weights of thirty digits are divided as integers. */
const PARTS = 64n

/** Where each point of a curve stands in a square plot, whose side is in pixels; nothing held is at the bottom left. */
export function placeLorenz(
  { points, holders, total }: LorenzCurve,
  side: number,
): readonly PlotPoint[] {
  const parts = BigInt(Math.round(side)) * PARTS
  return points.map(({ holders: count, weight }) => ({
    x: holders === 0 ? 0 : (count / holders) * side,
    y: side - (total === 0n ? 0 : Number((weight * parts) / total) / Number(PARTS)),
  }))
}

/** The path through the points that can be told apart: of thousands no screen shows each. */
export function tracePath(points: readonly PlotPoint[]): string {
  const last = points.at(-1)
  let drawn: PlotPoint | undefined
  const told = points.filter((point) => {
    const isTold = drawn === undefined || point === last || distance(point, drawn) >= 0.5
    if (isTold) drawn = point
    return isTold
  })
  return told.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
}

/** The point nearest to a place across the plot. */
export function nearestHolders({ holders }: LorenzCurve, x: number, side: number): number {
  return Math.min(holders, Math.max(0, Math.round((x / side) * holders)))
}

function distance(a: PlotPoint, b: PlotPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
