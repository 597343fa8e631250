import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBondedTokens } from './pool.ts'
import { QueryPoolResponse } from './proto/generated/cosmos/staking/v1beta1/query.ts'

function encode(bondedTokens: string, notBondedTokens = '7'): Uint8Array {
  return QueryPoolResponse.encode({ pool: { bondedTokens, notBondedTokens } }).finish()
}

describe('decodeBondedTokens', () => {
  it('reads what the whole decoder reads, whatever the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n }), (amount) => {
        const bytes = encode(amount.toString())
        expect(decodeBondedTokens(bytes)).toBe(amount)
        expect(QueryPoolResponse.decode(bytes).pool?.bondedTokens).toBe(amount.toString())
      }),
    )
  })

  it('knows nothing where nothing is said, rather than nought', () => {
    expect(decodeBondedTokens(new Uint8Array())).toBeUndefined()
    expect(decodeBondedTokens(encode(''))).toBeUndefined()
    expect(decodeBondedTokens(encode('12.5'))).toBeUndefined()
  })

  it('throws on bytes that are cut off', () => {
    expect(() => decodeBondedTokens(encode('1000').subarray(0, 5))).toThrow()
  })
})
