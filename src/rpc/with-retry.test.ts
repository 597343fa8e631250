import { describe, expect, it, vi } from 'vitest'
import { type RetryOptions, withRetry } from './with-retry.ts'

class BusyError extends Error {
  override readonly name = 'BusyError'
  readonly waitMs: number | undefined
  constructor(waitMs?: number) {
    super('busy')
    this.waitMs = waitMs
  }
}

describe('withRetry', () => {
  it('tries twice more, pausing twice as long the second time', async () => {
    const { run, waits, options } = setup([new BusyError(), new BusyError(), 'ok'])
    expect(await withRetry(run, options)).toBe('ok')
    // 500 * 2^n * (0.5 + 1 / 2)
    expect(waits).toEqual([500, 1000])
  })

  it('spreads askers by taking off up to half of the pause', async () => {
    const { run, waits, options } = setup([new BusyError(), 'ok'])
    await withRetry(run, { ...options, random: () => 0 })
    expect(waits).toEqual([250])
  })

  it('gives the last error once the retries are used up', async () => {
    const last = new BusyError()
    const { run, options } = setup([new BusyError(), new BusyError(), last])
    await expect(withRetry(run, options)).rejects.toBe(last)
    expect(run).toHaveBeenCalledTimes(3)
  })

  it('waits exactly as long as it was asked to', async () => {
    const { run, waits, options } = setup([new BusyError(7_000), 'ok'])
    await withRetry(run, options)
    expect(waits).toEqual([7_000])
  })

  it('does not sit out a wait longer than the cap, whose error says how long it is', async () => {
    const patient = new BusyError(30_001)
    const { run, waits, options } = setup([patient, 'ok'])
    await expect(withRetry(run, options)).rejects.toBe(patient)
    expect(waits).toEqual([])
  })

  it('begins no retry after its time, so that the whole is bounded', async () => {
    const { run, options } = setup([new BusyError(20_000), new BusyError(20_000), 'ok'])
    await expect(withRetry(run, { ...options, budgetMs: 30_000 })).rejects.toThrow('busy')
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('throws at once what will not pass', async () => {
    const { run, options } = setup([new Error('no such thing'), 'ok'])
    await expect(withRetry(run, options)).rejects.toThrow('no such thing')
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('stops waiting when the caller gives up, with the reason of the caller', async () => {
    const controller = new AbortController()
    const { run, options } = setup([new BusyError(20_000), 'ok'])
    const { sleep: _, ...rest } = options
    const result = withRetry(run, { ...rest, signal: controller.signal })
    setTimeout(() => controller.abort(new Error('left the page')), 5)
    await expect(result).rejects.toThrow('left the page')
    expect(run).toHaveBeenCalledTimes(1)
  })
})

function setup(outcomes: readonly (Error | string)[]) {
  const waits: number[] = []
  const left = [...outcomes]
  let nowMs = 0
  const run = vi.fn(async () => {
    const outcome = left.shift()
    if (outcome instanceof Error) throw outcome
    return outcome
  })
  const options: RetryOptions = {
    isTransient: (error) => error instanceof BusyError,
    readRetryAfterMs: (error) => (error instanceof BusyError ? error.waitMs : undefined),
    random: () => 1,
    now: () => nowMs,
    sleep: async (ms) => {
      waits.push(ms)
      nowMs += ms
    },
  }
  return { run, waits, options }
}
