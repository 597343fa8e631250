import { rm } from 'node:fs/promises'
import http from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ListenError } from './listen.ts'
import { type LocalServer, type LocalServerOptions, startLocalServer } from './local-server.ts'
import { ask, SCRIPT, writeFakeDist } from './testing/fake-upstream.ts'

let dist: string
const open: LocalServer[] = []

beforeAll(async () => {
  dist = await writeFakeDist()
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})
afterAll(() => rm(dist, { recursive: true }))

async function start(options: Partial<LocalServerOptions> = {}): Promise<LocalServer> {
  const server = await startLocalServer({ dist, port: 0, ...options })
  open.push(server)
  return server
}

function readConfig(html: string): unknown {
  return JSON.parse(/id="skylight-config">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '')
}

describe('the page', () => {
  it.each(['', 'proposals', 'proposals/342?tab=votes', 'upgrades/v2.2.0', 'index.html'])(
    'is what /%s shows, because the screens are routes of one page',
    async (path) => {
      const { url } = await start()
      const reply = await ask(`${url}${path}`)
      expect(reply.status).toBe(200)
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(reply.headers['cache-control']).toBe('no-cache')
      expect(reply.body.toString()).toContain('<div id="root">')
    },
  )

  it('names the forwarded endpoints by path, so that the browser stays on one origin', async () => {
    const { url } = await start({
      network: 'akash',
      now: '2026-11-21T03:05:26Z',
      endpoints: [
        { url: 'http://127.0.0.1:1/?key=secret', name: 'http://127.0.0.1:1' },
        { url: 'http://127.0.0.1:2', name: 'http://127.0.0.1:2' },
      ],
    })
    const html = (await ask(url)).body.toString()
    expect(readConfig(html)).toEqual({
      network: 'akash',
      endpoints: [
        { url: '/rpc/0', name: 'http://127.0.0.1:1' },
        { url: '/rpc/1', name: 'http://127.0.0.1:2' },
      ],
      now: '2026-11-21T03:05:26Z',
    })
    expect(html).not.toContain('secret')
  })

  it('cannot be broken out of by a name that closes the block', async () => {
    const name = '</script><script>alert(1)</script>\u2028$&'
    const { url } = await start({ endpoints: [{ url: 'http://127.0.0.1:1', name }] })
    const html = (await ask(url)).body.toString()
    expect(html).not.toContain('<script>alert')
    expect(readConfig(html)).toEqual({ endpoints: [{ url: '/rpc/0', name }] })
  })

  it('goes out with its own policy, not to be framed, and with the other guards', async () => {
    const { headers } = await ask((await start()).url)
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
  })

  it('is refused to a name that only resolves to this machine (DNS rebinding)', async () => {
    const { url } = await start()
    const reply = await ask(url, { headers: { host: 'evil.example' } })
    expect(reply.status).toBe(403)
    expect(reply.body.toString()).not.toContain('root')
  })
})

describe('files', () => {
  it('with a hash in the name are kept for good, others are asked for again', async () => {
    const { url } = await start()
    const script = await ask(`${url}assets/index-Ab3_x-9Z.js`)
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    const icon = await ask(`${url}icon.svg`)
    expect(icon.headers['cache-control']).toBe('no-cache')
    expect(icon.headers['content-type']).toBe('image/svg+xml')
  })

  it('come in the best coding the client takes', async () => {
    const { url } = await start()
    const get = (accept: string) =>
      ask(`${url}assets/index-Ab3_x-9Z.js`, { headers: { 'accept-encoding': accept } })
    const brotli = await get('gzip, deflate, br')
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT)
    const gzip = await get('gzip, br;q=0')
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT)
    const plain = await get('identity')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body.toString()).toBe(SCRIPT)
    expect(plain.headers.vary).toBe('Accept-Encoding')
  })

  it('are not sent again to a client that has them', async () => {
    const { url } = await start()
    const { headers } = await ask(url)
    const again = await ask(url, { headers: { 'if-none-match': String(headers.etag) } })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  it.each(['assets/gone-12345678.js', 'favicon.ico', 'assets/index-Ab3_x-9Z.js.map', 'assets/x'])(
    'that do not exist are 404 (%s), not the page in disguise',
    async (path) => {
      expect((await ask(`${(await start()).url}${path}`)).status).toBe(404)
    },
  )

  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/..\\package.json',
    '/%00',
    '/%zz',
    'http://evil.example/',
    '//evil.example/../x',
  ])('outside the folder are out of reach: %s', async (path) => {
    const { url } = await start()
    const reply = await ask(url, { path })
    expect(reply.status).toBe(400)
    expect(reply.body.toString()).not.toContain('"name"')
  })

  it('of the build itself are not shown', async () => {
    const reply = await ask(`${(await start()).url}.build-stamp`)
    expect(reply.body.toString()).not.toContain('not for visitors')
  })

  it('cannot be posted to', async () => {
    expect((await ask((await start()).url, { method: 'POST', body: '{}' })).status).toBe(405)
  })
})

describe('the port', () => {
  it('is the next free one when the first is taken', async () => {
    const first = await start()
    const second = await start({ port: first.port })
    expect(second.port).toBeGreaterThan(first.port)
    expect((await ask(second.url)).status).toBe(200)
  })

  it('is open on this machine only', async () => {
    const { port } = await start()
    const outside = http.request({ host: '127.0.0.2', port, agent: false })
    const error = await new Promise((resolve) => outside.on('error', resolve).end())
    expect(error).toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('beyond the last one is said to be none', async () => {
    await start({ port: 65_535 })
    const failure = startLocalServer({ dist, port: 65_535 })
    await expect(failure).rejects.toThrow(new ListenError('No port is free from 65535 on.'))
  })
})
