import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeBase64, parseBase64 } from './bytes.ts'

describe('encodeBase64', () => {
  it('writes what others write, whatever the length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64'))
        expect(parseBase64(text)).toEqual(bytes)
      }),
    )
  })
})
