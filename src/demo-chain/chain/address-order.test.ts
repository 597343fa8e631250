import { bech32 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKey } from '../application/bech32-bytes.ts'
import { compareBytes } from '../server/bytes.ts'
import { compareAddresses } from './address-order.ts'

const bytes = fc.oneof(
  fc.uint8Array({ minLength: 20, maxLength: 20 }),
  fc.uint8Array({ minLength: 32, maxLength: 32 }),
)

describe('compareAddresses', () => {
  it('orders addresses as a store orders their keys, length first', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const [first, second] = [a, b].map((each) => bech32.encodeFromBytes('akash', each))
        const keys = [first, second].map((each) => addressKey(each ?? '') ?? new Uint8Array())
        const [left = new Uint8Array(), right = new Uint8Array()] = keys
        expect(Math.sign(compareAddresses(first ?? '', second ?? ''))).toBe(
          Math.sign(compareBytes(left, right)),
        )
      }),
    )
  })
})
