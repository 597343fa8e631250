export interface SilenceOptions {
  /** Time between heartbeats as long as nothing is known, milliseconds. @default 6_000, Akash's block time */
  readonly expectedGapMs?: number
  /** Silence is this many usual gaps. @default 5 */
  readonly factor?: number
  /** Never called silence before this, milliseconds: some blocks take several rounds. @default 15_000 */
  readonly shortestMs?: number
}

export interface SilenceWatch {
  /** A connection was opened: the first heartbeat is awaited. */
  readonly start: () => void
  readonly hear: () => void
  readonly stop: () => void
}

/** The usual gap follows the last ones heard, newer ones weighing more. */
const WEIGHT_OF_NEWEST = 0.2

/**
 * Tells when heartbeats stay away for much longer than usual. A halted chain leaves its sockets open and sends nothing,
 * not even an end.
 */
export function createSilenceWatch(
  options: SilenceOptions | undefined,
  now: () => number,
  onSilence: () => void,
): SilenceWatch {
  const { expectedGapMs = 6_000, factor = 5, shortestMs = 15_000 } = options ?? {}
  let usualGapMs = expectedGapMs
  let heardAtMs: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function wait(): void {
    clearTimeout(timer)
    timer = setTimeout(onSilence, Math.max(shortestMs, factor * usualGapMs))
  }

  return {
    start() {
      heardAtMs = undefined
      wait()
    },
    hear() {
      const nowMs = now()
      if (heardAtMs !== undefined) {
        // A gap that was silence is no usual one.
        const gapMs = Math.min(nowMs - heardAtMs, factor * usualGapMs)
        usualGapMs += (gapMs - usualGapMs) * WEIGHT_OF_NEWEST
      }
      heardAtMs = nowMs
      wait()
    },
    stop: () => clearTimeout(timer),
  }
}
