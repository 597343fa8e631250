import { sha256 as sha256OfLibrary } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeHex, encodeUtf8 } from './bytes.ts'
import { sha256 } from './sha256.ts'

describe('sha256', () => {
  it('gives the digests of FIPS 180-4', () => {
    expect(encodeHex(sha256(new Uint8Array()))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
    expect(encodeHex(sha256(encodeUtf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  it('agrees with a library’s at every length around a block, and on anything', () => {
    for (let length = 0; length <= 200; length++) {
      const message = Uint8Array.from({ length }, (_, at) => (at * 37 + length) & 255)
      expect(encodeHex(sha256(message))).toBe(encodeHex(sha256OfLibrary(message)))
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (message) => {
        expect(encodeHex(sha256(message))).toBe(encodeHex(sha256OfLibrary(message)))
      }),
    )
  })
})
