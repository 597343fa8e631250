import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type {
  ChainEventListening,
  ChainEventStreamState,
  OpenChainEvents,
} from '../chain/events.ts'
import type { NodeFacts } from '../chain/node.ts'
import { createLiveTicker, type LiveTickerOptions } from './live.ts'
import type { LiveTick } from './live-pacing.ts'

const START = Date.parse('2026-11-21T03:05:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a ticker', () => {
  it('does nothing until somebody listens', async () => {
    const { ticker, streams, poll } = setup()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(streams).toHaveLength(0)
    expect(poll).not.toHaveBeenCalled()
    expect(ticker.state()).toEqual({
      kind: 'off',
      since: new Date(START),
      sentence: 'Nothing on this page changes with new blocks.',
    })
  })

  it('polls until the socket is open, and not after', async () => {
    const { ticker, streams, poll } = setup()
    ticker.subscribe(() => {})
    expect(ticker.state().kind).toBe('polling')
    await vi.advanceTimersByTimeAsync(6_000)
    expect(poll).toHaveBeenCalledTimes(1)
    streams[0]?.tell(OPEN)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(poll).toHaveBeenCalledTimes(1)
    expect(ticker.state()).toEqual({
      kind: 'socket',
      since: new Date(START + 6_000),
      sentence: 'New blocks and votes are told by https://node-0 as they come.',
    })
  })

  it('tells a block by event, and a vote once the block two above it is told', () => {
    const { ticks, streams } = listening()
    streams[0]?.tell(OPEN)
    streams[0]?.block(100n)
    streams[0]?.votes(100n, [353n, 353n, 344n])
    vi.advanceTimersByTime(2_000)
    streams[0]?.block(101n)
    vi.advanceTimersByTime(2_000)
    streams[0]?.block(102n)
    expect(ticks).toEqual([
      { reason: 'new-block', height: 100n },
      { reason: 'vote', height: 102n, proposalIds: [353n, 344n] },
    ])
  })

  it('tells a vote again when the node that is read lags behind the one that told', () => {
    const { ticker, ticks, streams } = listening()
    streams[0]?.tell(OPEN)
    streams[0]?.votes(100n, [353n])
    streams[0]?.block(102n)
    ticker.learn(factsAt(101n))
    vi.advanceTimersByTime(1_500)
    expect(ticks.map(({ reason }) => reason)).toEqual(['vote', 'vote'])
    ticker.learn(factsAt(102n))
    vi.advanceTimersByTime(60_000)
    expect(ticks).toHaveLength(2)
  })

  it('knows that a chain halted at a plan is read one block behind, where its last votes are', () => {
    const { ticker, ticks, streams } = listening()
    streams[0]?.tell(OPEN)
    streams[0]?.block(100n)
    streams[0]?.votes(100n, [353n])
    vi.advanceTimersByTime(30_000)
    const plan = { name: 'v2.2.0', height: 101n, info: '' }
    ticker.learn({ ...factsAt(101n), plan })
    vi.advanceTimersByTime(60_000)
    expect(ticks.map(({ reason }) => reason)).toEqual(['new-block', 'vote'])
  })

  it('polls while a socket that dropped is being connected again', async () => {
    const { ticker, ticks, streams, poll } = listening()
    streams[0]?.tell(OPEN)
    streams[0]?.tell(WAITING)
    expect(ticker.state()).toMatchObject({
      kind: 'polling',
      sentence: 'It ended. A node is asked for new blocks every 6 s.',
    })
    poll.mockResolvedValue(200n)
    await vi.advanceTimersByTimeAsync(6_000)
    expect(ticks).toEqual([{ reason: 'new-block', height: 200n }])
  })

  it('goes to the next endpoint when one gives no events, and to polling after the last', async () => {
    const { ticker, streams, poll } = listening({}, 2)
    streams[0]?.tell(UNAVAILABLE)
    expect(streams.map(({ endpoint, isClosed }) => [endpoint, isClosed()])).toEqual([
      ['https://node-0', true],
      ['https://node-1', false],
    ])
    streams[1]?.tell(UNAVAILABLE)
    expect(ticker.state().sentence).toBe(
      'It has no WebSocket. A node is asked for new blocks every 6 s.',
    )
    await vi.advanceTimersByTimeAsync(299_999)
    expect(poll).toHaveBeenCalledTimes(49)
    expect(streams).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(streams.map(({ endpoint }) => endpoint).slice(2)).toEqual(['https://node-0'])
  })

  it('goes to the next endpoint when one was not agreed to', () => {
    const refusing: OpenChainEvents = () => {
      throw new Error('not agreed to')
    }
    const { options, streams } = setup()
    const ticker = createLiveTicker({ ...options, streams: [refusing, ...options.streams] })
    ticker.subscribe(() => {})
    expect(streams).toHaveLength(1)
  })

  it('says so when it has no endpoint with events at all', () => {
    const { ticker } = listening({}, 0)
    expect(ticker.state()).toMatchObject({
      kind: 'polling',
      sentence: 'No endpoint offers events. A node is asked for new blocks every 6 s.',
    })
  })

  it('says when votes are not told by themselves, because the node refused that subscription', () => {
    const { ticker, streams } = listening()
    streams[0]?.tell({ ...OPEN, refused: ["tm.event='Tx'"] })
    expect(ticker.state().sentence).toBe('New blocks are told by https://node-0 as they come.')
  })

  it('asks while the socket is silent, and leaves it alone as long as the chain stands still', async () => {
    const { ticker, streams, poll } = listening()
    streams[0]?.tell(OPEN)
    streams[0]?.block(100n)
    streams[0]?.tell(SILENT)
    // A halted chain: the node has the block it halted on, of which no event came.
    poll.mockResolvedValue(101n)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(poll).toHaveBeenCalledTimes(10)
    expect(streams[0]?.restarts()).toBe(0)
    expect(ticker.state()).toMatchObject({
      kind: 'polling',
      sentence:
        'https://node-0 has told of no new block for a while. A node is asked for new blocks every 6 s.',
    })
    streams[0]?.tell(OPEN)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(poll).toHaveBeenCalledTimes(10)
  })

  it('connects a silent socket anew when the chain goes on without it', async () => {
    const { streams, poll, ticks } = listening()
    streams[0]?.tell(OPEN)
    streams[0]?.block(100n)
    streams[0]?.tell(SILENT)
    poll.mockResolvedValue(105n)
    await vi.advanceTimersByTimeAsync(6_000)
    expect(streams[0]?.restarts()).toBe(1)
    expect(ticks.at(-1)).toEqual({ reason: 'new-block', height: 105n })
  })

  it('says that nobody answers, and tries the sockets again once somebody does', async () => {
    const { ticker, streams, poll } = listening()
    streams[0]?.tell(UNAVAILABLE)
    poll.mockRejectedValueOnce(new Error('offline'))
    await vi.advanceTimersByTimeAsync(6_000)
    expect(ticker.state().sentence).toBe(
      'It has no WebSocket. No node answers; asked again 12 s after the last try.',
    )
    expect(streams).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(12_000)
    expect(streams).toHaveLength(2)
  })
})

describe('a hidden tab', () => {
  it('has neither socket nor questions, and catches up at once when looked at again', async () => {
    const { ticker, ticks, streams, poll, visibility } = listening()
    streams[0]?.tell(OPEN)
    streams[0]?.block(100n)
    vi.advanceTimersByTime(1_000)
    visibility.set(false)
    expect(streams[0]?.isClosed()).toBe(true)
    expect(ticker.state()).toEqual({
      kind: 'paused',
      since: new Date(START + 1_000),
      sentence: 'Paused while this tab is hidden.',
    })
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(poll).not.toHaveBeenCalled()
    expect(streams).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
    visibility.set(true)
    expect(ticks.at(-1)).toEqual({ reason: 'resumed' })
    expect(streams).toHaveLength(2)
    expect(ticker.state().kind).toBe('polling')
  })

  it('begins paused when the page is opened in the background', () => {
    const { ticker, ticks, streams, visibility } = setup()
    visibility.set(false)
    ticker.subscribe((tick) => ticks.push(tick))
    expect(ticker.state().kind).toBe('paused')
    expect(streams).toHaveLength(0)
    visibility.set(true)
    expect(ticks).toEqual([{ reason: 'resumed' }])
  })

  it('is not resumed by news that change nothing', () => {
    const { ticks, visibility, streams } = listening()
    visibility.set(true)
    expect(ticks).toEqual([])
    expect(streams).toHaveLength(1)
  })
})

describe('listeners', () => {
  it('share one connection, which outlives a change of screen and ends after the last', async () => {
    const { ticker, streams, visibility } = setup()
    const leaveFirst = ticker.subscribe(() => {})
    leaveFirst()
    leaveFirst()
    const leaveSecond = ticker.subscribe(() => {})
    await vi.advanceTimersByTimeAsync(5_000)
    expect(streams.map(({ isClosed }) => isClosed())).toEqual([false])
    leaveSecond()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(streams.map(({ isClosed }) => isClosed())).toEqual([true])
    expect(ticker.state().kind).toBe('off')
    expect(visibility.watchers()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('hear no more after they left', () => {
    const { ticker, streams } = setup()
    const listener = vi.fn()
    const leave = ticker.subscribe(listener)
    ticker.subscribe(() => {})
    streams[0]?.tell(OPEN)
    leave()
    streams[0]?.block(100n)
    expect(listener).not.toHaveBeenCalled()
  })

  it('of the state hear of each change, and get the same object in between', () => {
    const { ticker, streams } = setup()
    const listener = vi.fn()
    const leave = ticker.watchState(listener)
    ticker.subscribe(() => {})
    streams[0]?.tell(OPEN)
    const before = listener.mock.calls.length
    const state = ticker.state()
    streams[0]?.tell(OPEN)
    expect(ticker.state()).toBe(state)
    expect(listener).toHaveBeenCalledTimes(before)
    leave()
    streams[0]?.tell(WAITING)
    expect(listener).toHaveBeenCalledTimes(before)
  })
})

const OPEN = { kind: 'open', sinceMs: START, refused: [] } as const
const SILENT = { kind: 'silent', sinceMs: START, refused: [] } as const
const WAITING = {
  kind: 'waiting',
  untilMs: START,
  failure: { kind: 'dropped', code: 1006 },
  sentence: 'It ended.',
} as const
const UNAVAILABLE = {
  kind: 'unavailable',
  failure: { kind: 'not-opened' },
  sentence: 'It has no WebSocket.',
} as const

/** A stream whose far end is the test. */
interface FakeStream {
  readonly endpoint: string
  readonly tell: (state: ChainEventStreamState) => void
  readonly block: (height: bigint) => void
  readonly votes: (height: bigint, proposalIds: readonly bigint[]) => void
  readonly isClosed: () => boolean
  readonly restarts: () => number
}

function setup(options: Partial<LiveTickerOptions> = {}, endpoints = 1) {
  const streams: FakeStream[] = []
  const poll = vi.fn<(signal: AbortSignal) => Promise<bigint>>(async () => 0n)
  const visibility = fakeVisibility()
  const ticks: LiveTick[] = []
  const all: LiveTickerOptions = {
    streams: Array.from({ length: endpoints }, (_, index) => (listening: ChainEventListening) => {
      const { stream, farEnd } = fakeStream(`https://node-${index}`, listening)
      streams.push(farEnd)
      return stream
    }),
    poll,
    visibility,
    now: () => new Date(),
    ...options,
  }
  return { ticker: createLiveTicker(all), options: all, streams, poll, visibility, ticks }
}

function listening(options: Partial<LiveTickerOptions> = {}, endpoints = 1) {
  const made = setup(options, endpoints)
  made.ticker.subscribe((tick) => made.ticks.push(tick))
  return made
}

function fakeStream(endpoint: string, { onEvent, onState }: ChainEventListening) {
  let state: ChainEventStreamState = { kind: 'paused' }
  let restarts = 0
  const tell = (next: ChainEventStreamState) => {
    state = next
    onState(next)
  }
  const farEnd: FakeStream = {
    endpoint,
    tell,
    block: (height) => onEvent({ kind: 'block', height, time: new Date() }),
    votes: (height, ids) => {
      const votes = ids.map((proposalId) => ({ proposalId, voter: 'akash1voter' }))
      onEvent({ kind: 'votes', height, votes })
    },
    isClosed: () => state.kind === 'closed',
    restarts: () => restarts,
  }
  const stream = {
    endpoint,
    state: () => state,
    resume: () => tell({ kind: 'connecting' }),
    pause: () => tell({ kind: 'paused' }),
    restart: () => {
      restarts += 1
    },
    close: () => tell({ kind: 'closed' }),
  }
  return { stream, farEnd }
}

function fakeVisibility() {
  const listeners = new Set<() => void>()
  let isVisible = true
  return {
    isVisible: () => isVisible,
    watch: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    watchers: () => listeners.size,
    set(next: boolean) {
      isVisible = next
      for (const listener of listeners) listener()
    },
  }
}

function factsAt(latestHeight: bigint): NodeFacts {
  return {
    chainId: 'skydev-1',
    latestHeight,
    latestBlockTime: new Date(START),
    earliestHeight: 1n,
    txIndex: 'on',
    isCatchingUp: false,
    engineVersion: undefined,
    appVersion: undefined,
    plan: undefined,
    lastAppliedHeight: undefined,
    modules: undefined,
    endpoint: 'https://node-0',
  }
}
