import { createServer, type ServerResponse, request as sendRequest } from 'node:http'

/** How the gate treats what comes: passes it on to the node, or answers itself. */
export type GateBehaviour =
  | 'pass'
  /** Hangs up without a word, as a process that died does. */
  | 'dead'
  /** Never answers. */
  | 'hang'
  /** HTTP 429, to be asked again after a second. */
  | 'limit'
  /** A web page, as a wrong address gives. */
  | 'html'
  /** JSON that breaks off in the middle. */
  | 'truncate'
  /** JSON, but no node's. */
  | 'junk'
  | 'redirect'

/** A node behind a gate: what a reader meets when a node has its troubles. */
export interface Gate {
  readonly url: string
  /** Requests since the last `behave`, whether passed or not. */
  readonly count: number
  /** `after`: so many requests still pass first. */
  behave(behaviour: GateBehaviour, options?: { readonly after?: number }): void
  close(): Promise<void>
}

export async function openGate(node: string): Promise<Gate> {
  let current: GateBehaviour = 'pass'
  let passing = 0
  let count = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      count += 1
      const behaviour = passing > 0 ? 'pass' : current
      passing -= 1
      if (behaviour !== 'pass') return answer(behaviour, response)
      const headers = { 'content-type': 'application/json' }
      const passed = sendRequest(
        `${node}${request.url ?? '/'}`,
        { method: request.method ?? 'GET', headers },
        (reply) => {
          response.writeHead(reply.statusCode ?? 502, { ...CORS, ...reply.headers })
          reply.pipe(response)
        },
      )
      passed.on('error', () => response.destroy())
      passed.end(Buffer.concat(chunks))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the gate has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    get count() {
      return count
    },
    behave(behaviour, { after = 0 } = {}) {
      current = behaviour
      passing = after
      count = 0
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const CORS = { 'access-control-allow-origin': '*' }

function answer(behaviour: Exclude<GateBehaviour, 'pass'>, response: ServerResponse): void {
  const json = { ...CORS, 'content-type': 'application/json' }
  switch (behaviour) {
    case 'dead':
      response.destroy()
      return
    case 'hang':
      return
    case 'limit':
      response.writeHead(429, { ...json, 'retry-after': '1' }).end('{"message":"slow down"}')
      return
    case 'html':
      response
        .writeHead(200, { ...CORS, 'content-type': 'text/html' })
        .end('<!doctype html><title>Parked</title><script>document.title="ran"</script>')
      return
    case 'truncate':
      response.writeHead(200, { ...json, 'content-length': '5000' }).write('[{"jsonrpc":"2.0",')
      setTimeout(() => response.destroy(), 20)
      return
    case 'junk':
      response.writeHead(200, json).end('{"hello":"world"}')
      return
    case 'redirect':
      response.writeHead(302, { ...CORS, location: 'http://127.0.0.1:9/' }).end()
  }
}
