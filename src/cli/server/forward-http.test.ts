import { rm } from 'node:fs/promises'
import http, { type RequestListener } from 'node:http'
import net from 'node:net'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type LocalServer, startLocalServer } from './local-server.ts'
import { ask, startFakeUpstream, writeFakeDist } from './testing/fake-upstream.ts'

let dist: string
const open: { close(): Promise<void> }[] = []

beforeAll(async () => {
  dist = await writeFakeDist()
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})
afterAll(() => rm(dist, { recursive: true }))

/** A server that forwards to one upstream answering like this. */
async function forwardTo(answer: RequestListener, path = ''): Promise<LocalServer> {
  const upstream = await startFakeUpstream(answer)
  open.push(upstream)
  return startWith(`${upstream.url}${path}`)
}

async function startWith(url: string, timeoutMs = 5_000): Promise<LocalServer> {
  const server = await startLocalServer({
    dist,
    port: 0,
    timeoutMs,
    endpoints: [{ url, name: 'the node' }],
  })
  open.push(server)
  return server
}

const json: RequestListener = (_, response) => {
  response.setHeader('Content-Type', 'application/json').end('{"result":1}')
}

describe('forwarding', () => {
  it('passes the body up and status, body and the headers the app reads down', async () => {
    let received = ''
    const { url } = await forwardTo((request, response) => {
      request.setEncoding('utf8').on('data', (text) => {
        received += `${request.method} ${request.url} ${text}`
      })
      request.on('end', () => {
        response.writeHead(429, {
          'Content-Type': 'application/json',
          'Retry-After': '7',
          'X-Server-Time': '1795237402',
          'X-Replay-Now': '2026-11-21T03:05:26Z',
          'Set-Cookie': 'a=b',
        })
        response.end('{"error":"slow down"}')
      })
    })
    const reply = await ask(`${url}rpc/0`, { method: 'POST', body: '{"method":"status"}' })
    expect(received).toBe('POST / {"method":"status"}')
    expect(reply.status).toBe(429)
    expect(reply.body.toString()).toBe('{"error":"slow down"}')
    expect(reply.headers).toMatchObject({
      'content-type': 'application/json',
      'retry-after': '7',
      'x-server-time': '1795237402',
      'x-replay-now': '2026-11-21T03:05:26Z',
      'x-content-type-options': 'nosniff',
    })
    expect(reply.headers['set-cookie']).toBeUndefined()
  })

  it('keeps the path and the key of the endpoint, and adds a GET call to them', async () => {
    const seen: unknown[] = []
    const { url } = await forwardTo((request, response) => {
      seen.push(request.url)
      response.end('{}')
    }, '/base?key=secret')
    await ask(`${url}rpc/0`, { method: 'POST', body: '{}' })
    await ask(`${url}rpc/0/block?height="5"`)
    expect(seen).toEqual(['/base?key=secret', '/base/block?key=secret&height=%225%22'])
  })

  it('sends neither cookies nor the page to the node', async () => {
    let headers: Record<string, unknown> = {}
    const { url } = await forwardTo((request, response) => {
      headers = request.headers
      response.end('{}')
    })
    await ask(`${url}rpc/0`, {
      method: 'POST',
      body: '{}',
      headers: { cookie: 'a=b', origin: url.slice(0, -1), referer: url, authorization: 'Basic x' },
    })
    expect(headers).not.toHaveProperty('cookie')
    expect(headers).not.toHaveProperty('origin')
    expect(headers).not.toHaveProperty('referer')
    expect(headers).not.toHaveProperty('authorization')
  })

  it.each([
    'rpc',
    'rpc/',
    'rpc/1',
    'rpc/00000',
    'rpc/x',
    'rpc/0/a/b',
    'rpc/0/http://evil.example/',
  ])('knows only the endpoints named: /%s is nobody', async (path) => {
    let calls = 0
    const { url } = await forwardTo((request, response) => {
      calls += 1
      json(request, response)
    })
    const reply = await ask(`${url}${path}`)
    expect([reply.status, reply.headers['x-skylight-forwarder'], calls]).toEqual([
      404,
      'no-endpoint',
      0,
    ])
  })

  it.each([
    ['a foreign Host', { host: 'evil.example' }],
    ['a Host of another port', { host: 'localhost:1' }],
    ['a foreign Origin', { origin: 'https://evil.example' }],
    ['an opaque Origin', { origin: 'null' }],
    ['another port as Origin', { origin: 'http://127.0.0.1:1' }],
    ['a sender on another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sender on another port', { 'sec-fetch-site': 'same-site' }],
  ])('refuses %s, so that no other page can use it', async (_, headers) => {
    let calls = 0
    const { url } = await forwardTo((request, response) => {
      calls += 1
      json(request, response)
    })
    const reply = await ask(`${url}rpc/0`, { method: 'POST', body: '{}', headers })
    expect([reply.status, calls]).toEqual([403, 0])
  })

  it('serves its own page under both names of this machine', async () => {
    const { url, port } = await forwardTo(json)
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }
      const reply = await ask(`${url}rpc/0`, { method: 'POST', body: '{}', headers })
      expect(reply.status).toBe(200)
    }
  })

  it('compresses what is worth it, because nodes send 400 kB of plain JSON', async () => {
    const long = JSON.stringify({ result: 'a proposal '.repeat(5_000) })
    const { url } = await forwardTo((_, response) => {
      response.setHeader('Content-Type', 'application/json').end(long)
    })
    const post = (accept: string) =>
      ask(`${url}rpc/0`, { method: 'POST', body: '{}', headers: { 'accept-encoding': accept } })
    const brotli = await post('br, gzip')
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body).toString()).toBe(long)
    expect(gunzipSync((await post('gzip')).body).toString()).toBe(long)
    expect((await post('')).body.toString()).toBe(long)
  })

  it('leaves small answers and compressed ones as they are', async () => {
    const zipped = gzipSync('{"result":"long"}'.repeat(500))
    const { url } = await forwardTo((request, response) => {
      response.setHeader('Content-Type', 'application/json')
      if (request.url === '/health') response.setHeader('Content-Length', 2).end('{}')
      else response.setHeader('Content-Encoding', 'gzip').end(zipped)
    })
    const headers = { 'accept-encoding': 'gzip, br' }
    const small = await ask(`${url}rpc/0/health`, { headers })
    expect([small.headers['content-encoding'], small.body.toString()]).toEqual([undefined, '{}'])
    const asIs = await ask(`${url}rpc/0`, { method: 'POST', body: '{}', headers })
    expect(asIs.headers['content-encoding']).toBe('gzip')
    expect(asIs.body.equals(zipped)).toBe(true)
  })

  it('hands a web page out as text that cannot run here', async () => {
    const { url } = await forwardTo((_, response) => {
      response.setHeader('Content-Type', 'text/html').end('<script>alert(1)</script>')
    })
    const { headers } = await ask(`${url}rpc/0`)
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain('sandbox')
  })

  it('takes no request longer than a megabyte', async () => {
    let calls = 0
    const { url } = await forwardTo((request, response) => {
      calls += 1
      json(request, response)
    })
    const body = ' '.repeat(1_000_001)
    const told = await ask(`${url}rpc/0`, {
      method: 'POST',
      body,
      headers: { 'content-length': body.length },
    })
    const headers = { 'transfer-encoding': 'chunked' }
    const untold = await ask(`${url}rpc/0`, { method: 'POST', body, headers })
    expect([told.status, untold.status, calls]).toEqual([413, 413, 0])
  })

  it('asks once more when a kept connection was closed in the meantime', async () => {
    let calls = 0
    const { url } = await forwardTo((request, response) => {
      calls += 1
      // The second request arrives on the kept connection, and finds it dead.
      if (calls === 2) request.socket.destroy()
      else json(request, response)
    })
    const post = () => ask(`${url}rpc/0`, { method: 'POST', body: '{}' })
    expect([(await post()).status, (await post()).status, calls]).toEqual([200, 200, 3])
  })
})

describe('a node that fails', () => {
  const failureOf = async (url: string) => {
    const reply = await ask(`${url}rpc/0`, { method: 'POST', body: '{}' })
    expect(reply.status).toBe(502)
    const body = JSON.parse(reply.body.toString())
    expect(reply.headers['x-skylight-forwarder']).toBe(body.forwarder.kind)
    return body.forwarder
  }

  it('by not being there is called unreachable', async () => {
    const gone = await startFakeUpstream(json)
    await gone.close()
    const { url } = await startWith(gone.url)
    expect(await failureOf(url)).toEqual({
      kind: 'unreachable',
      message: 'the node cannot be reached.',
    })
  })

  it('by keeping silent is given up after a while', async () => {
    const upstream = await startFakeUpstream(() => undefined)
    open.push(upstream)
    const { url } = await startWith(upstream.url, 100)
    expect(await failureOf(url)).toEqual({
      kind: 'timeout',
      message: 'the node did not answer in time.',
    })
  })

  it('by redirecting is not followed to where the reader never agreed to go', async () => {
    let calls = 0
    const elsewhere = await startFakeUpstream((request, response) => {
      calls += 1
      json(request, response)
    })
    open.push(elsewhere)
    const { url } = await forwardTo((_, response) => {
      response.writeHead(307, { Location: elsewhere.url }).end()
    })
    expect(await failureOf(url)).toEqual({
      kind: 'redirect',
      message: 'the node answers with a redirect, which is not followed.',
    })
    expect(calls).toBe(0)
  })

  it('by speaking something else is said to do so', async () => {
    const server = net.createServer((socket) =>
      socket
        .on('error', () => undefined)
        .resume()
        .end('SSH-2.0-x\r\n'),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    open.push({ close: () => new Promise((resolve) => server.close(() => resolve())) })
    const address = server.address()
    if (typeof address !== 'object' || address === null) throw new Error('not listening')
    const { url } = await startWith(`http://127.0.0.1:${address.port}`)
    expect(await failureOf(url)).toEqual({
      kind: 'not-http',
      message: 'the node does not speak HTTP.',
    })
  })

  it.each(['identity', 'br'])('halfway through (%s) is not taken for an answer', async (accept) => {
    const { url } = await forwardTo((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 5_000 })
      response.write('{"result":')
      setTimeout(() => response.destroy(), 30)
    })
    const options = { method: 'POST', body: '{}', headers: { 'accept-encoding': accept } }
    await expect(ask(`${url}rpc/0`, options)).rejects.toThrow()
  })

  it('is not kept busy for a reader who has left', async () => {
    let abandoned = () => {}
    const left = new Promise<void>((resolve) => {
      abandoned = resolve
    })
    let arrived = () => {}
    const asked = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const { url } = await forwardTo((request) => {
      request.socket.on('close', abandoned)
      arrived()
    })
    const request = http.request(`${url}rpc/0`, { method: 'POST' }).on('error', () => undefined)
    request.end('{}')
    await asked
    request.destroy()
    await left
  })
})

describe('the clock of a replay node', () => {
  it('reaches the page even when the node was started after this server', async () => {
    const { url } = await forwardTo((_, response) => {
      response.setHeader('X-Replay-Now', '2026-11-21T03:05:26Z')
      response.setHeader('Content-Type', 'application/json').end('{}')
    })
    expect((await ask(url)).body.toString()).not.toContain('03:05:26')
    await ask(`${url}rpc/0`, { method: 'POST', body: '{}' })
    expect((await ask(url)).body.toString()).toContain('"now":"2026-11-21T03:05:26Z"')
  })

  it.each([
    ['is no time', '127.0.0.1', '<b>'],
    // Elsewhere than on loopback, as far as its address says.
    ['comes from another machine', '0.0.0.0', '2026-11-21T03:05:26Z'],
  ])('is not believed when it %s', async (_why, host, now) => {
    const node = await startFakeUpstream((_, response) => {
      response.setHeader('X-Replay-Now', now)
      response.setHeader('Content-Type', 'application/json').end('{}')
    })
    open.push(node)
    const { url } = await startWith(node.url.replace('127.0.0.1', host))
    expect((await ask(`${url}rpc/0`, { method: 'POST', body: '{}' })).status).toBe(200)
    expect((await ask(url)).body.toString()).not.toContain('"now"')
  })
})
