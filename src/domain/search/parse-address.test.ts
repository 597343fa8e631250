import { bech32 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAddress } from './parse-address.ts'

const ACCOUNT = 'akash14jetgtmfup6xeupt6ssamuxntashmmzvgut3r6'
const sentenceOf = (text: string) => {
  const reading = parseAddress(text, 'akash')
  return reading?.kind === 'malformed' ? reading.sentence : reading
}

describe('parseAddress', () => {
  it('tells an account, an operator and a consensus address of this chain apart', () => {
    const { words } = bech32.decode(ACCOUNT, false)
    const operator = bech32.encode('akashvaloper', words)
    const consensus = bech32.encode('akashvalcons', words)
    expect(parseAddress(` ${ACCOUNT} `, 'akash')).toEqual({ kind: 'account', address: ACCOUNT })
    expect(parseAddress(operator, 'akash')).toEqual({
      kind: 'operator',
      address: operator,
      accountAddress: ACCOUNT,
    })
    expect(parseAddress(consensus, 'akash')).toEqual({ kind: 'consensus', address: consensus })
  })

  it('takes an address in capitals, as QR codes hold it, for the same', () => {
    expect(parseAddress(ACCOUNT.toUpperCase(), 'akash')).toEqual({
      kind: 'account',
      address: ACCOUNT,
    })
  })

  it('says what is wrong with an address, because "not found" would blame the chain', () => {
    expect(sentenceOf(`${ACCOUNT.slice(0, -1)}q`)).toMatch(/checksum .* is wrong/)
    expect(sentenceOf(ACCOUNT.replace('4je', '4be'))).toBe(
      'No address holds “b” after its prefix; this one does, at character 8.',
    )
    expect(sentenceOf(ACCOUNT.slice(0, -5))).toBe(
      'This address is not whole: 33 of 38 characters follow akash1.',
    )
    expect(sentenceOf(`${ACCOUNT}qq`)).toMatch(/has 40 characters after akash1/)
    expect(sentenceOf(ACCOUNT.replace('jetg', 'jeTg'))).toMatch(/mixes capital and small/)
  })

  it('names the chain of a foreign address, and the account of the same key where keys are derived alike', () => {
    const { words } = bech32.decode(ACCOUNT, false)
    expect(parseAddress(bech32.encode('cosmos', words), 'akash')).toMatchObject({
      kind: 'foreign',
      prefix: 'cosmos',
      sameKeyAddress: ACCOUNT,
    })
    expect(parseAddress(bech32.encode('inj', words), 'akash')).toMatchObject({
      kind: 'foreign',
      sameKeyAddress: undefined,
    })
    expect(parseAddress(bech32.encode('cosmosvaloper', words), 'akash')).toMatchObject({
      kind: 'foreign',
      sameKeyAddress: undefined,
    })
  })

  it('leaves words alone', () => {
    for (const text of ['akash', 'v1', 'upgrade1', 'mainnet1network', '']) {
      expect([text, parseAddress(text, 'akash')]).toEqual([text, undefined])
    }
  })

  it('never accepts an address in which one character was changed', () => {
    const address = fc
      .uint8Array({ minLength: 20, maxLength: 20 })
      .map((bytes) => bech32.encode('akash', bech32.toWords(bytes)))
    const letter = fc.constantFrom(...'qpzry9x8gf2tvdw0s3jn54khce6mua7l')
    fc.assert(
      fc.property(address, fc.nat(37), letter, (text, place, other) => {
        const at = 'akash1'.length + place
        fc.pre(text[at] !== other)
        const mistyped = `${text.slice(0, at)}${other}${text.slice(at + 1)}`
        expect(parseAddress(text, 'akash')?.kind).toBe('account')
        expect(parseAddress(mistyped, 'akash')?.kind).toBe('malformed')
      }),
    )
  })
})
