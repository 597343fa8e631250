import type { RunningTime } from './running-time.ts'

/** The estimate from the newest block, and how the same one did at earlier blocks. */
export interface Rehearsal {
  /** Milliseconds a block, averaged over `windows`. */
  readonly blockMs: number
  /** Blocks, ascending. */
  readonly windows: readonly number[]
  /** Blocks each rehearsal looked ahead. */
  readonly ahead: number
  /** Logarithm of the time that passed over the time estimated, one a rehearsal. */
  readonly errors: readonly number[]
}

/** Lengths of the windows, as multiples of the distance ahead. */
const WINDOWS = [1, 4, 16] as const
/** What was seen holds a rehearsal's distance at least so many times, or there would be too few to judge by. */
const LEAST_PARTS = 8

/**
 * Estimates a distance ahead from the newest block, and rehearses that at every sampled block that has as much behind
 * and before it. Where what was seen is short of the distance, rehearsals are shorter and their error, as a share of the
 * time, is taken to hold for the whole: chance evens out with distance, drift adds up, and neither is known to prevail.
 * @param distance blocks, at least 1
 */
export function rehearse({ heights, runningMs }: RunningTime, distance: number): Rehearsal {
  const span = heights.at(-1) ?? 0
  const timeAt = interpolate(heights, runningMs)
  const ahead = Math.max(1, Math.min(distance, span / LEAST_PARTS))
  const errors: number[] = []
  for (const height of heights) {
    if (height < ahead || height + ahead > span) continue
    const actualMs = timeAt(height + ahead) - timeAt(height)
    const { blockMs } = estimateBlockMs(timeAt, height, ahead)
    errors.push(Math.log(actualMs / (blockMs * ahead)))
  }
  return { ...estimateBlockMs(timeAt, span, distance), ahead: Math.round(ahead), errors }
}

type TimeAt = (height: number) => number

function estimateBlockMs(timeAt: TimeAt, height: number, distance: number) {
  const windows = [...new Set(WINDOWS.map((times) => Math.min(times * distance, height)))]
  const blockMs =
    windows.reduce((sum, window) => sum + (timeAt(height) - timeAt(height - window)) / window, 0) /
    windows.length
  return { blockMs, windows }
}

/** The time at any height between the first and the last, by the line between the two sampled ones around it. */
function interpolate(heights: readonly number[], times: readonly number[]): TimeAt {
  return (height) => {
    let low = 0
    let high = heights.length - 1
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((heights[middle] ?? 0) <= height) low = middle
      else high = middle
    }
    const [fromHeight = 0, toHeight = 0] = [heights[low], heights[high]]
    const [fromMs = 0, toMs = 0] = [times[low], times[high]]
    if (toHeight === fromHeight) return fromMs
    return fromMs + ((toMs - fromMs) * (height - fromHeight)) / (toHeight - fromHeight)
  }
}
