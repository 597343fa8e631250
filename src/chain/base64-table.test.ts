import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64ByTable } from './base64-table.ts'

describe('decodeBase64ByTable', () => {
  it('reads what another decoder reads', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(decodeBase64ByTable(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
      }),
    )
  })

  it.each(['ab*d', 'ab=c', 'a===', 'abcé', 'YQ==YQ==', 'ab-_', 'YQ\n='])('takes no %j', (text) => {
    expect(decodeBase64ByTable(text)).toBeUndefined()
  })
})
