import { openChain } from '../../src/cli/bench/read-list.ts'
import type { NodeServer } from '../../src/demo-chain/server/node-server.ts'
import type { Chain } from '../../src/queries/chain.ts'
import { createConnection } from '../../src/rpc/connection.ts'

const URL = 'https://in-process.invalid'

/** A `fetch` that hands every request to a node in this process. */
function fetchFrom(server: NodeServer): typeof globalThis.fetch {
  return async (input, init) => {
    // Every request of a count has one signal, and Node counts who listens to it.
    const request = new Request(input, { ...init, signal: null })
    const { status, headers, body } = await server.handle({
      httpMethod: request.method,
      target: '/',
      body: await request.text(),
      header: (name) => request.headers.get(name) ?? undefined,
    })
    return new Response(body, { status, headers: { ...headers } })
  }
}

/** A chain as the app reads it, over a node in this process and without sockets. */
export function openInProcess(server: NodeServer, height: bigint, now: () => Date): Chain {
  const { transport } = createConnection([{ url: URL }], { http: { fetch: fetchFrom(server) } })
  return { ...openChain(URL), transport, explicitHeight: height, now }
}
