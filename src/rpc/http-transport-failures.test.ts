import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { answerText, type Behaviour, type FakeNode, startFakeNode } from '../../test/fake-node.ts'
import type { Attempt } from './attempt.ts'
import { EndpointError } from './errors.ts'
import type { EndpointFailureKind } from './failure.ts'
import { createHttpTransport, type HttpTransportOptions } from './http-transport.ts'

const nodes: FakeNode[] = []
// The first fetch of a process takes long to set up; the tests of timeouts must not pay for it.
beforeAll(async () => {
  const node = await startFakeNode(answerText(ok))
  await fetch(node.url)
  await node.close()
})
afterEach(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.close()))
})

const html = { 'content-type': 'text/html' }
const ok = '{"jsonrpc":"2.0","id":0,"result":{"n":1}}'
const now = Date.parse('2026-11-21T03:05:00Z')

/** Name, what the server does, kind, and the sentence without the endpoint before it. */
const FAILURES: readonly [string, Behaviour, EndpointFailureKind, string][] = [
  [
    'a server that never answers',
    () => undefined,
    'timeout',
    'did not answer within 0.5 s; try again or use another endpoint.',
  ],
  [
    'an answer that trickles in without end',
    (response) => {
      response.write('{"jsonrpc":"2.0","id":0,"result":"')
      const timer = setInterval(() => response.write('a'), 10)
      response.on('close', () => clearInterval(timer))
    },
    'timeout',
    'did not answer within 0.5 s; try again or use another endpoint.',
  ],
  [
    'a connection that is reset',
    (response) => response.destroy(),
    'unreachable',
    'cannot be reached; check the address or use another endpoint.',
  ],
  [
    'a connection that is lost half-way',
    (response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('{"jsonrpc":"2.0","id":0,')
      setTimeout(() => response.destroy(), 10)
    },
    'truncated',
    'broke off in the middle of its answer; try again or use another endpoint.',
  ],
  [
    'JSON that stops half-way',
    answerText('{"jsonrpc":"2.0","id":0,"result":{"a":"b'),
    'truncated',
    'broke off in the middle of its answer; try again or use another endpoint.',
  ],
  [
    'an empty body with HTTP 200, as CometBFT sends for a missing id',
    answerText(''),
    'empty',
    'sent an empty answer; try again or use another endpoint.',
  ],
  [
    'a local forwarder that reaches nobody',
    answerText('{"forwarder":{}}', 502, { 'x-skylight-forwarder': 'unreachable' }),
    'unreachable',
    'cannot be reached; check the address or use another endpoint.',
  ],
  [
    'a local forwarder that was redirected',
    answerText('{"forwarder":{}}', 502, { 'x-skylight-forwarder': 'redirect' }),
    'redirect',
    'redirects, which is not followed; enter the address it leads to.',
  ],
  [
    'a web page with HTTP 200',
    answerText('<!doctype html><title>Welcome</title>', 200, html),
    'html',
    'answered with a web page, not as a node; check the address.',
  ],
  [
    'a web page that does not look like one, but says so',
    answerText('Welcome', 200, html),
    'html',
    'answered with a web page, not as a node; check the address.',
  ],
  [
    'junk',
    answerText('\u0000\u0001 hello'),
    'junk',
    'sent something that is not JSON; check the address.',
  ],
  [
    'JSON of another service',
    answerText('{"status":"up"}'),
    'not-json-rpc',
    "sent JSON that is not a node's answer; check the address.",
  ],
  [
    'an answer to a question with another id',
    answerText('{"jsonrpc":"2.0","id":7,"result":{}}'),
    'wrong-id',
    'answered another question than the one asked; use another endpoint.',
  ],
  [
    'a redirect, which is not followed',
    answerText('', 302, { location: 'http://127.0.0.1:1/' }),
    'redirect',
    'redirects, which is not followed; enter the address it leads to.',
  ],
  [
    'HTTP 400',
    answerText('bad request', 400),
    'http-status',
    'answered with HTTP 400 and no result; check the address.',
  ],
  [
    'HTTP 401',
    answerText('<h1>Login</h1>', 401, html),
    'unauthorized',
    'asks for a login (HTTP 401); use a public endpoint.',
  ],
  [
    'HTTP 403',
    answerText('denied', 403),
    'forbidden',
    'forbids this request (HTTP 403); use another endpoint.',
  ],
  [
    'HTTP 404 in plain text, as CometBFT sends for a longer path',
    answerText('404 page not found\n', 404, { 'content-type': 'text/plain' }),
    'no-such-path',
    'has no RPC service at this path (HTTP 404); check the address.',
  ],
  [
    'HTTP 429 without a time',
    answerText('slow down', 429),
    'rate-limited',
    'limits requests; wait a little or use another endpoint.',
  ],
  [
    'HTTP 429 with seconds to wait',
    answerText('slow down', 429, { 'retry-after': '7' }),
    'rate-limited',
    'limits requests; wait 7 s or use another endpoint.',
  ],
  [
    'HTTP 429 with a date to wait for',
    answerText('slow down', 429, { 'retry-after': 'Sat, 21 Nov 2026 03:06:00 GMT' }),
    'rate-limited',
    'limits requests; wait 60 s or use another endpoint.',
  ],
  [
    "HTTP 429 dressed as a node's refusal",
    answerText('{"jsonrpc":"2.0","id":0,"error":{"code":-32601,"message":"no"}}', 429),
    'rate-limited',
    'limits requests; wait a little or use another endpoint.',
  ],
  [
    'a rate limit reported as a JSON-RPC error with HTTP 200',
    answerText('{"jsonrpc":"2.0","id":0,"error":{"code":-32005,"message":"limit exceeded"}}'),
    'rate-limited',
    'limits requests; wait a little or use another endpoint.',
  ],
  [
    'HTTP 502',
    answerText('<h1>Bad gateway</h1>', 502, html),
    'server-error',
    'failed (HTTP 502); try again or use another endpoint.',
  ],
  [
    'an answer larger than allowed',
    answerText(`{"jsonrpc":"2.0","id":0,"result":"${'a'.repeat(5000)}"}`),
    'too-large',
    'sent more than 4096 bytes; ask for less or use another endpoint.',
  ],
]

describe('what can go wrong at one endpoint', () => {
  it.each(FAILURES)('tells %s', async (_, behaviour, kind, sentence) => {
    const { node, transport, attempts } = await setup(
      behaviour,
      kind === 'timeout' ? { timeoutMs: 500 } : {},
    )
    const error = await failureOf(transport.request({ method: 'status' }))
    expect(error.failure.kind).toBe(kind)
    expect(error.message).toBe(`${node.url} ${sentence}`)
    expect(node.seen).toHaveLength(1)
    expect(attempts).toMatchObject([{ endpoint: node.url, calls: [{ kind: 'failure', error }] }])
  })

  it('tells a port nobody listens on, with the code the system gives', async () => {
    const { node, transport } = await setup(answerText(ok))
    await node.close()
    const error = await failureOf(transport.request({ method: 'status' }))
    expect(error.failure).toEqual({ kind: 'unreachable', code: 'ECONNREFUSED' })
    expect(error.message).toBe(
      `${node.url} cannot be reached; check the address or use another endpoint.`,
    )
  })

  it.each([
    [502, 'timeout', 'timeout', 'did not answer in time; try again or use another endpoint.'],
    [
      502,
      'unreachable',
      'unreachable',
      'cannot be reached; check the address or use another endpoint.',
    ],
    [
      502,
      'redirect',
      'redirect',
      'redirects, which is not followed; enter the address it leads to.',
    ],
    [502, 'not-http', 'junk', 'sent something that is not JSON; check the address.'],
    [403, 'forbidden', 'forbidden', 'forbids this request (HTTP 403); use another endpoint.'],
  ])('tells what a forwarder met behind its HTTP %i: %s', async (status, kind, expected, words) => {
    const body = JSON.stringify({ forwarder: { kind, message: '' } })
    const { node, transport } = await setup(
      answerText(body, status, { 'x-skylight-forwarder': kind }),
    )
    const error = await failureOf(transport.request({ method: 'status' }))
    expect([error.failure.kind, error.message]).toEqual([expected, `${node.url} ${words}`])
  })

  it('keeps how long the endpoint asked to wait, also with a 503', async () => {
    const { transport } = await setup(answerText('busy', 503, { 'retry-after': '3' }))
    const error = await failureOf(transport.request({ method: 'status' }))
    expect(error).toMatchObject({ httpStatus: 503, retryAfterMs: 3000 })
  })

  it('lets only the forgotten member of a batch fail', async () => {
    const { node, transport, attempts } = await setup(answerText(`[${ok}]`))
    const [good, forgotten] = await Promise.allSettled([
      transport.request({ method: 'm1' }),
      transport.request({ method: 'm2' }),
    ])
    expect(good).toMatchObject({ value: { result: { n: 1 } } })
    expect(forgotten).toMatchObject({
      reason: {
        failure: { kind: 'missing-answer' },
        message: `${node.url} left one question of a batch unanswered; try again or use another endpoint.`,
      },
    })
    expect(attempts).toHaveLength(1)
  })

  it('times members out each by its own limit', async () => {
    const { transport } = await setup(() => undefined)
    const hasty = transport.request({ method: 'm1' }, { timeoutMs: 20 })
    const patient = transport.request({ method: 'm2' }, { timeoutMs: 60 })
    const order: string[] = []
    await Promise.all([
      hasty.catch((error: Error) => order.push(error.message)),
      patient.catch((error: Error) => order.push(error.message)),
    ])
    expect(order[0]).toContain('within 0.02 s')
    expect(order[1]).toContain('within 0.06 s')
  })
})

describe('what is a refusal and no failure', () => {
  const refusal = (data: string, id = 0) =>
    `{"jsonrpc":"2.0","id":${id},"error":{"code":-32603,"message":"Internal error","data":"${data}"}}`

  it('reads the JSON-RPC error before the HTTP status, which CometBFT sets to 500 for some', async () => {
    const { transport } = await setup(answerText(refusal('block indexing is disabled'), 500))
    await expect(transport.request({ method: 'block_search' })).rejects.toMatchObject({
      name: 'RpcRefusalError',
      refusal: { kind: 'block-index-disabled' },
    })
  })

  it('takes an error without an id for the answer to a single call', async () => {
    const body = '{"jsonrpc":"2.0","error":{"code":-32700,"message":"Parse error. Invalid JSON"}}'
    const { transport } = await setup(answerText(body, 500))
    await expect(transport.request({ method: 'status' })).rejects.toMatchObject({
      name: 'RpcRefusalError',
      code: -32700,
    })
  })

  it('accepts a result even if the gateway set a failing status', async () => {
    const { transport } = await setup(answerText(ok, 500))
    expect((await transport.request({ method: 'status' })).result).toEqual({ n: 1 })
  })
})

async function setup(behaviour: Behaviour, options: HttpTransportOptions = {}) {
  const node = await startFakeNode(behaviour)
  nodes.push(node)
  const attempts: Attempt[] = []
  const transport = createHttpTransport(node.url, {
    maxBytes: 4096,
    now: () => now,
    onResponse: (attempt) => attempts.push(attempt),
    ...options,
  })
  return { node, transport, attempts }
}

async function failureOf(answer: Promise<unknown>): Promise<EndpointError> {
  try {
    await answer
  } catch (error) {
    if (error instanceof EndpointError) return error
    throw error
  }
  throw new Error('The call was answered, though it should have failed.')
}
