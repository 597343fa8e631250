import { describe, expect, it } from 'vitest'
import { shortenAddress, shortenMiddle } from './format-shortened.ts'

describe('shortenMiddle', () => {
  it('keeps both ends, by which people tell identifiers apart', () => {
    expect(shortenMiddle('0123456789abcdef', 4, 3)).toBe('0123…def')
  })

  it('leaves a text whole that would not become shorter', () => {
    expect(shortenMiddle('01234567', 4, 3)).toBe('01234567')
  })
})

describe('shortenAddress', () => {
  it('keeps the prefix, which tells accounts from validators', () => {
    expect(shortenAddress('akash1x4uuk3cjtqq9zwqh0scx6jlctw2rflgzgrt40d')).toBe('akash1x4u…rt40d')
    expect(shortenAddress('akashvaloper1x4uuk3cjtqq9zwqh0scx6jlctw2rflgzgk3f9a')).toBe(
      'akashvaloper1x4u…k3f9a',
    )
  })

  it('shortens what is not an address too', () => {
    expect(shortenAddress('0123456789abcdefghijklmno')).toBe('01234…klmno')
    expect(shortenAddress('no such thing as an address')).toBe('no such …dress')
  })
})
