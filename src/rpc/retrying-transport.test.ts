import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  answerMethods,
  answerText,
  type Behaviour,
  type FakeNode,
  startFakeNode,
  statusOf,
} from '../../test/fake-node.ts'
import { createConnection } from './connection.ts'
import { createHealth } from './health.ts'

const nodes: FakeNode[] = []
afterEach(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.close()))
})

const good = answerMethods({ status: statusOf({}), m: 'good' })
const broken = answerText('', 502)

describe('createRetryingTransport', () => {
  it('goes through the whole list again, twice at most, with one pause a round', async () => {
    const { connection, counts, waits } = await setup([broken, broken])
    await expect(connection.transport.request({ method: 'm' })).rejects.toMatchObject({
      name: 'AllEndpointsFailedError',
    })
    // Three rounds of two endpoints: retries multiply nowhere.
    expect(counts()).toEqual([3, 3])
    expect(waits).toEqual([500, 1000])
  })

  it('waits as long as the endpoint asked (Retry-After) and then gets its answer', async () => {
    const { connection, waits, counts } = await setup([
      inTurn(answerText('', 429, { 'retry-after': '7' }), good),
    ])
    expect((await connection.transport.request({ method: 'm' })).result).toBe('good')
    expect(waits).toEqual([7_000])
    expect(counts()).toEqual([2])
  })

  it('does not sit out a long wait, but says how long it is', async () => {
    const { connection, waits, urls } = await setup([answerText('', 429, { 'retry-after': '120' })])
    await expect(connection.transport.request({ method: 'm' })).rejects.toThrow(
      `${urls[0]} limits requests; wait 120 s or use another endpoint.`,
    )
    expect(waits).toEqual([])
  })

  it('repeats neither refusals nor failures that a wait cannot mend', async () => {
    const { connection, counts } = await setup([answerText('<html></html>')])
    await expect(connection.transport.request({ method: 'm' })).rejects.toThrow('a web page')
    expect(counts()).toEqual([1])
    const refusing = await setup([good])
    await expect(refusing.connection.transport.request({ method: 'x' })).rejects.toMatchObject({
      name: 'RpcRefusalError',
    })
    expect(refusing.counts()).toEqual([1])
  })

  it('ends after its total time, however many endpoints hang', async () => {
    const { connection, urls } = await setup([() => undefined, () => undefined], { totalMs: 50 })
    await expect(
      connection.transport.request({ method: 'm' }, { timeoutMs: 5_000 }),
    ).rejects.toThrow(`${urls[0]} did not answer within 0.05 s; try again or use another endpoint.`)
  })

  it("passes the asker's giving up through, and stops retrying", async () => {
    const { connection, counts } = await setup([() => undefined])
    const controller = new AbortController()
    const asked = connection.transport.request({ method: 'm' }, { signal: controller.signal })
    void vi.waitFor(() => expect(counts()).toEqual([1])).then(() => controller.abort())
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
    expect(counts()).toEqual([1])
  })
})

describe('createConnection', () => {
  it('also offers each endpoint alone, without retries, in the given order', async () => {
    const { connection, counts, urls } = await setup([broken, good])
    expect(connection.nodes.map(({ endpoints }) => endpoints)).toEqual(urls.map((url) => [url]))
    await expect(connection.nodes[0]?.request({ method: 'status' })).rejects.toThrow('HTTP 502')
    await connection.nodes[1]?.request({ method: 'status' })
    expect(counts()).toEqual([1, 1])
    expect(connection.health.snapshot(urls[1] ?? '').facts.chainId).toBe('skydev-1')
  })

  it('lets go of credentials in the names it reports', async () => {
    const node = await startFakeNode(good)
    nodes.push(node)
    const { transport } = createConnection([{ url: `${node.url}/?key=secret` }])
    const answer = await transport.request({ method: 'm' })
    expect(answer.endpoint).toBe(node.url)
    expect(node.seen[0]?.path).toBe('/?key=secret')
  })
})

/** Behaves so the first time, and otherwise afterwards. */
function inTurn(first: Behaviour, afterwards: Behaviour): Behaviour {
  let isFirst = true
  return (response, request) => {
    const behave = isFirst ? first : afterwards
    isFirst = false
    behave(response, request)
  }
}

async function setup(behaviours: readonly Behaviour[], retry: { totalMs?: number } = {}) {
  const started = await Promise.all(behaviours.map((behaviour) => startFakeNode(behaviour)))
  nodes.push(...started)
  const waits: number[] = []
  let nowMs = 1_000_000
  const connection = createConnection(
    started.map(({ url }) => ({ url })),
    {
      health: createHealth({ now: () => nowMs }),
      retry: {
        ...retry,
        random: () => 1,
        now: () => nowMs,
        sleep: async (ms) => {
          waits.push(ms)
          nowMs += ms
        },
      },
    },
  )
  return {
    connection,
    waits,
    urls: started.map(({ url }) => url),
    counts: () => started.map(({ seen }) => seen.length),
  }
}
