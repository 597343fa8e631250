import { bech32 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBech32, encodeBech32 } from './bech32.ts'

const LIBRARY_LIMIT = false

function decodeByLibrary(text: string) {
  const decoded = bech32.decodeUnsafe(text, LIBRARY_LIMIT)
  if (decoded === undefined) return undefined
  const bytes = bech32.fromWordsUnsafe(decoded.words)
  return { prefix: decoded.prefix, bytes: bytes instanceof Uint8Array ? bytes : undefined }
}

const bytes = fc.uint8Array({ maxLength: 40 })
const prefix = fc.constantFrom('akash', 'akashvaloper', 'a1b', 'x')

describe('bech32', () => {
  it('writes what a library writes, and reads it back', () => {
    fc.assert(
      fc.property(prefix, bytes, (name, data) => {
        const text = encodeBech32(name, data)
        expect(text).toBe(bech32.encode(name, bech32.toWords(data), LIBRARY_LIMIT))
        expect(decodeBech32(text)).toEqual({ prefix: name, bytes: data })
        expect(decodeBech32(text.toUpperCase())).toEqual({ prefix: name, bytes: data })
      }),
    )
  })

  it('reads what a library reads of texts with a character changed, left out or put in', () => {
    const change = fc.tuple(fc.nat(60), fc.nat(1), fc.string({ maxLength: 1 }))
    fc.assert(
      fc.property(prefix, bytes, change, (name, data, [at, left, added]) => {
        const whole = encodeBech32(name, data)
        const text = whole.slice(0, at) + added + whole.slice(at + left)
        expect(decodeBech32(text)).toEqual(decodeByLibrary(text))
      }),
      { numRuns: 500 },
    )
  })

  it('reads data that are no whole bytes as such: too many bits, or some that are not zero', () => {
    const words = fc.array(fc.nat(31), { maxLength: 12 })
    fc.assert(
      fc.property(words, (data) => {
        const text = bech32.encode('akash', data)
        expect(decodeBech32(text)).toEqual(decodeByLibrary(text))
      }),
    )
  })

  it.each(['', '1', 'akash', 'akash1', 'akash1qqqqq', '1qqqqqq', 'Akash1xxx', 'akash1\u00e9'])(
    'finds no address in %j',
    (text) => {
      expect(decodeBech32(text)).toBeUndefined()
    },
  )
})
