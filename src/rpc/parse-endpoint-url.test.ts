import { describe, expect, it } from 'vitest'
import { parseEndpointUrl } from './parse-endpoint-url.ts'

describe('parseEndpointUrl', () => {
  it.each([
    ['https://rpc.example.org', 'https://rpc.example.org', false],
    ['  https://RPC.example.org:443/  ', 'https://rpc.example.org', false],
    ['https://rpc.example.org/akash/#top', 'https://rpc.example.org/akash', false],
    ['rpc.example.org/rpc', 'https://rpc.example.org/rpc', false],
    ['rpc.example.org:8443', 'https://rpc.example.org:8443', false],
    ['localhost:26657', 'http://localhost:26657', true],
    ['127.0.0.1:26657/', 'http://127.0.0.1:26657', true],
    ['[::1]:26657', 'http://[::1]:26657', true],
    ['http://192.168.1.5:26657', 'http://192.168.1.5:26657', false],
  ])('reads %j', (text, url, isLoopback) => {
    expect(parseEndpointUrl(text)).toEqual({ kind: 'endpoint', url, publicUrl: url, isLoopback })
  })

  it('keeps the query for the call, where providers put their keys, and out of sight', () => {
    expect(parseEndpointUrl('https://rpc.example.org/akash/?key=abc')).toEqual({
      kind: 'endpoint',
      url: 'https://rpc.example.org/akash?key=abc',
      publicUrl: 'https://rpc.example.org/akash',
      isLoopback: false,
    })
  })

  it.each([
    ['', 'empty', 'Enter the address of an RPC endpoint.', undefined],
    [
      'https://',
      'not-a-url',
      'This is not an address; it should look like https://rpc.example.org.',
      undefined,
    ],
    [
      'my node',
      'not-a-url',
      'This is not an address; it should look like https://rpc.example.org.',
      undefined,
    ],
    [
      'javascript:alert(1)',
      'not-a-url',
      'This is not an address; it should look like https://rpc.example.org.',
      undefined,
    ],
    [
      'https://me:secret@rpc.example.org',
      'credentials',
      'Addresses with a user name or password are not used, because links and records would show them.',
      undefined,
    ],
    [
      'wss://rpc.example.org/websocket',
      'websocket',
      'Enter the http(s) address of the node, not its WebSocket.',
      'https://rpc.example.org',
    ],
    [
      'ws://127.0.0.1:26657/websocket/',
      'websocket',
      'Enter the http(s) address of the node, not its WebSocket.',
      'http://127.0.0.1:26657',
    ],
    [
      'tcp://127.0.0.1:26657',
      'tcp',
      'A browser cannot call tcp://; enter the http(s) address.',
      'http://127.0.0.1:26657',
    ],
    [
      'ftp://rpc.example.org',
      'unsupported-scheme',
      'ftp:// is not supported; enter an http(s) address.',
      undefined,
    ],
    [
      'wss://me:secret@rpc.example.org',
      'websocket',
      'Enter the http(s) address of the node, not its WebSocket.',
      undefined,
    ],
  ])('refuses %j and says what to do', (text, reason, sentence, suggestion) => {
    expect(parseEndpointUrl(text)).toEqual({
      kind: 'refused',
      reason,
      sentence,
      ...(suggestion === undefined ? {} : { suggestion }),
    })
  })
})
