import { afterEach, describe, expect, it } from 'vitest'
import { createDemoEndpoint, type DemoEndpoint } from '../faults/demo-endpoint.ts'
import { createSmallNode, OPEN_VOTE, TIP } from '../faults/testing/small-node.ts'
import { connectDemoNetwork, type DemoNetworkOptions } from './connect-demo-network.ts'
import { DemoNetworkError } from './demo-network-error.ts'
import { messageEnd, type PageMessage, type WorkerMessage } from './messages.ts'
import { serveDemoNetwork } from './serve-demo-network.ts'

const NOW = new Date('2026-11-21T12:00:00Z')
const ARCHIVE = 'https://archive.demo.invalid'
const BODY = '{"jsonrpc":"2.0","id":7,"method":"status","params":{}}'

let channel = new MessageChannel()
afterEach(() => channel.port1.close())

function buildEndpoints(now: () => Date): DemoEndpoint[] {
  return ['archive', 'pruned', 'light'].map((name) =>
    createDemoEndpoint({
      name,
      node: { moniker: name },
      faults: [],
      createBackend: (options) => createSmallNode(options).backend,
      tip: () => TIP,
      contestedProposal: () => OPEN_VOTE,
      now,
    }),
  )
}

/** Page and worker, joined by a channel in place of a worker. */
function open(options: DemoNetworkOptions = {}, boot = buildEndpoints) {
  channel = new MessageChannel()
  const seeds: (number | undefined)[] = []
  serveDemoNetwork(messageEnd<WorkerMessage, PageMessage>(channel.port2), {
    boot({ seed, now }) {
      seeds.push(seed)
      return boot(now)
    },
  })
  return { ...connectDemoNetwork(messageEnd(channel.port1), options), seeds }
}

function post(network: { readonly fetch: typeof globalThis.fetch }, init: RequestInit = {}) {
  return network.fetch(ARCHIVE, { method: 'POST', body: BODY, redirect: 'manual', ...init })
}

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 3000, interval: 5 }).toBe(true)
}

describe('fetch to the demo chain', () => {
  it('answers as a node does, at the chain’s time and with its own seed', async () => {
    const { network, seeds } = open({ seed: 5, now: NOW })
    const response = await post(network)
    expect(await response.json()).toMatchObject({
      id: 7,
      result: { sync_info: { latest_block_height: '1000' } },
    })
    expect(response.headers.get('content-type')).toBe('application/json')
    // CORS does not let pages read these, though they were sent.
    expect([response.headers.get('date'), response.headers.get('x-server-time')]).toEqual([
      null,
      null,
    ])
    expect(seeds).toEqual([5])
    expect((await network.whenBooted).bootMs).toBeGreaterThan(0)
    expect(network.endpoints.map(({ url }) => url)).toEqual([
      ARCHIVE,
      'https://pruned.demo.invalid',
      'https://light.demo.invalid',
    ])
  })

  it('answers the URI form, and heads without a body', async () => {
    const { network } = open()
    const uri = await network.fetch(new URL(`${ARCHIVE}/status`))
    expect(await uri.json()).toMatchObject({ id: -1 })
    const head = await network.fetch(new Request(`${ARCHIVE}/status`, { method: 'HEAD' }))
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('reaches no other address, so that nothing ever leaves the page', async () => {
    const { network } = open()
    await expect(network.fetch('https://example.org/')).rejects.toThrow(
      new TypeError('Failed to fetch'),
    )
  })

  it.each(['unreachable', 'dns', 'no-cors', 'die-after:0'])(
    'rejects as a browser does for %s',
    async (fault) => {
      const { network } = open()
      await network.setFaults('archive', [fault])
      const error: unknown = await post(network).catch((cause: unknown) => cause)
      expect(error).toEqual(new TypeError('Failed to fetch'))
    },
  )

  it('tells a node without CORS from a dead one to a request that reads nothing', async () => {
    const { network } = open()
    await network.setFaults('archive', ['no-cors'])
    const probe = await network.fetch(ARCHIVE, { mode: 'no-cors' })
    expect([probe.type, probe.status, probe.ok, await probe.text()]).toEqual([
      'opaque',
      0,
      false,
      '',
    ])
    await network.setFaults('archive', ['unreachable'])
    await expect(network.fetch(ARCHIVE, { mode: 'no-cors' })).rejects.toThrow('Failed to fetch')
  })

  it.each([
    ['unauthorized', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['rate-limit', 429],
    ['server-error', 500],
    ['bad-gateway', 502],
    ['html', 200],
  ])('gives the status of %s', async (fault, status) => {
    const { network } = open()
    await network.setFaults('archive', [fault])
    expect((await post(network)).status).toBe(status)
  })

  it('shows Retry-After where the server lets pages read it', async () => {
    const { network } = open()
    await network.setFaults('archive', ['rate-limit:30'])
    expect((await post(network)).headers.get('retry-after')).toBe('30')
  })

  it('shows no more of a redirect than that it is one', async () => {
    const { network } = open()
    await network.setFaults('archive', ['redirect'])
    const { type, status, headers } = await post(network)
    expect([type, status, headers.get('location')]).toEqual(['opaqueredirect', 0, null])
    await expect(post(network, { redirect: 'follow' })).rejects.toThrow('Failed to fetch')
  })

  it('waits on a hanging node until aborted, and rejects with the reason', async () => {
    const { network } = open()
    await network.setFaults('archive', ['hang'])
    const controller = new AbortController()
    const answer = post(network, { signal: controller.signal })
    const first = await Promise.race([answer.catch(() => 'rejected'), pause(50)])
    expect(first).toBe('waited')
    const reason = new Error('given up')
    controller.abort(reason)
    await expect(answer).rejects.toBe(reason)
    await expect(post(network, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })

  it('comes late, unless aborted before', async () => {
    const { network } = open()
    await network.setFaults('archive', ['late:60'])
    const startedMs = performance.now()
    await post(network)
    expect(performance.now() - startedMs).toBeGreaterThan(55)
    const reason = new Error('given up')
    const controller = new AbortController()
    setTimeout(() => controller.abort(reason), 10)
    await expect(post(network, { signal: controller.signal })).rejects.toBe(reason)
  })

  it('hands out half of a cut body and then breaks off', async () => {
    const { network } = open()
    const whole = await (await post(network)).text()
    await network.setFaults('archive', ['cut'])
    const reader = (await post(network)).body?.getReader()
    const first = await reader?.read()
    const text = new TextDecoder().decode(first?.value)
    expect([text.length, whole.startsWith(text)]).toEqual([Math.floor(whole.length / 2), true])
    await expect(reader?.read()).rejects.toThrow(new TypeError('network error'))
  })

  it('trickles, and ends with the reason when aborted', async () => {
    const { network } = open()
    await network.setFaults('archive', ['trickle'])
    const controller = new AbortController()
    const reason = new Error('given up')
    const reader = (await post(network, { signal: controller.signal })).body?.getReader()
    // 64 bytes a second, in eight spoons.
    expect((await reader?.read())?.value?.length).toBe(8)
    controller.abort(reason)
    await expect(reader?.read()).rejects.toBe(reason)
  })
})

describe('a demo chain that is not there', () => {
  it('says so when it could not be built, to everybody who waits', async () => {
    const { network } = open({}, () => {
      throw new RangeError('no world')
    })
    const error: unknown = await post(network).catch((cause: unknown) => cause)
    expect(error).toEqual(
      new DemoNetworkError('The demo chain could not be built.', { cause: 'RangeError: no world' }),
    )
    await expect(network.whenBooted).rejects.toBe(error)
    await expect(post(network)).rejects.toBe(error)
    await expect(network.setFaults('archive', [])).rejects.toBe(error)
  })

  it('says so when the worker is lost, to requests and sockets under way', async () => {
    const { network, fail } = open()
    const { codes, isOpen } = listenTo(network)
    await until(isOpen)
    const answer = post(network)
    fail(new DemoNetworkError('The demo chain could not be started.'))
    await expect(answer).rejects.toThrow('The demo chain could not be started.')
    expect(codes).toEqual(['error', 1006])
    const later = listenTo(network)
    await until(() => later.codes.length === 2)
    expect(later.codes).toEqual(['error', 1006])
  })

  it('fails what is asked after it was closed', async () => {
    const { network } = open()
    network.close()
    await expect(post(network)).rejects.toThrow('The demo chain was closed.')
  })
})

describe('faults of the demo chain', () => {
  it('change while it runs, one endpoint at a time', async () => {
    const { network } = open()
    await network.setFaults('archive', ['lag:100', 'wrong-chain'])
    expect(await (await post(network)).json()).toMatchObject({
      result: {
        node_info: { network: 'skydemo-elsewhere' },
        sync_info: { latest_block_height: '900' },
      },
    })
    const other = await network.fetch('https://light.demo.invalid/status')
    expect(await other.json()).toMatchObject({
      result: { sync_info: { latest_block_height: '1000' } },
    })
    await network.setFaults('archive', [])
    expect(await (await post(network)).json()).toMatchObject({
      result: { sync_info: { latest_block_height: '1000' } },
    })
  })

  it('stay as they are where one of the new ones is unknown', async () => {
    const { network } = open()
    await expect(network.setFaults('archive', ['hang', 'hiccup'])).rejects.toThrow(
      new DemoNetworkError('The faults were not changed: there is no fault hiccup.'),
    )
    expect((await post(network)).status).toBe(200)
    await expect(network.setFaults('nowhere', [])).rejects.toThrow('there is no endpoint nowhere')
  })
})

describe('WebSocket to the demo chain', () => {
  it('opens, answers, and closes when told to', async () => {
    const { network } = open()
    const { socket, frames, codes, isOpen } = listenTo(network)
    await until(isOpen)
    socket.send(BODY)
    await until(() => frames.length === 1)
    expect(frames[0]).toMatchObject({ id: 7, result: { node_info: { network: 'skydemo-1' } } })
    socket.close()
    await until(() => codes.length > 0)
    expect(codes).toEqual([1005])
  })

  it.each(['no-websocket', 'unreachable', 'bad-gateway'])('does not open for %s', async (fault) => {
    const { network } = open()
    await network.setFaults('archive', [fault])
    const { codes, isOpen } = listenTo(network)
    await until(() => codes.length === 2)
    expect([codes, isOpen()]).toEqual([['error', 1006], false])
  })

  it('does not open to another address or another path', async () => {
    const { network } = open()
    for (const url of ['wss://example.org/websocket', 'wss://archive.demo.invalid/']) {
      const { codes } = listenTo(network, url)
      await until(() => codes.length === 2)
      expect(codes).toEqual(['error', 1006])
    }
  })

  it('drops again and again, without a farewell', async () => {
    const { network } = open()
    await network.setFaults('archive', ['socket-drop:20'])
    for (const _ of [1, 2]) {
      const { codes, isOpen } = listenTo(network)
      await until(isOpen)
      await until(() => codes.length === 2)
      expect(codes).toEqual(['error', 1006])
    }
  })

  it('drops when the endpoint’s faults change', async () => {
    const { network } = open()
    const { codes, isOpen } = listenTo(network)
    await until(isOpen)
    await network.setFaults('archive', ['lag:5'])
    await until(() => codes.length === 2)
    expect(codes).toEqual(['error', 1006])
  })
})

function listenTo(
  network: ReturnType<typeof open>['network'],
  url = 'wss://archive.demo.invalid/websocket',
) {
  const socket = new network.WebSocket(url)
  const frames: unknown[] = []
  const codes: (number | 'error')[] = []
  let hasOpened = false
  socket.addEventListener('open', () => {
    hasOpened = true
  })
  socket.addEventListener('message', ({ data }) => frames.push(JSON.parse(String(data))))
  socket.addEventListener('error', () => codes.push('error'))
  socket.addEventListener('close', ({ code }) => codes.push(code))
  return { socket, frames, codes, isOpen: () => hasOpened }
}

function pause(ms: number): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve('waited'), ms))
}
