import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeHex, encodeHex } from '../server/bytes.ts'
import { decodeMarketKey, encodeMarketKey } from './market-key.ts'

/** `next_key` of steady/166-deployments-active-p1: no walk in it. */
const RECORDED =
  'e4137e8b0101010135616b61736831306630667a757878776437636b7a77706d7a356d7330' +
  '75783771347333667a6d6c6775357132000000000001493e4e'

describe('next_key of the market lists', () => {
  it('reads and writes a recorded key to the byte', () => {
    const key = decodeMarketKey(decodeHex(RECORDED))
    expect(key).toMatchObject({ states: [1], walk: undefined })
    expect(new TextDecoder().decode(key.primaryKey.subarray(0, 44))).toBe(
      'akash10f0fzuxxwd7ckzwpmz5ms0ux7q4s3fzmlgu5q2',
    )
    expect(encodeHex(encodeMarketKey(key))).toBe(RECORDED)
  })

  it('reads back what it wrote, and refuses it with any byte changed', () => {
    const keys = fc.record({
      states: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
      primaryKey: fc.uint8Array({ minLength: 1, maxLength: 120 }),
      walk: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(keys, fc.nat(), (key, at) => {
        const bytes = encodeMarketKey(key)
        expect(decodeMarketKey(bytes)).toEqual(key)
        const damaged = bytes.slice()
        damaged[at % bytes.length] = (damaged[at % bytes.length] ?? 0) ^ 0x10
        expect(() => decodeMarketKey(damaged)).toThrow(/invalid checksum, 0x[0-9a-f]{8} != 0x/)
      }),
    )
  })

  it('refuses a key that is too short in the recorded words', () => {
    expect(() => decodeMarketKey(Uint8Array.of(1, 2, 3))).toThrow(
      'pagination: invalid key: invalid key length',
    )
  })
})
