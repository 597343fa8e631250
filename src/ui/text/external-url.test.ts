import { describe, expect, it } from 'vitest'
import { isHostShown, parseExternalUrl } from './external-url.ts'

describe('parseExternalUrl', () => {
  it('reads plain web addresses', () => {
    expect(parseExternalUrl('https://akash.network/roadmap')?.host).toBe('akash.network')
    expect(parseExternalUrl(' HTTP://example.org ')?.href).toBe('http://example.org/')
  })

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://example.org',
    'ipfs://bafy',
    '//example.org',
    '/path',
    '#part',
    'example.org',
    'https://user@example.org',
    'https://akash.network:x@evil.example/',
    'https://evil.example\\@akash.network',
    'https://ev\u200bil.example',
    'https://a b.example',
    'https://',
    `https://example.org/${'x'.repeat(3000)}`,
    '',
  ])('leaves %j as text', (text) => {
    expect(parseExternalUrl(text)).toBeUndefined()
  })

  it('shows a host of look-alike letters for what it is', () => {
    expect(parseExternalUrl('https://аkash.network')?.host).toBe('xn--kash-43d.network')
  })
})

describe('isHostShown', () => {
  it('is so when the words begin with the host itself, not with one that begins alike', () => {
    const url = new URL('https://akash.network/x')
    expect(isHostShown('https://akash.network/x', url)).toBe(true)
    expect(isHostShown('akash.network', url)).toBe(true)
    expect(isHostShown('the roadmap', url)).toBe(false)
    expect(isHostShown('akash.network', new URL('https://akash.network.evil.example'))).toBe(false)
    expect(isHostShown('akash.network.evil.example', url)).toBe(false)
  })
})
