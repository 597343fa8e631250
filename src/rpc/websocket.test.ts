import { describe, expect, it } from 'vitest'
import { findWebSocket, websocketUrl } from './websocket.ts'

describe('websocketUrl', () => {
  it.each([
    ['https://rpc.example.org', 'wss://rpc.example.org/websocket'],
    ['http://127.0.0.1:26657/', 'ws://127.0.0.1:26657/websocket'],
    ['https://example.org/akash/rpc/', 'wss://example.org/akash/rpc/websocket'],
    ['https://example.org/akash?key=1', 'wss://example.org/akash/websocket?key=1'],
    ['http://localhost:3000/rpc/0', 'ws://localhost:3000/rpc/0/websocket'],
  ])('of %s is %s', (endpoint, expected) => {
    expect(websocketUrl(endpoint)).toBe(expected)
  })
})

describe('findWebSocket', () => {
  it('finds none in Node 20, whose callers pass one in', () => {
    const isBuiltIn = 'WebSocket' in globalThis
    expect(findWebSocket() !== undefined).toBe(isBuiltIn)
  })
})
