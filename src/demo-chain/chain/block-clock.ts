import { seededNumber } from './seeded.ts'

const BLOCK_INTERVAL_MS = 6000
const JITTER_MS = 1400
const ROUND_AFTER_HALT = 2
const KEPT_ANSWERS = 1000

/** A height whose time is known. */
export interface DatedHeight {
  readonly height: number
  readonly timeMs: number
}

/** When blocks come. Times are milliseconds since 1970. */
export interface BlockClock {
  /** Time in the header; ascending. */
  timeMs(height: number): number
  /** Newest block there is at a time; never below the first. */
  tipAt(nowMs: number): number
  /** The first block after the first one whose header is at this time or later. */
  firstAtOrAfter(timeMs: number): number
  /** Round in which the block was decided. */
  roundOf(height: number): number
  /** Block `height` is made, then none for `durationMs`. */
  halt(height: number, durationMs: number): void
}

/**
 * Blocks every 6 s with a seeded jitter. A header carries the median of the times at which the block before was
 * signed (CometBFT's BFT time): of a halt at H the header of H+1 shows nothing, though the block came after it,
 * and the header of H+2 shows all of it.
 * @param past heights before `first` with their times; between them time runs evenly, before them at 6 s a block
 */
export function createBlockClock(
  first: DatedHeight,
  seed: number,
  past: readonly DatedHeight[],
): BlockClock {
  const halts: { readonly height: number; readonly durationMs: number }[] = []
  /** Answers of `firstAtOrAfter`, of which the same few are asked again and again. */
  const found = new Map<number, number>()
  let haltedMs = 0
  let lastTip = { nowMs: Number.NaN, height: 0 }
  const anchors = [first, ...olderFirst(past, first)]

  function haltedBefore(height: number): number {
    let sum = 0
    for (const halt of halts) if (height >= halt.height + 2) sum += halt.durationMs
    return sum
  }

  function timeMs(height: number): number {
    if (height < first.height) return pastTimeMs(height, anchors)
    const jitter =
      height === first.height
        ? 0
        : (seededNumber(seed, height, 1) % (2 * JITTER_MS + 1)) - JITTER_MS
    const even = first.timeMs + (height - first.height) * BLOCK_INTERVAL_MS
    return even + jitter + haltedBefore(height)
  }

  function arrivalMs(height: number): number {
    const halt = halts.find((each) => each.height + 1 === height)
    return timeMs(height) + (halt?.durationMs ?? 0)
  }

  /** The first height above the first one for which this holds; it holds for all above it. */
  function firstHeight(holds: (height: number) => boolean, atMs: number): number {
    const soonest = Math.floor((atMs - first.timeMs - JITTER_MS - haltedMs) / BLOCK_INTERVAL_MS)
    const latest = Math.ceil((atMs - first.timeMs + JITTER_MS) / BLOCK_INTERVAL_MS)
    let low = first.height + 1 + Math.max(0, soonest - 1)
    let high = first.height + 1 + Math.max(0, latest)
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (holds(middle)) high = middle
      else low = middle + 1
    }
    return low
  }

  return {
    timeMs,
    tipAt(nowMs) {
      if (lastTip.nowMs !== nowMs) {
        const height = firstHeight((each) => arrivalMs(each) > nowMs, nowMs + 1) - 1
        lastTip = { nowMs, height }
      }
      return lastTip.height
    },
    firstAtOrAfter(atMs) {
      const known = found.get(atMs)
      if (known !== undefined) return known
      if (found.size >= KEPT_ANSWERS) found.clear()
      const height = firstHeight((each) => timeMs(each) >= atMs, atMs)
      found.set(atMs, height)
      return height
    },
    roundOf: (height) => (halts.some((halt) => halt.height + 1 === height) ? ROUND_AFTER_HALT : 0),
    halt(height, durationMs) {
      halts.push({ height, durationMs })
      haltedMs += durationMs
      lastTip = { nowMs: Number.NaN, height: 0 }
      found.clear()
    },
  }
}

/** Newest first; those that do not lie before the one above them in height and time are left out. */
function olderFirst(past: readonly DatedHeight[], first: DatedHeight): DatedHeight[] {
  const kept: DatedHeight[] = []
  for (const each of [...past].sort((a, b) => b.height - a.height)) {
    const above = kept.at(-1) ?? first
    if (each.height < above.height && each.timeMs < above.timeMs) kept.push(each)
  }
  return kept
}

function pastTimeMs(height: number, anchors: readonly DatedHeight[]): number {
  const below = anchors.findIndex((anchor) => anchor.height <= height)
  const above = anchors.at(below === -1 ? -1 : below - 1)
  if (above === undefined) return Number.NaN
  const lower = anchors[below]
  const pace =
    lower === undefined
      ? BLOCK_INTERVAL_MS
      : (above.timeMs - lower.timeMs) / (above.height - lower.height)
  return Math.round(above.timeMs - (above.height - height) * pace)
}
