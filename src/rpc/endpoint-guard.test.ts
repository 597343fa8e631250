import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerMethods, type FakeNode, startFakeNode, statusOf } from '../../test/fake-node.ts'
import { createConnection } from './connection.ts'
import { createEndpointGuard } from './endpoint-guard.ts'

const nodes: FakeNode[] = []
afterEach(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.close()))
})

describe('createEndpointGuard', () => {
  it.each([
    'https://rpc.example.org',
    'https://rpc.example.org/',
    'https://RPC.example.org:443/',
    new URL('https://rpc.example.org'),
    new Request('https://rpc.example.org/'),
    'https://other.example.org/akash?key=1',
  ])('lets through what was agreed to: %s', async (input) => {
    const { guarded, fetch } = setup()
    await guarded(input)
    expect(fetch).toHaveBeenCalledExactlyOnceWith(input, undefined)
  })

  it.each([
    ['another scheme', 'http://rpc.example.org'],
    ['another port', 'https://rpc.example.org:8443'],
    ['another host', 'https://rpc.example.org.evil.example'],
    ['another path', 'https://rpc.example.org/broadcast'],
    ['a shorter path', 'https://other.example.org/?key=1'],
    ['another query', 'https://other.example.org/akash?key=2'],
    ['credentials', 'https://me:secret@rpc.example.org'],
    ['a relative address', '/status'],
  ])('stops %s before anything leaves', async (_, url) => {
    const { guarded, fetch } = setup()
    await expect(guarded(url)).rejects.toMatchObject({
      name: 'EndpointNotConsentedError',
      failure: { kind: 'not-consented' },
    })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('asks for the consents anew each time, for they can be given and taken back', async () => {
    const allowed: string[] = []
    const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response())
    const guarded = createEndpointGuard({ allowed: () => allowed, fetch })
    await expect(guarded('https://rpc.example.org')).rejects.toThrow('was not agreed to')
    allowed.push('https://rpc.example.org')
    await guarded('https://rpc.example.org')
    allowed.pop()
    await expect(guarded('https://rpc.example.org')).rejects.toThrow('was not agreed to')
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})

describe('a connection', () => {
  it('calls only the endpoints it was made for, whatever these answer', async () => {
    const elsewhere = await startNode()
    const first = await startNode()
    const second = await startNode()
    first.behave((response) => response.writeHead(307, { location: elsewhere.url }).end())
    const { transport, health } = createConnection([{ url: first.url }, { url: second.url }])
    const answer = await transport.request({ method: 'status' })
    expect(answer.endpoint).toBe(second.url)
    expect(health.snapshot(first.url).lastFailure?.kind).toBe('redirect')
    expect([first, second, elsewhere].map((node) => node.seen.length)).toEqual([1, 1, 0])
  })
})

function setup() {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response())
  const allowed = () => ['https://rpc.example.org', 'https://other.example.org/akash/?key=1']
  return { fetch, guarded: createEndpointGuard({ allowed, fetch }) }
}

async function startNode(): Promise<FakeNode> {
  const node = await startFakeNode(answerMethods({ status: statusOf({}) }))
  nodes.push(node)
  return node
}
