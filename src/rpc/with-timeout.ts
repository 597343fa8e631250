export interface TimeoutOptions {
  readonly timeoutMs: number
  /** Aborts the whole, with the signal's own reason. */
  readonly signal?: AbortSignal | undefined
  /** The error to reject with when the time is over. */
  readonly onTimeout: () => Error
}

/**
 * Runs a promise function with a time limit. The function gets a signal that is aborted when the time is over or the
 * caller gives up; the result rejects at once even if the function ignores it.
 */
export async function withTimeout<T>(
  run: (signal: AbortSignal) => Promise<T>,
  options: TimeoutOptions,
): Promise<T> {
  const { timeoutMs, signal, onTimeout } = options
  signal?.throwIfAborted()
  const controller = new AbortController()
  const giveUp = () => controller.abort(signal?.reason)
  signal?.addEventListener('abort', giveUp, { once: true })
  const timer = setTimeout(() => controller.abort(onTimeout()), timeoutMs)
  const aborted = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), {
      once: true,
    })
  })
  try {
    return await Promise.race([run(controller.signal), aborted])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
  }
}
