import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  answerMethods,
  answerText,
  type Behaviour,
  type FakeNode,
  startFakeNode,
  statusOf,
} from '../../test/fake-node.ts'
import { createFailover, type FailoverOptions } from './failover.ts'
import { createHealth } from './health.ts'
import { createHttpTransport } from './http-transport.ts'
import type { Json } from './transport.ts'

const nodes: FakeNode[] = []
afterEach(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.close()))
})

const refuse = (data: string, code = -32603) => ({
  error: { code, message: 'Internal error', data },
})
const status = statusOf({})
const knows = (answers: Record<string, unknown>) => answerMethods({ status, ...answers })
const down: Behaviour = (response) => response.destroy()
const limited = (seconds: number) => answerText('', 429, { 'retry-after': `${seconds}` })

describe('createFailover', () => {
  it('asks the first endpoint only, as long as that answers', async () => {
    const { failover, counts, urls } = await setup([knows({ m: 1 }), knows({ m: 2 })])
    expect(await failover.request({ method: 'm' })).toMatchObject({ result: 1, endpoint: urls[0] })
    expect(counts()).toEqual([1, 0])
  })

  it.each<[string, Behaviour]>([
    ['drops the connection', down],
    ['hangs', () => undefined],
    ['fails', answerText('', 502)],
    ['limits requests', limited(9)],
    ['sends a web page', answerText('<html></html>')],
  ])('asks the next when one %s, and says who answered', async (_, broken) => {
    const { failover, counts, urls } = await setup([broken, knows({ m: 2 })], { timeoutMs: 500 })
    expect(await failover.request({ method: 'm' })).toMatchObject({ result: 2, endpoint: urls[1] })
    expect(counts()).toEqual([1, 1])
  })

  it('leaves a broken endpoint alone for a while afterwards', async () => {
    const { failover, counts, pass } = await setup([down, knows({ m: 2 })])
    await failover.request({ method: 'm' })
    await failover.request({ method: 'm' })
    expect(counts()).toEqual([1, 2])
    // Its samples count for five minutes; then the reader's order stands again.
    pass(300_001)
    await failover.request({ method: 'm' })
    expect(counts()).toEqual([2, 3])
  })

  it.each([
    ['a pruned height', refuse('height 5 is not available, lowest height is 7')],
    [
      'a height to come',
      refuse('height 9 must be less than or equal to the current blockchain height 8'),
    ],
    ['a search without index', refuse('transaction indexing is disabled')],
    ['a search of blocks without index', refuse('block indexing is disabled')],
    ['a method switched off', refuse('', -32601)],
    ['results of a halt height', refuse('could not find results for height #5')],
    ['what was not recorded', refuse('not in this recording')],
  ])('asks the next for %s, which another node may have', async (_, refusal) => {
    const { failover, counts } = await setup([knows({ m: refusal }), knows({ m: 2 })])
    expect((await failover.request({ method: 'm' })).result).toBe(2)
    expect(counts()).toEqual([1, 1])
  })

  it('gives the first refusal back when nobody does better', async () => {
    const { failover, urls, counts } = await setup([
      down,
      knows({ m: refuse('height 5 is not available, lowest height is 7') }),
      knows({ m: refuse('height 5 is not available, lowest height is 6') }),
    ])
    await expect(failover.request({ method: 'm' })).rejects.toMatchObject({
      name: 'RpcRefusalError',
      endpoint: urls[1],
      refusal: { lowest: 7n },
    })
    expect(counts()).toEqual([1, 1, 1])
  })

  it.each([
    ['wrong parameters', refuse('invalid 64-bit integer encoding', -32602)],
    ['a page out of range', refuse('page should be within [1, 4] range, given 9')],
    ['a query that cannot be read', refuse('offset 26: EOF')],
  ])('asks nobody else about %s, which every node will refuse', async (_, refusal) => {
    const { failover, counts } = await setup([knows({ m: refusal }), knows({ m: 2 })])
    await expect(failover.request({ method: 'm' })).rejects.toMatchObject({
      name: 'RpcRefusalError',
    })
    expect(counts()).toEqual([1, 0])
  })

  it('asks on when the asker does not take an answer for final, and falls back on the first', async () => {
    const isFinal = (result: Json) => result === 'known'
    const better = await setup([knows({ m: 'pruned' }), knows({ m: 'known' })])
    expect((await better.failover.request({ method: 'm' }, { isFinal })).result).toBe('known')
    const none = await setup([knows({ m: 'first' }), down, knows({ m: 'third' })])
    expect((await none.failover.request({ method: 'm' }, { isFinal })).result).toBe('first')
    expect(none.counts()).toEqual([1, 1, 1])
  })

  it('asks those to be avoided only if no other is left', async () => {
    const { failover, urls, counts } = await setup([knows({ m: 'first' }), knows({ m: 'second' })])
    const avoiding = (...avoid: readonly string[]) => failover.request({ method: 'm' }, { avoid })
    expect((await avoiding(urls[0] ?? '')).result).toBe('second')
    expect(counts()).toEqual([0, 1])
    const both = await setup([knows({ m: 'first' }), down])
    const answer = await both.failover.request({ method: 'm' }, { avoid: [both.urls[0] ?? ''] })
    expect(answer.result).toBe('first')
  })

  it('says of all endpoints why they failed', async () => {
    const { failover, urls } = await setup([down, answerText('', 502)])
    await expect(failover.request({ method: 'm' })).rejects.toMatchObject({
      name: 'AllEndpointsFailedError',
      message: `None of the 2 endpoints could answer. The first: ${urls[0]} cannot be reached; check the address or use another endpoint.`,
      attempts: [
        { endpoint: urls[0], failure: { kind: 'unreachable' } },
        { endpoint: urls[1], failure: { kind: 'server-error' }, httpStatus: 502 },
      ],
    })
  })

  it('gives the plain failure when there is one endpoint', async () => {
    const { failover, urls } = await setup([answerText('', 502)])
    await expect(failover.request({ method: 'm' })).rejects.toMatchObject({
      name: 'EndpointError',
      message: `${urls[0]} failed (HTTP 502); try again or use another endpoint.`,
    })
  })

  it('asks for an endpoint when there is none', async () => {
    const { failover } = await setup([])
    await expect(failover.request({ method: 'm' })).rejects.toThrow(
      'No endpoint is chosen; enter the address of an RPC endpoint.',
    )
  })

  it('does not call an endpoint again before the time it asked for, and says how long that is', async () => {
    const { failover, counts, pass } = await setup([limited(60)])
    await expect(failover.request({ method: 'm' })).rejects.toThrow('wait 60 s')
    pass(20_000)
    await expect(failover.request({ method: 'm' })).rejects.toThrow('wait 40 s')
    expect(counts()).toEqual([1])
    pass(40_000)
    await expect(failover.request({ method: 'm' })).rejects.toThrow('wait 60 s')
    expect(counts()).toEqual([2])
  })

  it('stops asking when the asker gives up', async () => {
    const { failover, counts } = await setup([() => undefined, knows({ m: 2 })])
    const controller = new AbortController()
    const asked = failover.request({ method: 'm' }, { signal: controller.signal })
    void vi.waitFor(() => expect(counts()).toEqual([1, 0])).then(() => controller.abort())
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
    expect(counts()).toEqual([1, 0])
  })
})

describe('endpoints of different chains', () => {
  const other = answerMethods({ status: statusOf({ chainId: 'cosmoshub-4' }), m: 'wrong' })

  it('are told apart before a substitute is trusted, within the same HTTP request', async () => {
    const { failover, nodeAt, urls } = await setup([down, other, knows({ m: 3 })], {
      chainId: () => 'skydev-1',
    })
    expect(await failover.request({ method: 'm' })).toMatchObject({ result: 3, endpoint: urls[2] })
    expect(JSON.parse(nodeAt(1).seen[0]?.body ?? '')).toMatchObject([
      { method: 'm' },
      { method: 'status' },
    ])
    expect(nodeAt(1).seen).toHaveLength(1)
  })

  it("are the reader's own choice at the first place, whose requests stay as they are", async () => {
    const { failover, nodeAt } = await setup([knows({ m: 1 })], { chainId: () => 'skydev-1' })
    await failover.request({ method: 'm' })
    expect(nodeAt(0).seen.map(({ body }) => body)).toEqual([
      '{"jsonrpc":"2.0","id":0,"method":"m","params":{}}',
    ])
  })

  it('are not asked again once known, and the failure names both chains', async () => {
    const { failover, counts, urls } = await setup([down, other], { chainId: () => 'skydev-1' })
    const attempt = {
      endpoint: urls[1],
      message: `${urls[1]} is a node of cosmoshub-4, not of skydev-1; use an endpoint of skydev-1, or open cosmoshub-4 on purpose by entering this endpoint's address.`,
    }
    for (let round = 0; round < 2; round += 1) {
      await expect(failover.request({ method: 'm' })).rejects.toMatchObject({
        attempts: expect.arrayContaining([expect.objectContaining(attempt)]),
      })
    }
    expect(counts()).toEqual([2, 1])
  })

  it('are measured by the first of the list that told its chain when none was named', async () => {
    const { failover, nodeAt } = await setup([knows({ m: 1 }), other])
    await failover.request({ method: 'status' })
    nodeAt(0).behave(down)
    await expect(failover.request({ method: 'm' })).rejects.toMatchObject({
      attempts: [{ failure: { kind: 'unreachable' } }, { failure: { kind: 'wrong-chain' } }],
    })
  })

  it('do not include one that will not say, for nothing vouches for it', async () => {
    const silent = answerMethods({ m: 2 })
    const { failover, urls } = await setup([down, silent], { chainId: () => 'skydev-1' })
    await expect(failover.request({ method: 'm' })).rejects.toMatchObject({
      attempts: [
        {},
        {
          message: `${urls[1]} does not say which chain it is of; use an endpoint of skydev-1.`,
        },
      ],
    })
  })
})

async function setup(
  behaviours: readonly Behaviour[],
  options: Pick<FailoverOptions, 'chainId'> & { readonly timeoutMs?: number } = {},
) {
  let nowMs = 1_000_000
  const health = createHealth({ now: () => nowMs })
  const started = await Promise.all(behaviours.map((behaviour) => startFakeNode(behaviour)))
  nodes.push(...started)
  const transports = started.map(({ url }) =>
    createHttpTransport(url, { timeoutMs: options.timeoutMs ?? 10_000, onResponse: health.learn }),
  )
  const { timeoutMs: _, ...failoverOptions } = options
  return {
    failover: createFailover(transports, { health, ...failoverOptions }),
    urls: started.map(({ url }) => url),
    counts: () => started.map(({ seen }) => seen.length),
    pass(ms: number) {
      nowMs += ms
    },
    nodeAt(index: number): FakeNode {
      const node = started[index]
      if (node === undefined) throw new Error(`There is no node ${index}.`)
      return node
    },
  }
}
