import { describe, expect, it } from 'vitest'
import { decodeJsonArguments, decodeUriArguments } from './arguments.ts'
import type { RpcMethod } from './method-table.ts'
import { findMethod } from './method-table.ts'

function method(name: string): RpcMethod {
  const found = findMethod(name)
  if (found === undefined) throw new Error(`no method ${name}`)
  return found
}

const abciQuery = method('abci_query')
const block = method('block')
const search = method('tx_search')

describe('arguments of a POST body', () => {
  it('fills in zero values, keeps a missing height apart from zero, and ignores names it does not know', () => {
    expect(decodeJsonArguments(abciQuery, { path: '/a', bogus: 1 })).toEqual({
      path: '/a',
      data: new Uint8Array(),
      height: 0n,
      prove: false,
    })
    expect(decodeJsonArguments(block, undefined)).toEqual({ height: undefined })
    expect(decodeJsonArguments(block, { height: '0' })).toEqual({ height: 0n })
    expect(decodeJsonArguments(block, ['27400444'])).toEqual({ height: 27_400_444n })
  })

  it.each([
    // Recorded: steady/253 to 257.
    [abciQuery, { path: 5 }, 'json: cannot unmarshal number into Go value of type string'],
    [block, { height: 27_400_494 }, 'invalid 64-bit integer encoding "27400494", expected string'],
    [abciQuery, { data: '0x0801' }, "encoding/hex: invalid byte: U+0078 'x'"],
    // encoding/hex, encoding/json and CometBFT libs/json.
    [abciQuery, { data: '080' }, 'encoding/hex: odd length hex string'],
    [abciQuery, { prove: 'yes' }, 'json: cannot unmarshal string into Go value of type bool'],
    [block, { height: 'x' }, "invalid character 'x' looking for beginning of value"],
    [block, { height: '' }, 'unexpected end of JSON input'],
    [search, [1], 'expected 5 parameters ([query prove page per_page order_by]), got 1 ([[49]])'],
  ])('refuses what a node refuses, in its words', (given, params, message) => {
    expect(() => decodeJsonArguments(given, params)).toThrow(message)
  })
})

describe('arguments of the URI form', () => {
  function decode(given: RpcMethod, query: string): unknown {
    return decodeUriArguments(given, new URLSearchParams(query))
  }

  it('takes numbers bare or quoted, strings quoted, and bytes as hex or as quoted text', () => {
    expect(decode(block, 'height=5')).toEqual({ height: 5n })
    expect(decode(block, 'height="5"')).toEqual({ height: 5n })
    expect(decode(abciQuery, 'path="/a"&data=0x08e1&prove=true')).toEqual({
      path: '/a',
      data: Uint8Array.of(8, 0xe1),
      height: 0n,
      prove: true,
    })
    expect(decode(abciQuery, 'data="ab"')).toMatchObject({ data: Uint8Array.of(0x61, 0x62) })
  })

  it.each([
    [abciQuery, 'path=/a', "invalid character '/' looking for beginning of value"],
    [block, 'height=0x05', "got a hex string arg, but expected 'int64'"],
  ])('refuses what a node refuses, in its words', (given, query, message) => {
    expect(() => decode(given, query)).toThrow(message)
  })
})
