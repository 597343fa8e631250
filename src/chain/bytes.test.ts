import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64, decodeUint64, encodeHex, encodeUint64 } from './bytes.ts'

describe('decodeBase64', () => {
  it('reads what any other encoder writes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
      }),
    )
  })

  it('reads nothing as nothing, which is how a node writes an empty message', () => {
    expect(decodeBase64('')).toEqual(new Uint8Array())
  })

  it('reads what `atob` reads, and nothing else, whatever the engine’s own decoder makes of it', () => {
    const letter = fc.constantFrom(...'AZaz09+/=-_ \n*éŁ⁁')
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 12 }), (letters) => {
        const text = letters.join('')
        let expected: Uint8Array | undefined
        try {
          expected = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
        } catch {
          expect(() => decodeBase64(text)).toThrow()
          return
        }
        expect(decodeBase64(text)).toEqual(expected)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['*', 'ab=c', 'a===', 'ab*d', 'abcé', 'ŁQ==', 'YQ⁁=', 'YQ==YQ=='])(
    'refuses %j instead of guessing',
    (text) => {
      expect(() => decodeBase64(text)).toThrow()
    },
  )
})

describe('the keys of the SDK', () => {
  it('are eight bytes, big endian, so that they sort as the numbers do', () => {
    expect(encodeHex(encodeUint64(298n))).toBe('000000000000012a')
    expect(decodeUint64(encodeUint64(2n ** 64n - 1n))).toBe(2n ** 64n - 1n)
  })

  it('are refused at any other length', () => {
    expect(decodeUint64(Uint8Array.of(1))).toBeUndefined()
  })
})
