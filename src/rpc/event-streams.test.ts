import { describe, expect, it } from 'vitest'
import { createFakeWebSockets } from '../../test/fake-web-socket.ts'
import { createEventStreams } from './event-streams.ts'

describe('createEventStreams', () => {
  it('opens each endpoint of a connection on its own, under the name people know it by', () => {
    const { WebSocket, sockets } = createFakeWebSockets()
    const streams = createEventStreams(
      [
        { url: 'https://one.example.org' },
        { url: 'http://127.0.0.1:3000/rpc/0', reportedUrl: 'https://two.example.org' },
      ],
      { WebSocket },
    ).map((open) => open({ heartbeatQuery: 'q', onEvent: () => {}, onState: () => {} }))
    expect(sockets).toHaveLength(0)
    for (const stream of streams) stream.resume()
    expect(sockets.map(({ url }) => url)).toEqual([
      'wss://one.example.org/websocket',
      'ws://127.0.0.1:3000/rpc/0/websocket',
    ])
    expect(streams.map(({ endpoint }) => endpoint)).toEqual([
      'https://one.example.org',
      'https://two.example.org',
    ])
    for (const stream of streams) stream.close()
  })
})
