import { describe, expect, it } from 'vitest'
import { isLoopbackHost, publicUrl } from './public-url.ts'

describe('publicUrl', () => {
  it.each([
    ['https://rpc.example.org', 'https://rpc.example.org'],
    ['https://rpc.example.org:443/', 'https://rpc.example.org'],
    ['https://rpc.example.org/akash/', 'https://rpc.example.org/akash'],
    ['http://127.0.0.1:26657', 'http://127.0.0.1:26657'],
    ['https://me:secret@rpc.example.org/rpc', 'https://rpc.example.org/rpc'],
    ['https://rpc.example.org/?apikey=secret#secret', 'https://rpc.example.org'],
    ['//me:secret@nowhere?key=secret', '//nowhere'],
  ])('shows %s without anything that could be a secret', (url, shown) => {
    expect(publicUrl(url)).toBe(shown)
  })
})

describe('isLoopbackHost', () => {
  it.each(['localhost', 'node.localhost', '127.0.0.1', '127.8.8.8', '[::1]', 'LOCALHOST'])(
    'takes %s for this machine',
    (host) => expect(isLoopbackHost(host)).toBe(true),
  )
  it.each(['localhost.example.org', '127.0.0.1.example.org', '128.0.0.1', '[::2]', '192.168.0.1'])(
    'takes %s for another machine, however alike it looks',
    (host) => expect(isLoopbackHost(host)).toBe(false),
  )
})
