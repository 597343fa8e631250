export interface RetryOptions {
  /** How often to try again after the first attempt. @default 2 */
  readonly retries?: number
  /** Whether an error may pass; others are thrown at once. */
  readonly isTransient: (error: unknown) => boolean
  /** Milliseconds the other side asked to wait; undefined when it said nothing. @default () => undefined */
  readonly readRetryAfterMs?: (error: unknown) => number | undefined
  /** First pause; it doubles with each retry. @default 500 */
  readonly pauseMs?: number
  /** A longer wait than this is not sat out: the error is thrown, and says how long. @default 30_000 */
  readonly longestPauseMs?: number
  /** Time after which no retry is begun, counted from the start. @default 45_000 */
  readonly budgetMs?: number
  readonly signal?: AbortSignal | undefined
  /** Spreads the retries of many askers; 0 to 1. @default Math.random */
  readonly random?: () => number
  /** @default a timer that rejects with the signal's reason */
  readonly sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>
  /** Milliseconds on any steady clock. @default performance.now */
  readonly now?: () => number
}

/**
 * Repeats a promise function while its errors may pass. Waits as long as the other side asked (Retry-After), else an
 * exponential pause of 50 to 100 %.
 */
export async function withRetry<T>(run: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { retries = 2, isTransient, readRetryAfterMs = () => undefined, signal } = options
  const { pauseMs = 500, longestPauseMs = 30_000, budgetMs = 45_000 } = options
  const { random = Math.random, sleep = sleepFor, now = () => performance.now() } = options
  const startedAt = now()
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      signal?.throwIfAborted()
      if (attempt >= retries || !isTransient(error)) throw error
      const backoffMs = pauseMs * 2 ** attempt * (0.5 + random() / 2)
      const waitMs = readRetryAfterMs(error) ?? backoffMs
      if (waitMs > longestPauseMs || now() - startedAt + waitMs > budgetMs) throw error
      await sleep(waitMs, signal)
    }
  }
}

function sleepFor(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp)
      resolve()
    }, ms)
    signal?.addEventListener('abort', giveUp, { once: true })
  })
}
