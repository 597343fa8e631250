import { describe, expect, it } from 'vitest'
import { parseRpcPath } from './rpc-path.ts'

describe('parseRpcPath', () => {
  it.each([
    ['/rpc/0', { number: 0, subpath: '', query: '' }],
    ['/rpc/12/', { number: 12, subpath: '', query: '' }],
    ['/rpc/1/block?height=5&a=?b', { number: 1, subpath: '/block', query: 'height=5&a=?b' }],
    ['/rpc/0/websocket', { number: 0, subpath: '/websocket', query: '' }],
  ])('reads %s', (url, path) => {
    expect(parseRpcPath(url)).toEqual(path)
  })

  it.each(['/', '/rpcs', '/proposals?from=/rpc/0', '/rpcx/0'])('leaves %s to the app', (url) => {
    expect(parseRpcPath(url)).toBeUndefined()
  })

  it.each(['/rpc', '/rpc/', '/rpc/-1', '/rpc/0/../1', '/rpc/0/%2e%2e', '/rpc/0//evil.example'])(
    'names nobody for %s, so that no path can reach further than its endpoint',
    (url) => {
      expect(parseRpcPath(url)?.number).toBe(-1)
    },
  )
})
