import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerMethods, type FakeNode, startFakeNode } from '../../test/fake-node.ts'
import type { Attempt } from './attempt.ts'
import { createHttpTransport, type HttpTransportOptions } from './http-transport.ts'

const nodes: FakeNode[] = []
afterEach(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.close()))
})

describe('createHttpTransport', () => {
  it('sends one call as one object, as plain text and without any header that needs a preflight', async () => {
    const { node, transport } = await setup()
    const answer = await transport.request({ method: 'health' })
    expect(answer).toMatchObject({ result: {}, endpoint: node.url })
    expect(answer.latencyMs).toBeGreaterThan(0)
    const [request] = node.seen
    expect(request).toMatchObject({
      method: 'POST',
      path: '/',
      body: '{"jsonrpc":"2.0","id":0,"method":"health","params":{}}',
    })
    expect(request?.headers['content-type']).toBe('text/plain;charset=UTF-8')
    expect(request?.headers).not.toHaveProperty('cookie')
    expect(request?.headers).not.toHaveProperty('authorization')
  })

  it('asks the browser for no cookies, no cache, no referrer and no redirects, and sets no header', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response('{"id":0,"result":{}}'))
    await createHttpTransport('https://rpc.example.org', { fetch }).request({ method: 'health' })
    expect(fetch).toHaveBeenCalledExactlyOnceWith('https://rpc.example.org', {
      method: 'POST',
      body: '{"jsonrpc":"2.0","id":0,"method":"health","params":{}}',
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: expect.any(AbortSignal),
    })
  })

  it('gathers calls of one turn into batches of ten, and lets each have its own answer', async () => {
    const { node, transport } = await setup()
    const methods = Array.from({ length: 23 }, (_, index) => `m${index}`)
    const answers = await Promise.all(methods.map((method) => transport.request({ method })))
    expect(answers.map(({ result }) => result)).toEqual(methods)
    expect(node.seen.map(({ body }) => JSON.parse(body).length)).toEqual([10, 10, 3])
  })

  it('sends the same calls as the same bytes, so that answers fetched ahead can be matched', async () => {
    const { node, transport } = await setup()
    const ask = () =>
      Promise.all([
        transport.request({ method: 'm1', params: { height: '5' } }),
        transport.request({ method: 'status' }),
      ])
    await ask()
    await ask()
    expect(node.seen[0]?.body).toBe(
      '[{"jsonrpc":"2.0","id":0,"method":"m1","params":{"height":"5"}},' +
        '{"jsonrpc":"2.0","id":1,"method":"status","params":{}}]',
    )
    expect(node.seen[1]?.body).toBe(node.seen[0]?.body)
  })

  it('sends a call alone when asked to, while others are gathered', async () => {
    const { node, transport } = await setup()
    await Promise.all([
      transport.request({ method: 'm1' }),
      transport.request({ method: 'm2' }, { isBatchable: false }),
      transport.request({ method: 'm3' }),
    ])
    const methods = node.seen.map(({ body }) => [JSON.parse(body)].flat().map((c) => c.method))
    expect(methods).toHaveLength(2)
    expect(methods).toContainEqual(['m2'])
    expect(methods).toContainEqual(['m1', 'm3'])
  })

  it('matches replies by id, in whatever order they come', async () => {
    const { node, transport } = await setup()
    node.behave((response, { body }) => {
      const calls: { id: number; method: string }[] = JSON.parse(body)
      const replies = calls.map(({ id, method }) => ({ jsonrpc: '2.0', id, result: method }))
      response.end(JSON.stringify(replies.reverse()))
    })
    const answers = await Promise.all(
      ['m1', 'm2', 'm3'].map((method) => transport.request({ method })),
    )
    expect(answers.map(({ result }) => result)).toEqual(['m1', 'm2', 'm3'])
  })

  it('lets a refused member of a batch fail alone', async () => {
    const { transport } = await setup()
    const [good, refused] = await Promise.allSettled([
      transport.request({ method: 'm1' }),
      transport.request({ method: 'no_such_method' }),
    ])
    expect(good).toMatchObject({ status: 'fulfilled', value: { result: 'm1' } })
    expect(refused).toMatchObject({
      status: 'rejected',
      reason: { name: 'RpcRefusalError', refusal: { kind: 'method-not-found' } },
    })
  })

  it('learns how many calls the node takes at once, sends them again and keeps to it', async () => {
    const { node, transport } = await setup()
    node.behave(answerMethods(echoes(), { maxBatch: 4 }))
    const ask = () =>
      Promise.all(
        Array.from({ length: 9 }, (_, index) => transport.request({ method: `m${index}` })),
      )
    expect((await ask()).map(({ result }) => result)).toEqual(
      Array.from({ length: 9 }, (_, index) => `m${index}`),
    )
    expect(sizes(node)).toEqual([9, 4, 4, 1])
    await ask()
    expect(sizes(node).slice(4)).toEqual([4, 4, 1])
  })

  it('sends calls one by one to an endpoint that takes no batches at all', async () => {
    const { node, transport } = await setup()
    node.behave((response, { body }) => {
      const call = JSON.parse(body)
      response.end(
        JSON.stringify(
          Array.isArray(call)
            ? { jsonrpc: '2.0', id: null, error: { code: -32700, message: 'Parse error' } }
            : { jsonrpc: '2.0', id: call.id, result: call.method },
        ),
      )
    })
    const answers = await Promise.all(
      ['m1', 'm2', 'm3'].map((method) => transport.request({ method })),
    )
    expect(answers.map(({ result }) => result)).toEqual(['m1', 'm2', 'm3'])
    expect(sizes(node)).toEqual([3, 1, 1, 1])
  })

  it('sends a batch again call by call after an error of the moment, and later ones as ever', async () => {
    const { node, transport } = await setup()
    let isBusy = true
    node.behave((response, request) => {
      const error = { jsonrpc: '2.0', id: null, error: { code: -32000, message: 'server busy' } }
      if (isBusy) response.end(JSON.stringify(error))
      else answerMethods(echoes())(response, request)
      isBusy = false
    })
    const ask = () => Promise.all(['m1', 'm2', 'm3'].map((method) => transport.request({ method })))
    expect((await ask()).map(({ result }) => result)).toEqual(['m1', 'm2', 'm3'])
    expect((await ask()).map(({ result }) => result)).toEqual(['m1', 'm2', 'm3'])
    expect(sizes(node)).toEqual([3, 1, 1, 1, 3])
  })

  it('names the endpoint a forwarder stands for, rather than the forwarder', async () => {
    const { transport } = await setup({ reportedUrl: 'https://rpc.example.org/' })
    expect(transport.endpoints).toEqual(['https://rpc.example.org'])
    expect((await transport.request({ method: 'm1' })).endpoint).toBe('https://rpc.example.org')
  })

  it('tells of every attempt what came of each call', async () => {
    const attempts: Attempt[] = []
    const { node, transport } = await setup({ onResponse: (attempt) => attempts.push(attempt) })
    await Promise.allSettled([
      transport.request({ method: 'm1' }),
      transport.request({ method: 'no_such_method' }),
    ])
    expect(attempts).toEqual([
      {
        endpoint: node.url,
        latencyMs: expect.any(Number),
        cors: undefined,
        calls: [
          { kind: 'result', request: { method: 'm1' }, result: 'm1' },
          {
            kind: 'refusal',
            request: { method: 'no_such_method' },
            error: expect.objectContaining({ name: 'RpcRefusalError' }),
          },
        ],
      },
    ])
  })

  it("serves cosmjs's RpcClient shape and gives its id back", async () => {
    const { transport } = await setup()
    const call = { jsonrpc: '2.0', id: 123_456, method: 'm1', params: {} } as const
    expect(await transport.execute(call)).toEqual({ jsonrpc: '2.0', id: 123_456, result: 'm1' })
  })
})

describe('giving up', () => {
  it('rejects an abandoned member at once, while the others of its batch get their answers', async () => {
    const { node, transport } = await setup()
    const release = hold(node)
    const controller = new AbortController()
    const abandoned = transport.request({ method: 'm1' }, { signal: controller.signal })
    const kept = transport.request({ method: 'm2' })
    await vi.waitFor(() => expect(node.seen).toHaveLength(1))
    const reason = new Error('left the page')
    controller.abort(reason)
    await expect(abandoned).rejects.toBe(reason)
    release()
    expect((await kept).result).toBe('m2')
  })

  it('ends the HTTP request once every member is abandoned, and blames nobody', async () => {
    const attempts: Attempt[] = []
    const { node, transport } = await setup({ onResponse: (attempt) => attempts.push(attempt) })
    let isHungUp = false
    node.behave((response) => response.on('close', () => (isHungUp = true)))
    const first = new AbortController()
    const second = new AbortController()
    const settled = Promise.allSettled([
      transport.request({ method: 'm1' }, { signal: first.signal }),
      transport.request({ method: 'm2' }, { signal: second.signal }),
    ])
    await vi.waitFor(() => expect(node.seen).toHaveLength(1))
    first.abort()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(isHungUp).toBe(false)
    second.abort()
    await vi.waitFor(() => expect(isHungUp).toBe(true))
    for (const result of await settled) {
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } })
    }
    expect(attempts).toEqual([])
  })

  it('sends nothing for calls abandoned before they were sent', async () => {
    const { node, transport } = await setup()
    const controller = new AbortController()
    const early = transport.request({ method: 'm1' }, { signal: AbortSignal.abort() })
    const late = transport.request({ method: 'm2' }, { signal: controller.signal })
    const alone = transport.request(
      { method: 'm3' },
      { signal: AbortSignal.abort(), isBatchable: false },
    )
    controller.abort()
    await Promise.all([early, late, alone].map((call) => expect(call).rejects.toThrow()))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(node.seen).toEqual([])
  })
})

/** A node that answers `m0` … `m29` with their names. */
async function setup(options: HttpTransportOptions = {}) {
  const node = await startFakeNode(answerMethods(echoes()))
  nodes.push(node)
  return { node, transport: createHttpTransport(node.url, options) }
}

function echoes(): Record<string, unknown> {
  const names = Array.from({ length: 30 }, (_, index) => [`m${index}`, `m${index}`])
  return { ...Object.fromEntries(names), health: {}, status: {} }
}

function sizes(node: FakeNode): number[] {
  return node.seen.map(({ body }) => [JSON.parse(body)].flat().length)
}

/** Makes the node wait with its answers until the returned function is called. */
function hold(node: FakeNode): () => void {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  node.behave((response, request) => {
    void held.then(() => answerMethods(echoes())(response, request))
  })
  return release
}
