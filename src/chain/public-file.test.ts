import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchPublicFile, PublicFileError } from './public-file.ts'

const URL =
  'https://raw.githubusercontent.com/akash-network/net/main/mainnet/upgrades/v2.0.0/info.json'

const serving = (body: BodyInit | null, init?: ResponseInit) =>
  vi.fn<typeof globalThis.fetch>(async () => new Response(body, init))

async function failureOf(promise: Promise<unknown>) {
  return promise.then(
    () => undefined,
    (error: unknown) => (error instanceof PublicFileError ? error.kind : 'another error'),
  )
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('fetchPublicFile', () => {
  it('gives the text and the hash of the very bytes', async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d, 0xff])
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = await fetchPublicFile(URL, { fetch: serving(bytes) })
    expect(file).toEqual({ text: '{}\ufffd', sha256 })
  })

  it('gives the same hash where a page over plain http has no WebCrypto', async () => {
    const sha256 = createHash('sha256').update('{}').digest('hex')
    vi.stubGlobal('crypto', {})
    expect((await fetchPublicFile(URL, { fetch: serving('{}') })).sha256).toBe(sha256)
  })

  it('sends nothing of the reader along and follows no address that leads on', async () => {
    const fetch = serving('{}')
    await fetchPublicFile(URL, { fetch })
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      URL,
      expect.objectContaining({
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
      }),
    )
  })

  it('calls nothing that is not public', async () => {
    const fetch = serving('{}')
    for (const url of ['http://example.org/', 'https://192.168.0.1/', 'https://localhost/', 'x']) {
      expect(await failureOf(fetchPublicFile(url, { fetch }))).toBe('not-public')
    }
    expect(fetch).not.toHaveBeenCalled()
  })

  it('takes 400 kB and not a byte more', async () => {
    const size = async (bytes: number) =>
      failureOf(fetchPublicFile(URL, { fetch: serving('x'.repeat(bytes)) }))
    expect(await size(400_000)).toBeUndefined()
    expect(await size(400_001)).toBe('too-large')
  })

  it.each([403, 429])('tells a pause (%i) from other refusals', async (status) => {
    const fetch = serving('', { status })
    expect(await failureOf(fetchPublicFile(URL, { fetch }))).toBe('rate-limited')
  })

  it('tells a refusal from a server that cannot be reached', async () => {
    expect(await failureOf(fetchPublicFile(URL, { fetch: serving('', { status: 404 }) }))).toBe(
      'refused',
    )
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    expect(await failureOf(fetchPublicFile(URL, { fetch }))).toBe('unreachable')
  })

  it('ends with the caller’s own reason where the caller gave up', async () => {
    const signal = AbortSignal.abort(new Error('left the page'))
    const fetch = () => Promise.reject(new TypeError('aborted'))
    await expect(fetchPublicFile(URL, { fetch, signal })).rejects.toThrow('left the page')
  })

  it('says in a sentence why', () => {
    expect(new PublicFileError(URL, 'too-large').message).toBe(
      'The file is larger than 400 kB, which no file read here is.',
    )
  })
})
