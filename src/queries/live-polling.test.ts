import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLivePolling } from './live-polling.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('createLivePolling', () => {
  it('asks every 6 s after the last answer, the first time after as long', async () => {
    const { polling, poll, onHeight } = setup()
    polling.start()
    polling.start()
    expect(poll).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(6_000)
    expect(poll).toHaveBeenCalledTimes(1)
    expect(onHeight).toHaveBeenCalledWith(100n)
    await vi.advanceTimersByTimeAsync(12_000)
    expect(poll).toHaveBeenCalledTimes(3)
  })

  it('never asks twice at once, however long an answer takes', async () => {
    const { polling, poll } = setup()
    poll.mockReturnValue(new Promise(() => {}))
    polling.start()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(poll).toHaveBeenCalledTimes(1)
  })

  it('waits twice as long after each failure, 60 s at most, and as before after an answer', async () => {
    const { polling, poll, onFailure, onHeight } = setup()
    poll.mockRejectedValue(new Error('down'))
    polling.start()
    await vi.advanceTimersByTimeAsync(6_000 + 12_000 + 24_000 + 48_000 + 60_000)
    expect(onFailure.mock.calls.map(([waitMs]) => waitMs)).toEqual([
      12_000, 24_000, 48_000, 60_000, 60_000,
    ])
    poll.mockResolvedValue(101n)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(onHeight).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(6_000)
    expect(onHeight).toHaveBeenCalledTimes(2)
  })

  it('aborts the question under way when stopped, and does not tell its answer', async () => {
    const { polling, poll, onHeight, onFailure } = setup()
    let answer: (height: bigint) => void = () => {}
    poll.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    polling.start()
    await vi.advanceTimersByTimeAsync(6_000)
    polling.stop()
    expect(poll.mock.calls[0]?.[0].aborted).toBe(true)
    answer(100n)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(onHeight).not.toHaveBeenCalled()
    expect(onFailure).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('goes on when started again', async () => {
    const { polling, poll } = setup()
    polling.start()
    polling.stop()
    polling.start()
    await vi.advanceTimersByTimeAsync(6_000)
    expect(poll).toHaveBeenCalledTimes(1)
  })
})

function setup() {
  const poll = vi.fn<(signal: AbortSignal) => Promise<bigint>>(async () => 100n)
  const onHeight = vi.fn<(height: bigint) => void>()
  const onFailure = vi.fn<(waitMs: number) => void>()
  const polling = createLivePolling({
    poll,
    onHeight,
    onFailure,
    everyMs: 6_000,
    longestMs: 60_000,
    schedule: (run, delayMs) => {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
  })
  return { polling, poll, onHeight, onFailure }
}
