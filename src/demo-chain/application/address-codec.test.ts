import { bech32 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerForAddress, readAddress } from './address-codec.ts'
import { valueAnswer } from './query-answer.ts'

const VOTER = 'akash1q7wnym3tr3nsm48mk7fvk5nccvchat9ujyxtg0'

describe('readAddress', () => {
  it('reads every address of its prefix, in capitals too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 255 }), (bytes) => {
        const text = bech32.encode('akash', bech32.toWords(bytes), false)
        expect(readAddress(text, 'akash')).toEqual({ kind: 'address', bytes })
        expect(readAddress(text.toUpperCase(), 'akash')).toEqual({ kind: 'address', bytes })
      }),
    )
  })

  it.each([
    ['', 'empty address string is not allowed'],
    ['  ', 'empty address string is not allowed'],
    ['akash1', 'decoding bech32 failed: invalid bech32 string length 6'],
    ['a'.repeat(1024), 'decoding bech32 failed: invalid bech32 string length 1024'],
    ['akash1 abcdef', "decoding bech32 failed: invalid character in string: ' '"],
    ['akash1Qpzry9x8', 'decoding bech32 failed: string not all lowercase or all uppercase'],
    ['akashqpzry9x8', 'decoding bech32 failed: invalid separator index -1'],
    ['1qpzry9x8', 'decoding bech32 failed: invalid separator index 0'],
    ['akash1qpzry9b', 'decoding bech32 failed: invalid character not part of charset: 98'],
  ])('says of %j why it is none, as the chain does', (text, description) => {
    expect(readAddress(text, 'akash')).toEqual({ kind: 'fault', description, isLogicError: false })
  })

  it('names the checksum an address should have had', () => {
    const wrong = `${VOTER.slice(0, -6)}qqqqqq`
    expect(readAddress(wrong, 'akash')).toMatchObject({
      description: 'decoding bech32 failed: invalid checksum (expected jyxtg0 got qqqqqq)',
    })
  })

  it('does not take one prefix for another', () => {
    expect(readAddress(VOTER, 'akashvaloper')).toEqual({
      kind: 'fault',
      description:
        "hrp does not match bech32 prefix: expected 'akashvaloper' got 'akash': internal logic error",
      isLogicError: true,
    })
  })
})

describe('answerForAddress', () => {
  const answer = (text: string) =>
    answerForAddress(text, 'akash', 7n, (bytes) => valueAnswer(bytes, 7n))

  it('answers with the bytes of an address', () => {
    expect(answer(VOTER)?.value).toHaveLength(20)
  })

  it('refuses a text that is none as a wrong request, and a foreign prefix as an unknown one', () => {
    expect(answer('a')).toMatchObject({
      code: 18,
      codespace: 'sdk',
      log: 'decoding bech32 failed: invalid bech32 string length 1: invalid request',
      height: 7n,
    })
    const foreign = bech32.encodeFromBytes('cosmos', new Uint8Array(20))
    expect(answer(foreign)).toMatchObject({
      code: 6,
      log: "hrp does not match bech32 prefix: expected 'akash' got 'cosmos': internal logic error: unknown request",
    })
  })
})
