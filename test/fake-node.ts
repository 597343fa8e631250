import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export type Behaviour = (response: ServerResponse, request: SeenRequest) => void

/** A server on this machine that counts what it is asked and behaves, or misbehaves, as told. */
export interface FakeNode {
  readonly url: string
  readonly seen: readonly SeenRequest[]
  behave: (behaviour: Behaviour) => void
  readonly close: () => Promise<void>
}

export async function startFakeNode(behaviour: Behaviour = answerMethods({})): Promise<FakeNode> {
  const seen: SeenRequest[] = []
  let current = behaviour
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      }
      seen.push(request)
      current(response, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    behave(next) {
      current = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers with this status, body and headers, whatever is asked. */
export function answerText(
  body: string,
  status = 200,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Behaviour {
  return (response) => {
    response.writeHead(status, headers).end(body)
  }
}

export interface FakeError {
  readonly error: { readonly code: number; readonly message: string; readonly data?: string }
}

/**
 * Answers like CometBFT: by method, batches in order, -32601 for what is not in the table, and one error without an id
 * for a batch larger than `maxBatch`.
 */
export function answerMethods(
  answers: Readonly<Record<string, unknown>>,
  options: { readonly maxBatch?: number } = {},
): Behaviour {
  const { maxBatch = 10 } = options
  const answerOne = (call: { id: unknown; method: string }) => {
    const answer = answers[call.method]
    if (answer === undefined) {
      return {
        jsonrpc: '2.0',
        id: call.id,
        error: { code: -32601, message: 'Method not found' },
      }
    }
    return isFakeError(answer)
      ? { jsonrpc: '2.0', id: call.id, error: answer.error }
      : { jsonrpc: '2.0', id: call.id, result: answer }
  }
  return (response, request) => {
    const body = JSON.parse(request.body)
    response.setHeader('content-type', 'application/json')
    if (!Array.isArray(body)) {
      response.end(JSON.stringify(answerOne(body)))
    } else if (body.length > maxBatch) {
      const data = `batch request exceeds maximum (${maxBatch}) allowed number of requests`
      const error = { code: -32600, message: 'Invalid Request', data }
      response.end(JSON.stringify({ jsonrpc: '2.0', error }))
    } else {
      response.end(JSON.stringify(body.map(answerOne)))
    }
  }
}

function isFakeError(answer: unknown): answer is FakeError {
  return typeof answer === 'object' && answer !== null && 'error' in answer
}

/** What `status` of a node answers, as far as the room reads it. */
export function statusOf(facts: {
  readonly chainId?: string
  readonly latestHeight?: bigint
  readonly latestBlockTime?: string
  readonly earliestHeight?: bigint
  readonly isCatchingUp?: boolean
  readonly txIndex?: 'on' | 'off'
}) {
  return {
    node_info: {
      network: facts.chainId ?? 'skydev-1',
      version: '0.38.19',
      moniker: 'overlook',
      other: { tx_index: facts.txIndex ?? 'on' },
    },
    sync_info: {
      latest_block_height: (facts.latestHeight ?? 27_400_496n).toString(),
      latest_block_time: facts.latestBlockTime ?? '2026-11-21T03:05:24.593682463Z',
      earliest_block_height: (facts.earliestHeight ?? 27_400_000n).toString(),
      catching_up: facts.isCatchingUp ?? false,
    },
  }
}
