import type { BlockSample } from '../block-sample.ts'
import { estimateUpgradeEta } from '../estimate-eta.ts'
import { listSampleHeights } from '../sample-heights.ts'
import { createRandom, drawTemper, logBetween, simulateBlockTimes } from './simulated-chain.ts'

export interface BacktestOptions {
  readonly runs: number
  /** Blocks to the height, drawn evenly over their logarithm. */
  readonly distance: readonly [least: number, most: number]
  /** Blocks the nodes keep, likewise. */
  readonly reach: readonly [least: number, most: number]
  readonly seed: number
}

/** One simulated upgrade: what was estimated, and what came. Durations from the newest block on, milliseconds. */
export interface BacktestRun {
  readonly distance: number
  readonly reach: number
  readonly trueMs: number
  readonly p10Ms: number
  readonly p50Ms: number
  readonly p90Ms: number
  /** Blocks left times the mean of the last 10,000. */
  readonly plainMs: number
}

const PLAIN_WINDOW = 10_000
/** Simulated chains do not begin at 1, so that the grid of samples falls anywhere. */
const OFFSET = 27_400_003

/** Simulated upgrades on chains whose block times drift and come in bursts. The same seed gives the same runs. */
export function backtest(options: BacktestOptions): readonly BacktestRun[] {
  return Array.from({ length: options.runs }, (_, index) => runOnce(options, index))
}

function runOnce(options: BacktestOptions, index: number): BacktestRun {
  const random = createRandom(options.seed + index * 7_919)
  const temper = drawTemper(random)
  const distance = Math.round(logBetween(random, ...options.distance))
  const reach = Math.round(logBetween(random, ...options.reach))
  const past = Math.max(PLAIN_WINDOW, reach)
  const times = simulateBlockTimes(temper, past + distance + 1, random)
  const timeAt = (height: number) => times[height] ?? Number.NaN
  const toHeight = (at: number) => BigInt(at + OFFSET)
  const heights = listSampleHeights({
    head: toHeight(past),
    planHeight: toHeight(past + distance),
    earliest: toHeight(past - reach),
  })
  const samples = [...heights, toHeight(past)].map(
    (height): BlockSample => ({ height, timeMs: timeAt(Number(height) - OFFSET) }),
  )
  const eta = estimateUpgradeEta({ planHeight: toHeight(past + distance), samples, applied: [] })
  const headMs = timeAt(past)
  const since = (date: Date | undefined) => (date?.getTime() ?? Number.NaN) - headMs
  const range = eta.kind === 'range' ? eta : undefined
  return {
    distance,
    reach,
    trueMs: timeAt(past + distance) - headMs,
    p10Ms: since(range?.p10),
    p50Ms: since(range?.p50),
    p90Ms: since(range?.p90),
    plainMs: ((headMs - timeAt(past - PLAIN_WINDOW)) / PLAIN_WINDOW) * distance,
  }
}

export interface BacktestScore {
  readonly runs: number
  /** Share of runs whose range held the truth. */
  readonly coverage: number
  readonly early: number
  readonly late: number
  /** Medians of how far off, as a share of the true time. */
  readonly medianError: number
  readonly plainMedianError: number
  /** Median width of the range, as a share of the true time. */
  readonly medianWidth: number
}

/** A run without a range counts as one that did not hold the truth. */
export function scoreBacktest(runs: readonly BacktestRun[]): BacktestScore {
  const share = (test: (run: BacktestRun) => boolean) => runs.filter(test).length / runs.length
  const middle = (read: (run: BacktestRun) => number) => {
    const sorted = runs.map(read).sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  }
  return {
    runs: runs.length,
    coverage: share(({ trueMs, p10Ms, p90Ms }) => trueMs >= p10Ms && trueMs <= p90Ms),
    early: share(({ trueMs, p10Ms }) => trueMs < p10Ms),
    late: share(({ trueMs, p90Ms }) => trueMs > p90Ms),
    medianError: middle(({ trueMs, p50Ms }) => Math.abs(p50Ms - trueMs) / trueMs),
    plainMedianError: middle(({ trueMs, plainMs }) => Math.abs(plainMs - trueMs) / trueMs),
    medianWidth: middle(({ trueMs, p10Ms, p90Ms }) => (p90Ms - p10Ms) / trueMs),
  }
}
