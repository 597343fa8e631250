import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { NodeServer } from '../server/node-server.ts'
import { MAX_BODY_BYTES } from '../server/node-server.ts'
import { acceptSockets } from './accept-sockets.ts'
import { sendReply } from './send-reply.ts'

export interface ServeNodeOptions {
  /** @default 0, any free port */
  readonly port?: number
  /** A loopback address. @default '127.0.0.1' */
  readonly host?: string
}

/** What came in since the node was started. */
export interface RequestLog {
  /** HTTP requests, preflights and heads included. */
  readonly httpRequests: number
  /** JSON-RPC calls answered over HTTP, members of a batch counted singly. */
  readonly calls: number
  /** Frames received on WebSockets. */
  readonly socketFrames: number
  /** Every HTTP request in order: method, target and body as sent. */
  readonly entries: readonly LoggedRequest[]
  /** Forgets what came in so far. */
  reset(): void
}

export interface LoggedRequest {
  readonly httpMethod: string
  readonly target: string
  readonly body: string
  /** The page it came from; undefined outside browsers. */
  readonly origin: string | undefined
}

export interface ServedNode {
  /** `http://host:port`, without a slash at the end. */
  readonly url: string
  readonly requests: RequestLog
  /** Ends every connection and frees the port. */
  close(): Promise<void>
}

const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost']

/** A node could not be put on a port. `port` is the one asked for. */
export class ServeNodeError extends Error {
  override readonly name = 'ServeNodeError'
  readonly port: number

  constructor(message: string, port: number, options?: ErrorOptions) {
    super(message, options)
    this.port = port
  }
}

/**
 * Puts a node on a loopback port: HTTP, and WebSocket at `/websocket`.
 * @throws {ServeNodeError} for a host that is not loopback or a port that is taken
 */
export async function serveNode(
  node: NodeServer,
  options: ServeNodeOptions = {},
): Promise<ServedNode> {
  const { port = 0, host = '127.0.0.1' } = options
  if (!LOOPBACK_HOSTS.includes(host)) {
    throw new ServeNodeError(`${host} is not a loopback address`, port)
  }
  const log = createRequestLog()
  const server = createServer((request, response) => {
    answer(node, log, request, response).catch((cause: unknown) => response.destroy(toError(cause)))
  })
  const sockets = acceptSockets(node, server, () => log.addFrame())
  await listen(server, port, host)
  const address = server.address()
  const boundPort = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`,
    requests: log,
    close() {
      sockets.close()
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

type WritableLog = RequestLog & {
  addRequest(entry: LoggedRequest): void
  addCalls(count: number): void
  addFrame(): void
}

function createRequestLog(): WritableLog {
  let entries: LoggedRequest[] = []
  let calls = 0
  let socketFrames = 0
  return {
    get httpRequests() {
      return entries.length
    },
    get calls() {
      return calls
    },
    get socketFrames() {
      return socketFrames
    },
    get entries() {
      return entries
    },
    reset() {
      entries = []
      calls = 0
      socketFrames = 0
    },
    addRequest: (entry) => entries.push(entry),
    addCalls(count) {
      calls += count
    },
    addFrame() {
      socketFrames += 1
    },
  }
}

async function answer(
  node: NodeServer,
  log: WritableLog,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request)
  const httpMethod = request.method ?? 'GET'
  const target = request.url ?? '/'
  const origin = request.headers.origin
  log.addRequest({ httpMethod, target, body: body ?? '', origin })
  const header = (name: string): string | undefined => {
    const value = request.headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
  const reply = await node.handle({ httpMethod, target, header, body })
  log.addCalls(reply.calls)
  sendReply(reply, httpMethod, response)
}

/** undefined when the body is longer than a node reads. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    length += bytes.length
    if (length <= MAX_BODY_BYTES) chunks.push(bytes)
  }
  return length > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString('utf8')
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === 'EADDRINUSE' ? `port ${port} is taken` : `cannot listen on port ${port}`
      reject(new ServeNodeError(reason, port, { cause }))
    })
    server.listen(port, host, resolve)
  })
}

function toError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause))
}
