import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLivePacing, type LiveTick } from './live-pacing.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('ticks for blocks', () => {
  it('come at once for a first block, then at most every 6 s, with the newest height', () => {
    const { pacing, ticks } = setup()
    pacing.sawBlock(100n)
    expect(ticks).toEqual([{ reason: 'new-block', height: 100n }])
    vi.advanceTimersByTime(2_000)
    pacing.sawBlock(101n)
    vi.advanceTimersByTime(2_000)
    pacing.sawBlock(102n)
    vi.advanceTimersByTime(1_999)
    expect(ticks).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(ticks).toEqual([
      { reason: 'new-block', height: 100n },
      { reason: 'new-block', height: 102n },
    ])
    vi.advanceTimersByTime(60_000)
    expect(ticks).toHaveLength(2)
  })

  it('do not come for a block that is known, nor for what was read before the first', () => {
    const { pacing, ticks } = setup()
    pacing.sawReading(98n, 100n)
    pacing.sawBlock(100n)
    pacing.sawBlock(99n)
    vi.advanceTimersByTime(60_000)
    expect(ticks).toEqual([])
    pacing.sawBlock(101n)
    expect(ticks).toHaveLength(1)
  })

  it('are not put off by readings, which may be those of another screen', () => {
    const { pacing, ticks } = setup()
    pacing.sawBlock(100n)
    pacing.sawReading(98n, 100n)
    pacing.sawReading(99n, 101n)
    vi.advanceTimersByTime(6_000)
    pacing.sawBlock(101n)
    expect(ticks).toHaveLength(2)
  })
})

describe('ticks for votes', () => {
  it('come with the block two above, for figures are read two blocks behind the newest', () => {
    const { pacing, ticks } = setup()
    pacing.sawBlock(100n)
    pacing.sawVotes(100n, [353n])
    vi.advanceTimersByTime(2_000)
    pacing.sawBlock(101n)
    expect(votesOf(ticks)).toEqual([])
    vi.advanceTimersByTime(2_000)
    pacing.sawBlock(102n)
    // No waiting for the 6 s of blocks: 4 s have passed.
    expect(votesOf(ticks)).toEqual([{ reason: 'vote', height: 102n, proposalIds: [353n] }])
  })

  it('are one for all that has come, and are none the second time', () => {
    const { pacing, ticks } = setup()
    pacing.sawVotes(100n, [353n])
    pacing.sawVotes(100n, [353n, 344n])
    pacing.sawBlock(102n)
    expect(votesOf(ticks)).toEqual([{ reason: 'vote', height: 102n, proposalIds: [353n, 344n] }])
    expect(ticks).toHaveLength(1)
    vi.advanceTimersByTime(6_000)
    pacing.sawBlock(103n)
    expect(ticks.at(-1)).toEqual({ reason: 'new-block', height: 103n })
  })

  it('come at once when their block is deep enough already, but not within 1.5 s of another', () => {
    const { pacing, ticks } = setup()
    pacing.sawBlock(102n)
    pacing.sawVotes(100n, [353n])
    vi.advanceTimersByTime(1_499)
    expect(votesOf(ticks)).toEqual([])
    vi.advanceTimersByTime(1)
    expect(votesOf(ticks)).toHaveLength(1)
  })

  it('come again while the node that is read lags behind the one that told', () => {
    const { pacing, ticks } = setup()
    pacing.sawVotes(100n, [353n])
    pacing.sawBlock(102n)
    pacing.sawReading(99n, 101n)
    vi.advanceTimersByTime(1_500)
    expect(votesOf(ticks)).toHaveLength(2)
    pacing.sawReading(100n, 102n)
    vi.advanceTimersByTime(60_000)
    expect(votesOf(ticks)).toHaveLength(2)
  })

  it('come five times at most, however far behind the reading stays', () => {
    const { pacing, ticks } = setup()
    pacing.sawVotes(100n, [353n])
    pacing.sawBlock(102n)
    for (let reading = 0; reading < 20; reading += 1) {
      pacing.sawReading(50n, 52n)
      vi.advanceTimersByTime(1_500)
    }
    expect(votesOf(ticks)).toHaveLength(5)
  })

  it('wait for the newest vote of a proposal, whichever is heard of first', () => {
    const { pacing, ticks } = setup()
    pacing.sawVotes(101n, [353n])
    pacing.sawVotes(100n, [353n])
    pacing.sawBlock(102n)
    expect(votesOf(ticks)).toEqual([])
    pacing.sawBlock(103n)
    vi.advanceTimersByTime(1_500)
    expect(votesOf(ticks)).toHaveLength(1)
  })

  it('come after 30 s on a chain that halts, where the last vote can be read without two blocks more', () => {
    const { pacing, ticks } = setup()
    pacing.sawBlock(100n)
    pacing.sawVotes(100n, [353n])
    vi.advanceTimersByTime(29_999)
    expect(votesOf(ticks)).toEqual([])
    vi.advanceTimersByTime(1)
    expect(votesOf(ticks)).toHaveLength(1)
  })

  it('are kept for 500 proposals, so that a node cannot fill the memory with names', () => {
    const { pacing, ticks } = setup()
    for (let id = 0n; id < 2_000n; id += 1n) pacing.sawVotes(100n, [id])
    pacing.sawBlock(102n)
    const [tick] = ticks
    expect(tick?.reason === 'vote' && tick.proposalIds.length).toBe(500)
  })
})

describe('the rest', () => {
  it('ticks at once when the page is looked at again', () => {
    const { pacing, ticks } = setup()
    pacing.sawBlock(100n)
    pacing.resume()
    expect(ticks.at(-1)).toEqual({ reason: 'resumed' })
    vi.advanceTimersByTime(5_999)
    pacing.sawBlock(101n)
    expect(ticks).toHaveLength(2)
  })

  it('forgets everything when stopped, and leaves no timer', () => {
    const { pacing, ticks } = setup()
    pacing.sawBlock(100n)
    pacing.sawBlock(101n)
    pacing.sawVotes(101n, [353n])
    pacing.stop()
    vi.advanceTimersByTime(60_000)
    expect(ticks).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('keeps one timer though a listener reports its reading from within the tick', () => {
    const { pacing, onTick } = setup()
    onTick.mockImplementation(() => pacing.sawReading(50n, 52n))
    pacing.sawVotes(100n, [353n])
    pacing.sawBlock(102n)
    expect(vi.getTimerCount()).toBe(1)
  })
})

function setup() {
  const ticks: LiveTick[] = []
  const onTick = vi.fn<() => void>()
  const pacing = createLivePacing({
    emit: (tick) => {
      ticks.push(tick)
      onTick()
    },
    now: () => Date.now(),
    schedule: (run, delayMs) => {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
    blockEveryMs: 6_000,
    voteEveryMs: 1_500,
    longestVoteWaitMs: 30_000,
  })
  return { pacing, ticks, onTick }
}

function votesOf(ticks: readonly LiveTick[]): readonly LiveTick[] {
  return ticks.filter(({ reason }) => reason === 'vote')
}
