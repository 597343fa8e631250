import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { PageConfig } from '../../app/page-config.ts'
import { parseChainTime } from '../../domain/chain-time.ts'
import { isLoopbackHost } from '../../rpc/public-url.ts'
import { loadAssets, namesFile } from './assets.ts'
import { forwardHttp } from './forward-http.ts'
import { forwardSocket, refuseUpgrade } from './forward-socket.ts'
import { listenOnFreePort } from './listen.ts'
import { isOwnHost, refuseForeign } from './local-only.ts'
import { createPageMaker } from './page.ts'
import { type Refusal, sendRefusal } from './reply.ts'
import { parseRpcPath } from './rpc-path.ts'
import { sendAsset } from './send-asset.ts'
import { closeUpstream, createUpstream, type ForwardedEndpoint } from './upstream.ts'

export interface LocalServerOptions {
  /** Folder of the built app. */
  readonly dist: string
  /** First port to try; 0: any. */
  readonly port: number
  readonly endpoints?: readonly ForwardedEndpoint[]
  readonly network?: string | undefined
  /** A clock that stands still. Absent, the first one a replay node on this machine names is taken. */
  readonly now?: string | undefined
  /** Milliseconds of silence of a node after which a request is given up. @default 30_000 */
  readonly timeoutMs?: number
}

export interface LocalServer {
  /** With a trailing slash. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/**
 * Serves the built app on this machine and forwards `/rpc/0`, `/rpc/1`, … to the endpoints given, because nodes ship with
 * CORS off. Nothing else is forwarded, and to nobody else.
 */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { endpoints = [] } = options
  const assets = await loadAssets(path.resolve(options.dist))
  const index = assets.get('/index.html')
  if (index === undefined) throw new Error(`${options.dist} holds no index.html.`)
  const makePage = createPageMaker(index.body.toString('utf8'))
  const upstream = createUpstream(endpoints, options.timeoutMs ?? 30_000)
  const sockets = new Set<() => void>()
  let replayNow: string | undefined

  const config = (): PageConfig => {
    const now = options.now ?? replayNow
    return {
      ...(options.network === undefined ? {} : { network: options.network }),
      ...(endpoints.length === 0
        ? {}
        : { endpoints: endpoints.map(({ name }, number) => ({ url: `/rpc/${number}`, name })) }),
      ...(now === undefined ? {} : { now }),
    }
  }

  const serveFile = async (request: IncomingMessage, response: ServerResponse) => {
    if (!isOwnHost(request.headers.host ?? '', undefined)) {
      const message = 'The Host header does not name this machine.'
      return sendRefusal(response, { status: 403, kind: 'forbidden', message })
    }
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendRefusal(response, WRONG_METHOD)
    const pathname = decodePath(request.url ?? '/')
    if (pathname === undefined) {
      return sendRefusal(response, { status: 400, kind: 'bad-path', message: 'No such path.' })
    }
    const asset = pathname === '/index.html' ? undefined : assets.get(pathname)
    if (asset !== undefined) return sendAsset(request, response, asset)
    if (pathname !== '/index.html' && namesFile(pathname)) {
      return sendRefusal(response, { status: 404, kind: 'not-found', message: 'No such file.' })
    }
    const page = await makePage(config())
    sendAsset(request, response, page.asset, page.headers)
  }

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const rpc = parseRpcPath(request.url ?? '/')
    if (rpc === undefined) return serveFile(request, response)
    const refusal = refuseForeign(request, port())
    if (refusal !== undefined) return sendRefusal(response, refusal)
    const endpoint = endpoints[rpc.number]
    if (endpoint === undefined || (request.method === 'POST' && rpc.subpath !== '')) {
      return sendRefusal(response, NO_ENDPOINT)
    }
    if (request.method !== 'GET' && request.method !== 'POST')
      return sendRefusal(response, WRONG_METHOD)
    await forwardHttp(upstream, { endpoint, ...rpc }, request, response)
    replayNow ??= readReplayClock(endpoint, response)
  }

  const server = http.createServer((request, response) => {
    serve(request, response).catch((cause: unknown) => {
      if (response.headersSent || response.destroyed) return response.destroy()
      const message = cause instanceof Error ? cause.message : 'This server failed.'
      sendRefusal(response, { status: 500, kind: 'unexpected', message })
    })
  })
  server.on('upgrade', (request, client, head) => {
    // Node takes its own listener off an upgraded connection, and an error nobody hears ends the process.
    client.on('error', () => client.destroy())
    const rpc = parseRpcPath(request.url ?? '/')
    const endpoint = rpc?.subpath === '/websocket' ? endpoints[rpc.number] : undefined
    const refusal =
      refuseForeign(request, port()) ?? (endpoint === undefined ? NO_ENDPOINT : undefined)
    if (refusal !== undefined || endpoint === undefined) {
      return refuseUpgrade(client, refusal ?? NO_ENDPOINT)
    }
    const close = forwardSocket(upstream, endpoint, request, client, head)
    sockets.add(close)
    client.on('close', () => sockets.delete(close))
  })
  const port = () => portOf(server.address())

  await listenOnFreePort(server, options.port)
  return {
    url: `http://127.0.0.1:${port()}/`,
    port: port(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const close of sockets) close()
        server.closeAllConnections()
        closeUpstream(upstream)
      }),
  }
}

const WRONG_METHOD: Refusal = {
  status: 405,
  kind: 'wrong-method',
  message: 'Not with this method.',
  headers: { Allow: 'GET, HEAD, POST' },
}
const NO_ENDPOINT: Refusal = {
  status: 404,
  kind: 'no-endpoint',
  message: 'No endpoint was named for this path.',
}

/** Replay nodes listen on this machine only, so nobody else may set the page's clock. */
function readReplayClock(
  endpoint: ForwardedEndpoint,
  response: ServerResponse,
): string | undefined {
  if (!isLoopbackHost(new URL(endpoint.url).hostname)) return undefined
  return parseChainTime(String(response.getHeader('x-replay-now') ?? ''))?.toISOString()
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** The path asked for; undefined when it is malformed or would climb. */
function decodePath(url: string): string | undefined {
  const [raw = ''] = url.split(/[?#]/)
  try {
    const pathname = decodeURIComponent(raw)
    const isPlain = pathname.startsWith('/') && !/[\0\\]/.test(pathname)
    return isPlain && !pathname.split('/').includes('..') ? pathname : undefined
  } catch {
    return undefined
  }
}
