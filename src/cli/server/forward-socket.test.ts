import { rm } from 'node:fs/promises'
import net from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { type LocalServer, startLocalServer } from './local-server.ts'
import { startFakeUpstream, writeFakeDist } from './testing/fake-upstream.ts'

let dist: string
const open: { close(): Promise<void> }[] = []

beforeAll(async () => {
  dist = await writeFakeDist()
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})
afterAll(() => rm(dist, { recursive: true }))

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

/** A server that forwards to a node echoing what it hears, and the upgrades the node has seen. */
async function startEcho() {
  const node = await startFakeUpstream((_, response) => response.writeHead(404).end())
  const seen: {
    url: string | undefined
    origin: string | undefined
    cookie: string | undefined
  }[] = []
  const sockets = new WebSocketServer({ server: node.server, path: '/base/websocket' })
  sockets.on('connection', (socket, { url, headers }) => {
    seen.push({ url, origin: headers.origin, cookie: headers.cookie })
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))
  })
  open.push({
    close: async () => {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
      await node.close()
    },
  })
  const server = await startWith(`${node.url}/base`)
  return { server, seen, sockets, address: `ws://127.0.0.1:${server.port}/rpc/0/websocket` }
}

/** The status a WebSocket is refused with, or 101. */
function statusOf(address: string, options: WebSocket.ClientOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, options)
    socket.on('open', () => {
      socket.terminate()
      resolve(101)
    })
    socket.on('unexpected-response', (request, response) => {
      request.destroy()
      resolve(response.statusCode ?? 0)
    })
    socket.on('error', reject)
  })
}

/** Asks for an upgrade and resets the connection at the first byte of the answer. */
async function resetOnAnswer(port: number, path: string): Promise<void> {
  const client = net.connect(port, '127.0.0.1')
  client.write(
    [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      '\r\n',
    ].join('\r\n'),
  )
  await new Promise<void>((resolve, reject) => {
    client.once('error', reject)
    client.once('data', () => {
      client.once('close', () => resolve())
      client.resetAndDestroy()
    })
  })
}

function once(socket: WebSocket, event: 'open' | 'message' | 'close'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    socket.once(event, resolve)
    socket.once('error', reject)
  })
}

describe('a forwarded WebSocket', () => {
  it('carries frames both ways, long ones too, without telling the node where they come from', async () => {
    const { address, seen, server } = await startEcho()
    const socket = new WebSocket(address, {
      origin: `http://127.0.0.1:${server.port}`,
      headers: { cookie: 'a=b' },
    })
    await once(socket, 'open')
    for (const text of ['{"method":"subscribe"}', 'x'.repeat(200_000)]) {
      socket.send(text)
      expect(String(await once(socket, 'message'))).toBe(text)
    }
    socket.terminate()
    expect(seen).toEqual([{ url: '/base/websocket', origin: undefined, cookie: undefined }])
  })

  it('ends for the reader when the node ends it', async () => {
    const { address, sockets } = await startEcho()
    const socket = new WebSocket(address)
    await once(socket, 'open')
    for (const client of sockets.clients) client.terminate()
    expect(await once(socket, 'close')).toBe(1006)
  })

  it('ends for the node when the reader leaves', async () => {
    const { address, sockets } = await startEcho()
    const socket = new WebSocket(address)
    await once(socket, 'open')
    const [client] = sockets.clients
    if (client === undefined) throw new Error('the node saw no connection')
    const left = once(client, 'close')
    socket.terminate()
    expect(await left).toBe(1006)
  })

  it('ends with the server, so that stopping it takes no patience', async () => {
    const { address, server } = await startEcho()
    const socket = new WebSocket(address)
    await once(socket, 'open')
    const closed = once(socket, 'close')
    await server.close()
    expect(await closed).toBe(1006)
  })

  it('is refused to pages of other sites, which a browser would let connect', async () => {
    const { address, seen } = await startEcho()
    expect(await statusOf(address, { origin: 'https://evil.example' })).toBe(403)
    expect(await statusOf(address, { headers: { host: 'evil.example' } })).toBe(403)
    expect(seen).toEqual([])
  })

  it.each(['rpc/1/websocket', 'rpc/0', 'rpc/0/status', 'websocket', ''])(
    'exists at the endpoints named and nowhere else: /%s',
    async (path) => {
      const { server } = await startEcho()
      expect(await statusOf(`ws://127.0.0.1:${server.port}/${path}`)).toBe(404)
    },
  )
})

describe('a reader who breaks the connection off', () => {
  it.each([
    ['refused', '/'],
    ['accepted', '/rpc/0/websocket'],
  ])('while it is %s does not end the server', async (_how, path) => {
    const uncaught: unknown[] = []
    const hear = (error: unknown) => uncaught.push(error)
    process.prependListener('uncaughtException', hear)
    const { server, address } = await startEcho()
    await resetOnAnswer(server.port, path)
    expect(await statusOf(address)).toBe(101)
    process.removeListener('uncaughtException', hear)
    expect(uncaught).toEqual([])
  })
})

describe('a node without a WebSocket', () => {
  it('that answers the handshake with a page or a redirect is refused as such', async () => {
    const node = await startFakeUpstream((_, response) =>
      response.writeHead(301, { Location: 'http://evil.example/' }).end(),
    )
    open.push(node)
    const { port } = await startWith(node.url)
    expect(await statusOf(`ws://127.0.0.1:${port}/rpc/0/websocket`)).toBe(502)
  })

  it('that is gone or silent is given up', async () => {
    const node = await startFakeUpstream(() => undefined)
    open.push(node)
    const silent = await startWith(node.url, 100)
    expect(await statusOf(`ws://127.0.0.1:${silent.port}/rpc/0/websocket`)).toBe(502)
    const gone = await startWith('http://127.0.0.1:1')
    expect(await statusOf(`ws://127.0.0.1:${gone.port}/rpc/0/websocket`)).toBe(502)
  })
})
