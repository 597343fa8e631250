import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeWebSockets, type FakeSocket } from '../../test/fake-web-socket.ts'
import {
  createEventStream,
  type EventStreamOptions,
  type EventStreamState,
} from './event-stream.ts'
import type { StreamEvent } from './event-stream-frame.ts'

const URL_AGREED = 'https://rpc.example.org'
const BLOCKS = "tm.event='NewBlockHeader'"
const VOTES = "tm.event='Tx' AND proposal_vote.proposal_id EXISTS"

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('createEventStream', () => {
  it('sends nothing until it is resumed, then subscribes to each query under its own id', () => {
    const { stream, sockets, states } = setup()
    expect(sockets).toHaveLength(0)
    expect(stream.state()).toEqual({ kind: 'paused' })
    stream.resume()
    const [socket] = sockets
    expect(socket?.url).toBe('wss://rpc.example.org/websocket')
    expect(socket?.sent).toEqual([])
    socket?.open()
    expect(socket?.sent).toEqual([
      { jsonrpc: '2.0', id: 0, method: 'subscribe', params: { query: BLOCKS } },
      { jsonrpc: '2.0', id: 1, method: 'subscribe', params: { query: VOTES } },
    ])
    expect(states.map(({ kind }) => kind)).toEqual(['connecting'])
  })

  it('is open once every subscription is confirmed, and hands out events with their query', () => {
    const { stream, sockets, states, events } = setup()
    open(stream, sockets)
    expect(states.at(-1)).toEqual({ kind: 'open', sinceMs: 1_000_000, refused: [] })
    sockets[0]?.receive(block(7))
    sockets[0]?.receive({ ...block(7), id: 1 })
    expect(events.map(({ query }) => query)).toEqual([BLOCKS, VOTES])
    expect(events[0]).toMatchObject({ type: 'block', value: { height: 7 } })
  })

  it('goes on without a subscription the node refuses, and says which', () => {
    const { stream, sockets, states } = setup()
    stream.resume()
    sockets[0]?.open()
    sockets[0]?.receive(refusal(1, 'max_subscriptions_per_client 5 reached'))
    expect(states.at(-1)?.kind).toBe('connecting')
    sockets[0]?.receive(confirmation(0))
    expect(states.at(-1)).toEqual({ kind: 'open', sinceMs: 1_000_000, refused: [VOTES] })
  })

  it('gives up at once when the node refuses the heartbeat, for it would refuse it again', () => {
    const { stream, sockets } = setup()
    stream.resume()
    sockets[0]?.open()
    sockets[0]?.receive(refusal(0, 'failed to parse query: offset 9: EOF'))
    expect(stream.state()).toMatchObject({
      kind: 'unavailable',
      sentence: 'https://rpc.example.org refused the subscription.',
    })
    expect(sockets[0]?.isClosed).toBe(true)
  })

  it('tries again later when the node has no subscription left, for others go', () => {
    const { stream, sockets } = setup()
    stream.resume()
    sockets[0]?.open()
    sockets[0]?.receive(refusal(0, 'max_subscription_clients 100 reached'))
    expect(stream.state()).toMatchObject({
      kind: 'waiting',
      failure: { kind: 'too-many-subscriptions' },
    })
  })

  it('connects again after an end, waiting twice as long each time, and then gives up', () => {
    const { stream, sockets, states } = setup()
    stream.resume()
    // 1 s · 2^n · (0.5 + 1 / 2)
    for (const [index, waitMs] of [1_000, 2_000, 4_000].entries()) {
      sockets[index]?.drop()
      expect(stream.state()).toMatchObject({ kind: 'waiting', untilMs: Date.now() + waitMs })
      vi.advanceTimersByTime(waitMs - 1)
      expect(sockets).toHaveLength(index + 1)
      vi.advanceTimersByTime(1)
      expect(sockets).toHaveLength(index + 2)
    }
    sockets[3]?.drop()
    expect(states.at(-1)).toEqual({
      kind: 'unavailable',
      failure: { kind: 'not-opened' },
      sentence: 'https://rpc.example.org does not open a WebSocket.',
    })
    vi.advanceTimersByTime(600_000)
    expect(sockets).toHaveLength(4)
  })

  it('spreads the attempts of many readers by taking off up to half of the pause', () => {
    const { stream, sockets } = setup({ random: () => 0 })
    stream.resume()
    sockets[0]?.drop()
    expect(stream.state()).toMatchObject({ untilMs: Date.now() + 500 })
  })

  it('forgets earlier failures with a heartbeat, but not with a connection alone', () => {
    const { stream, sockets } = setup({ failuresAllowed: 2 })
    open(stream, sockets)
    sockets[0]?.receive(block(1))
    sockets[0]?.drop()
    vi.advanceTimersByTime(1_000)
    sockets[1]?.open()
    sockets[1]?.receive(confirmation(0))
    sockets[1]?.receive(confirmation(1))
    sockets[1]?.drop(1001)
    expect(stream.state()).toMatchObject({
      kind: 'unavailable',
      sentence: 'https://rpc.example.org ended the WebSocket (code 1001).',
    })
  })

  it('connects again when the node cancels a subscription, as it does when it stops', () => {
    const { stream, sockets } = setup()
    open(stream, sockets)
    const data = 'subscription was canceled (reason: CometBFT exited)'
    sockets[0]?.receive({ id: 0, error: { code: -32000, message: 'Server error', data } })
    expect(stream.state()).toMatchObject({
      kind: 'waiting',
      failure: { kind: 'cancelled', reason: `Server error ${data}` },
    })
    expect(sockets[0]?.isClosed).toBe(true)
  })

  it('gives a node that takes the connection and says nothing ten seconds', () => {
    const { stream, sockets } = setup()
    stream.resume()
    sockets[0]?.open()
    sockets[0]?.receive(confirmation(0))
    vi.advanceTimersByTime(9_999)
    expect(stream.state().kind).toBe('connecting')
    vi.advanceTimersByTime(1)
    expect(stream.state()).toMatchObject({ failure: { kind: 'timeout', timeoutMs: 10_000 } })
  })

  it.each([
    ['too-large', `"${'x'.repeat(200)}"`],
    ['junk', 'hello'],
    ['junk', Uint8Array.of(1)],
  ])('ends a connection that sends what is no event: %s', (kind, frame) => {
    const { stream, sockets, events } = setup({ maxChars: 200 })
    open(stream, sockets)
    sockets[0]?.receive(frame)
    expect(stream.state()).toMatchObject({ kind: 'waiting', failure: { kind } })
    sockets[0]?.receive(block(8))
    expect(events).toEqual([])
  })

  it('says that nothing is heard after five usual gaps, and that something is again', () => {
    const { stream, sockets, states } = setup()
    open(stream, sockets)
    for (let height = 1; height <= 20; height += 1) {
      vi.advanceTimersByTime(6_000)
      sockets[0]?.receive(block(height))
    }
    vi.advanceTimersByTime(29_999)
    expect(stream.state().kind).toBe('open')
    vi.advanceTimersByTime(1)
    expect(stream.state()).toEqual({ kind: 'silent', sinceMs: Date.now(), refused: [] })
    expect(sockets[0]?.isClosed).toBe(false)
    sockets[0]?.receive(block(21))
    expect(states.slice(-2).map(({ kind }) => kind)).toEqual(['silent', 'open'])
  })

  it('learns the usual gap, but calls nothing under 15 s silence: rounds fail now and then', () => {
    const { stream, sockets } = setup()
    open(stream, sockets)
    for (let height = 1; height <= 40; height += 1) {
      vi.advanceTimersByTime(1_000)
      sockets[0]?.receive(block(height))
    }
    vi.advanceTimersByTime(14_999)
    expect(stream.state().kind).toBe('open')
    vi.advanceTimersByTime(1)
    expect(stream.state().kind).toBe('silent')
  })

  it('counts the silence of a chain that halted before it was listened to', () => {
    const { stream, sockets } = setup()
    open(stream, sockets)
    vi.advanceTimersByTime(30_000)
    expect(stream.state().kind).toBe('silent')
  })

  it('ends its connection when paused, keeps still, and connects when resumed', () => {
    const { stream, sockets, states } = setup()
    open(stream, sockets)
    stream.pause()
    expect(sockets[0]?.isClosed).toBe(true)
    vi.advanceTimersByTime(600_000)
    expect(sockets).toHaveLength(1)
    stream.restart()
    expect(sockets).toHaveLength(1)
    stream.resume()
    expect(sockets).toHaveLength(2)
    expect(states.map(({ kind }) => kind)).toEqual(['connecting', 'open', 'paused', 'connecting'])
  })

  it('does not connect when whoever hears of the attempt pauses it', () => {
    const { stream, sockets, onState } = setup()
    onState.mockImplementationOnce(() => stream.pause())
    stream.resume()
    expect(sockets).toHaveLength(0)
    expect(stream.state()).toEqual({ kind: 'paused' })
  })

  it('begins anew when restarted, with all its attempts', () => {
    const { stream, sockets } = setup({ failuresAllowed: 1 })
    stream.resume()
    sockets[0]?.drop()
    expect(stream.state().kind).toBe('unavailable')
    stream.restart()
    expect(stream.state().kind).toBe('connecting')
    expect(sockets).toHaveLength(2)
  })

  it('is closed for good, without a timer left', () => {
    const { stream, sockets } = setup()
    open(stream, sockets)
    stream.close()
    stream.resume()
    stream.restart()
    sockets[0]?.drop()
    expect(stream.state()).toEqual({ kind: 'closed' })
    expect(sockets).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is not made for an endpoint nobody agreed to', () => {
    expect(() => setup({ allowed: () => ['https://rpc.example.org/other'] })).toThrow(
      'https://rpc.example.org was not agreed to, so nothing was sent to it.',
    )
  })

  it('opens no connection once the agreement was taken back', () => {
    const agreed = [URL_AGREED]
    const { stream, sockets } = setup({ allowed: () => agreed })
    stream.resume()
    agreed.pop()
    sockets[0]?.drop()
    vi.advanceTimersByTime(1_000)
    expect(stream.state()).toMatchObject({
      kind: 'unavailable',
      failure: { kind: 'not-consented' },
    })
    expect(sockets).toHaveLength(1)
  })

  it('does not try what browsers forbid: ws:// from an https page', () => {
    const surroundings = {
      isBrowser: true,
      pageProtocol: 'https:',
      pageOrigin: 'https://skylight.example.org',
      isOnline: () => true,
    }
    const url = 'http://rpc.example.org'
    const { stream, sockets } = setup({ surroundings, allowed: () => [url] }, url)
    stream.resume()
    expect(stream.state()).toMatchObject({
      kind: 'unavailable',
      failure: { kind: 'mixed-content' },
    })
    expect(sockets).toHaveLength(0)
  })

  it('is unavailable where the program has no WebSocket', () => {
    vi.stubGlobal('WebSocket', undefined)
    const { stream } = setup({ WebSocket: undefined })
    stream.resume()
    expect(stream.state()).toMatchObject({ failure: { kind: 'no-websocket' } })
    vi.unstubAllGlobals()
  })

  it('survives a browser that throws instead of connecting', async () => {
    class ForbiddenWebSocket {
      constructor() {
        throw new Error('SecurityError')
      }
      addEventListener() {}
      send() {}
      close() {}
    }
    const { stream } = setup({ WebSocket: ForbiddenWebSocket })
    stream.resume()
    await Promise.resolve()
    expect(stream.state()).toMatchObject({ kind: 'waiting', failure: { kind: 'not-opened' } })
    stream.close()
  })

  it('names the endpoint by its public or reported address, never with a key', () => {
    const url = 'https://rpc.example.org/akash?key=secret'
    expect(setup({ allowed: () => [url] }, url).stream.endpoint).toBe(
      'https://rpc.example.org/akash',
    )
    const forwarded = setup({ allowed: () => [url], reportedUrl: 'https://node' }, url)
    expect(forwarded.stream.endpoint).toBe('https://node')
  })
})

function setup(options: Partial<EventStreamOptions> = {}, url = URL_AGREED) {
  const { WebSocket, sockets } = createFakeWebSockets()
  const events: StreamEvent[] = []
  const states: EventStreamState[] = []
  const onState = vi.fn<(state: EventStreamState) => void>()
  const stream = createEventStream(url, {
    WebSocket,
    allowed: () => [URL_AGREED],
    heartbeatQuery: BLOCKS,
    otherQueries: [VOTES],
    random: () => 1,
    onEvent: (event) => events.push(event),
    onState: (state) => {
      states.push(state)
      onState(state)
    },
    ...options,
  })
  return { stream, sockets, events, states, onState }
}

function open(stream: { resume: () => void }, sockets: readonly FakeSocket[]): void {
  stream.resume()
  sockets[0]?.open()
  sockets[0]?.receive(confirmation(0))
  sockets[0]?.receive(confirmation(1))
}

const confirmation = (id: number) => ({ jsonrpc: '2.0', id, result: {} })

const refusal = (id: number, data: string) => ({
  jsonrpc: '2.0',
  id,
  error: { code: -32603, message: 'Internal error', data },
})

const block = (height: number) => ({
  jsonrpc: '2.0',
  id: 0,
  result: { query: BLOCKS, data: { type: 'block', value: { height } }, events: {} },
})
