import { describe, expect, it, vi } from 'vitest'
import type { Attempt } from './attempt.ts'
import { createEndpointGuard } from './endpoint-guard.ts'
import { createHttpTransport } from './http-transport.ts'
import type { Surroundings } from './surroundings.ts'

const url = 'https://rpc.example.org'
const browser: Surroundings = {
  isBrowser: true,
  pageProtocol: 'https:',
  pageOrigin: 'https://skylight.example.org',
  isOnline: () => true,
}

describe('a failed fetch in a browser', () => {
  it('is a CORS refusal or a block if somebody answers the probe', async () => {
    const { transport, fetch, attempts } = setup({ read: 'fails', probe: 'answers' })
    await expect(transport.request({ method: 'status' })).rejects.toMatchObject({
      failure: { kind: 'cors-or-blocked' },
      message: `${url} is up but does not let this site read its answers (CORS is off, or a proxy blocks the request); use another endpoint or run "npm start -- --rpc ${url}".`,
    })
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(attempts).toMatchObject([{ cors: 'refused' }])
  })

  it('is an unreachable host if the probe fails too', async () => {
    const { transport } = setup({ read: 'fails', probe: 'fails' })
    await expect(transport.request({ method: 'status' })).rejects.toMatchObject({
      failure: { kind: 'unreachable' },
      message: `${url} cannot be reached; check the address or use another endpoint.`,
    })
  })

  it('is most likely a rate limit if the endpoint was readable before', async () => {
    const { transport, world, attempts } = setup({ read: 'answers', probe: 'answers' })
    await transport.request({ method: 'status' })
    world.read = 'fails'
    await expect(transport.request({ method: 'status' })).rejects.toMatchObject({
      failure: { kind: 'rate-limit-suspected' },
      message: `${url} answered before and is now unreadable, most likely because of a rate limit; wait a little or use another endpoint.`,
    })
    expect(attempts.map(({ cors }) => cors)).toEqual(['allowed', undefined])
  })

  it('is left open, in words too, when no probe may be sent', async () => {
    const { transport, fetch } = setup({ read: 'fails', probe: 'answers' }, { canProbe: false })
    await expect(transport.request({ method: 'status' })).rejects.toMatchObject({
      failure: { kind: 'unreadable' },
      message: `No answer of ${url} could be read: it is down or does not allow this site; use another endpoint.`,
    })
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('is put down to the device when that is offline, except for a node on the device itself', async () => {
    const offline = { ...browser, isOnline: () => false }
    const away = setup({ read: 'fails', probe: 'fails' }, { surroundings: offline })
    await expect(away.transport.request({ method: 'status' })).rejects.toMatchObject({
      failure: { kind: 'offline' },
      message: 'This device is offline; reconnect and try again.',
    })
    expect(away.fetch).toHaveBeenCalledTimes(1)
    const home = setup(
      { read: 'fails', probe: 'fails' },
      { surroundings: offline, url: 'http://127.0.0.1:26657' },
    )
    await expect(home.transport.request({ method: 'status' })).rejects.toMatchObject({
      failure: { kind: 'unreachable' },
    })
  })

  it("needs no probe at the page's own server, which is under no CORS rule", async () => {
    const { transport, fetch } = setup(
      { read: 'fails', probe: 'answers' },
      { url: 'https://skylight.example.org/node/0' },
    )
    await expect(transport.request({ method: 'status' })).rejects.toMatchObject({
      failure: { kind: 'unreachable' },
    })
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('is probed with nothing that a redirect could carry elsewhere', async () => {
    const { transport, fetch } = setup({ read: 'fails', probe: 'answers' })
    await expect(transport.request({ method: 'status' })).rejects.toThrow()
    expect(fetch.mock.calls[1]).toEqual([
      url,
      {
        method: 'GET',
        mode: 'no-cors',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: expect.any(AbortSignal),
      },
    ])
  })

  it('outside a browser never sends a probe, for the reason is known there', async () => {
    const { transport, fetch } = setup(
      { read: 'fails', probe: 'answers' },
      { surroundings: { ...browser, isBrowser: false } },
    )
    await expect(transport.request({ method: 'status' })).rejects.toMatchObject({
      failure: { kind: 'unreachable' },
    })
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})

describe('an http endpoint on an https page', () => {
  const sentence = (endpoint: string) =>
    `An https page may not call ${endpoint}; run "npm start -- --rpc ${endpoint}" on your machine or use an https endpoint.`

  it('is refused with the way out before any request is made', async () => {
    const { transport, fetch } = setup({ read: 'answers' }, { url: 'http://rpc.example.org' })
    await expect(transport.request({ method: 'status' })).rejects.toMatchObject({
      failure: { kind: 'mixed-content' },
      message: sentence('http://rpc.example.org'),
    })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is allowed on this machine, and from an http page', async () => {
    const home = setup({ read: 'answers' }, { url: 'http://localhost:26657' })
    expect((await home.transport.request({ method: 'status' })).result).toEqual({})
    const plain = setup(
      { read: 'answers' },
      { url: 'http://rpc.example.org', surroundings: { ...browser, pageProtocol: 'http:' } },
    )
    expect((await plain.transport.request({ method: 'status' })).result).toEqual({})
  })
})

describe('an endpoint nobody agreed to', () => {
  it('is neither called nor probed', async () => {
    const { fetch } = setup({ read: 'answers', probe: 'answers' })
    const transport = createHttpTransport(url, {
      fetch: createEndpointGuard({ allowed: () => ['https://other.example.org'], fetch }),
      surroundings: browser,
    })
    await expect(transport.request({ method: 'status' })).rejects.toMatchObject({
      name: 'EndpointNotConsentedError',
      message: `${url} was not agreed to, so nothing was sent to it.`,
    })
    expect(fetch).not.toHaveBeenCalled()
  })
})

interface World {
  read: 'answers' | 'fails'
  probe?: 'answers' | 'fails'
}

/** A browser's fetch as a page sees it: failures all alike, and opaque answers in `no-cors` mode. */
function setup(
  world: World,
  options: { url?: string; canProbe?: boolean; surroundings?: Surroundings } = {},
) {
  const attempts: Attempt[] = []
  const fetch = vi.fn<typeof globalThis.fetch>(async (_, init) => {
    const fate = init?.mode === 'no-cors' ? world.probe : world.read
    if (fate !== 'answers') throw new TypeError('Failed to fetch')
    return init?.mode === 'no-cors' ? Response.error() : new Response('{"id":0,"result":{}}')
  })
  const transport = createHttpTransport(options.url ?? url, {
    fetch,
    surroundings: options.surroundings ?? browser,
    onResponse: (attempt) => attempts.push(attempt),
    ...(options.canProbe === undefined ? {} : { canProbe: options.canProbe }),
  })
  return { transport, fetch, attempts, world }
}
