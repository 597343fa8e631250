import { afterEach, describe, expect, it, vi } from 'vitest'
import { withTimeout } from './with-timeout.ts'

afterEach(() => {
  vi.useRealTimers()
})

const onTimeout = () => new Error('too late')

describe('withTimeout', () => {
  it('gives the result and leaves no timer behind', async () => {
    vi.useFakeTimers()
    expect(await withTimeout(async () => 'ok', { timeoutMs: 50, onTimeout })).toBe('ok')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('rejects when the time is over, even if the function ignores its signal, and tells it', async () => {
    vi.useFakeTimers()
    let inner: AbortSignal | undefined
    const result = withTimeout(
      (signal) => {
        inner = signal
        return new Promise<never>(() => undefined)
      },
      { timeoutMs: 50, onTimeout },
    )
    const checked = expect(result).rejects.toThrow('too late')
    await vi.advanceTimersByTimeAsync(50)
    await checked
    expect(inner?.aborted).toBe(true)
  })

  it("rejects with the caller's own reason when it gives up", async () => {
    const controller = new AbortController()
    const reason = new Error('left the page')
    const result = withTimeout(() => new Promise<never>(() => undefined), {
      timeoutMs: 5_000,
      signal: controller.signal,
      onTimeout,
    })
    controller.abort(reason)
    await expect(result).rejects.toBe(reason)
  })

  it('does not start for a caller who has already given up', async () => {
    const run = vi.fn(async () => 'ok')
    const signal = AbortSignal.abort()
    await expect(withTimeout(run, { timeoutMs: 50, signal, onTimeout })).rejects.toThrow()
    expect(run).not.toHaveBeenCalled()
  })
})
