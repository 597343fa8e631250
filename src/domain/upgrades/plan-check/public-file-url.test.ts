import { describe, expect, it } from 'vitest'
import { isPublicFileUrl } from './public-file-url.ts'
import { INFO_URL } from './testing/plan-input.ts'

describe('isPublicFileUrl', () => {
  it('takes https addresses of the public internet', () => {
    expect(isPublicFileUrl(INFO_URL)).toBe(true)
    expect(isPublicFileUrl('https://example.org/a?b=c')).toBe(true)
  })

  it.each([
    'http://example.org/info.json',
    'https://localhost/x',
    'https://a.localhost/x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://192.168.1.1/x',
    'https://8.8.8.8/x',
    'https://[::1]/x',
    'https://[2001:4860:4860::8888]/x',
    'https://router/x',
    'https://nas.local/x',
    'https://nas.local./x',
    'https://vault.internal/x',
    'https://printer.home.arpa/x',
    'https://user:secret@example.org/x',
    'https://example.org:8443/x',
    'ftp://example.org/x',
    'data:text/plain,x',
    'no address',
  ])('refuses %s', (url) => {
    expect(isPublicFileUrl(url)).toBe(false)
  })
})
