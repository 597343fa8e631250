import { describe, expect, it } from 'vitest'
import { parseStartOptions, StartUsageError } from './start-options.ts'

const parse = (...args: string[]) => parseStartOptions(args, ['akash', 'sandbox', 'demo'])

describe('parseStartOptions', () => {
  it('needs nothing: the app then calls the endpoints it knows itself', () => {
    expect(parse()).toEqual({ port: 4173, network: undefined, endpoints: [], now: undefined })
  })

  it('takes endpoints from a list and from repeated options, each once, with a name that hides keys', () => {
    const options = parse(
      ...['--rpc', 'http://127.0.0.1:26657/,https://rpc.example/base?key=secret'],
      ...['--rpc', 'http://127.0.0.1:26657', '--port', '0', '--network', 'sandbox'],
      ...['--now', '2026-11-21T04:05:26+01:00'],
    )
    expect(options).toEqual({
      port: 0,
      network: 'sandbox',
      endpoints: [
        { url: 'http://127.0.0.1:26657', name: 'http://127.0.0.1:26657' },
        { url: 'https://rpc.example/base?key=secret', name: 'https://rpc.example/base' },
      ],
      now: '2026-11-21T03:05:26Z',
    })
  })

  it.each([
    ['--port', '65536', '--port takes a number from 0 to 65535, not "65536".'],
    ['--port', 'x', '--port takes a number from 0 to 65535, not "x".'],
    ['--network', 'mars', '--network: "mars" is not known. Known: akash, sandbox, demo.'],
    ['--now', 'noon', '--now takes a time such as 2026-11-21T03:05:26Z, not "noon".'],
    ['--rpc', 'http://a,,http://b', '--rpc: Enter the address of an RPC endpoint.'],
    ['--rpc', 'ftp://a', '--rpc: ftp:// is not supported; enter an http(s) address.'],
    [
      '--rpc',
      'ws://127.0.0.1:26657/websocket',
      '--rpc: Enter the http(s) address of the node, not its WebSocket. Did you mean http://127.0.0.1:26657?',
    ],
  ])('says what is wrong with %s %s', (name, value, message) => {
    expect(() => parse(name, value)).toThrow(new StartUsageError(message))
  })

  it('opens the demo chain, which is in the page and no node', () => {
    expect(parse('--network', 'demo')).toMatchObject({ network: 'demo', endpoints: [] })
    expect(() => parse('--network', 'demo', '--rpc', 'http://127.0.0.1:26657')).toThrow(
      new StartUsageError('--network demo lives in the page; it takes no --rpc.'),
    )
  })

  it.each([['--prot=1'], ['stray'], ['--port']])('does not guess what %s means', (argument) => {
    expect(() => parse(argument)).toThrow(StartUsageError)
  })
})
