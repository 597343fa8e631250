import type { BlockSample } from './block-sample.ts'
import type { Standstill } from './upgrade-eta.ts'

/** An upgrade the chain has applied, as far as a standstill can be named by it. */
export interface AppliedAt {
  readonly name: string
  readonly height: bigint
}

/** A chain's time without the times it stood still. Heights in blocks after the oldest sample. */
export interface RunningTime {
  readonly heights: readonly number[]
  /** Milliseconds of running since the oldest sample, one for each of `heights`. */
  readonly runningMs: readonly number[]
  readonly standstills: readonly Standstill[]
}

/** A standstill lasts at least so long, and at least as long as so many blocks. */
const LEAST_LOST_MS = 30_000
const LEAST_LOST_BLOCKS = 10

/**
 * Takes out of a chain's past the stretches it stood still in: they took more than twice what the same number of blocks
 * took in the median, and lost at least ten blocks' time. The end of an upgrade's halt shows in the header two blocks
 * after its height, for a header carries the time of the block before.
 * @param samples ascending, without doubles
 */
export function withoutStandstills(
  samples: readonly BlockSample[],
  applied: readonly AppliedAt[],
): RunningTime {
  const [oldest] = samples
  if (oldest === undefined) return { heights: [], runningMs: [], standstills: [] }
  const typicalMs = medianBlockMs(samples)
  const heights = [0]
  const runningMs = [0]
  const standstills: Standstill[] = []
  let previous = oldest
  let running = 0
  for (const sample of samples.slice(1)) {
    const tookMs = sample.timeMs - previous.timeMs
    const usualMs = Number(sample.height - previous.height) * typicalMs
    const lostMs = tookMs - usualMs
    const isStandstill =
      tookMs > 2 * usualMs && lostMs >= Math.max(LEAST_LOST_MS, LEAST_LOST_BLOCKS * typicalMs)
    if (isStandstill) {
      const [from, to] = [previous.height, sample.height]
      standstills.push({
        fromHeight: from,
        toHeight: to,
        lostMs,
        upgradeName: applied.find(({ height }) => height + 2n > from && height + 2n <= to)?.name,
      })
    }
    running += isStandstill ? usualMs : tookMs
    heights.push(Number(sample.height - oldest.height))
    runningMs.push(running)
    previous = sample
  }
  return { heights, runningMs, standstills }
}

/** Median over the stretches between samples of the time a block took; each counts as often as it has blocks. */
function medianBlockMs(samples: readonly BlockSample[]): number {
  const stretches = samples
    .slice(1)
    .map((sample, index) => {
      const before = samples[index] ?? sample
      const blocks = Number(sample.height - before.height)
      return { blocks, blockMs: (sample.timeMs - before.timeMs) / blocks }
    })
    .sort((a, b) => a.blockMs - b.blockMs)
  const half = stretches.reduce((sum, { blocks }) => sum + blocks, 0) / 2
  let counted = 0
  for (const { blocks, blockMs } of stretches) {
    counted += blocks
    if (counted >= half) return blockMs
  }
  return 0
}
