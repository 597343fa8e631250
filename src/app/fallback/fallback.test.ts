import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeChain } from '../../../test/fake-chain.ts'
import { createFakeTransport } from '../../../test/fake-transport.ts'
import type { KeptProposals } from '../../archive/proposal-archive.ts'
import type { NodeFacts } from '../../chain/node.ts'
import type { Attempt } from '../../rpc/attempt.ts'
import { EndpointError } from '../../rpc/errors.ts'
import { createHealth, type Health } from '../../rpc/health.ts'
import type { Json, Transport } from '../../rpc/transport.ts'
import { createFallback, type FallbackState } from './fallback.ts'

const MAINNET = 'akashnet-2'
const NOTHING: KeptProposals = { proposals: [], completeBelow: undefined }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('public endpoints nobody named', () => {
  it('ask nothing of their own while an endpoint answers as usual', async () => {
    const { fallback, nodes, readFacts } = setup({ nodes: [hang(), refuse('b')] })
    fallback.watch()
    await pass(600)
    readFacts()
    await pass(60_000)
    expect(fallback.state()).toEqual({ kind: 'none' })
    expect(nodes.map(({ seen }) => seen.length)).toEqual([0, 0])
  })

  it('give way to the demo chain as soon as every one has failed, and the first reason is kept', async () => {
    const { fallback, fail } = setup({ nodes: [refuse('a'), refuse('b'), refuse('c')] })
    fallback.watch()
    await pass(50)
    fail('a')
    await pass(50)
    expect(fallback.state()).toEqual({
      kind: 'demo',
      unreachable: {
        count: 3,
        firstReason: 'https://a.test cannot be reached; check the address or use another endpoint.',
        silentCount: 0,
        retry: { kind: 'none' },
        answeredBy: undefined,
      },
    })
  })

  it('give way 3 s after the page was opened where they hang, and silence is told from failure', async () => {
    const { fallback, prepared } = setup({ nodes: [hang(), refuse('b')] })
    fallback.watch()
    await pass(2_900)
    expect(fallback.state().kind).toBe('none')
    // The demo chain has been starting meanwhile.
    expect(prepared).toEqual([expect.closeTo(2_000, -2)])
    await pass(200)
    expect(fallback.state()).toMatchObject({
      kind: 'demo',
      unreachable: { count: 2, silentCount: 1, firstReason: expect.stringContaining('b.test') },
    })
  })

  it('have 2.5 s where the page’s own code was late', async () => {
    const { fallback } = setup({ nodes: [hang()] })
    await pass(1_000)
    fallback.watch()
    await pass(2_400)
    expect(fallback.state().kind).toBe('none')
    await pass(200)
    expect(fallback.state().kind).toBe('demo')
  })

  it('stay when the last of them answers, however many fail before it', async () => {
    const { fallback, prepared } = setup({
      nodes: [refuse('a'), hang(), answer(MAINNET, 800)],
    })
    fallback.watch()
    await pass(20_000)
    expect(fallback.state()).toEqual({ kind: 'none' })
    expect(prepared).toEqual([])
  })

  it('are not saved by a node of another chain', async () => {
    const { fallback } = setup({ nodes: [answer('sandbox-2')] })
    fallback.watch()
    await pass(2_000)
    expect(fallback.state()).toMatchObject({
      kind: 'demo',
      unreachable: { firstReason: expect.stringContaining('a node of sandbox-2') },
    })
  })

  it('are told of as they go on failing after it', async () => {
    const { fallback } = setup({ nodes: [refuse('a', 5_000), hang()] })
    fallback.watch()
    await pass(3_200)
    expect(fallback.state()).toMatchObject({
      kind: 'demo',
      unreachable: { firstReason: undefined, silentCount: 2 },
    })
    await pass(4_000)
    expect(fallback.state()).toMatchObject({
      kind: 'demo',
      unreachable: { firstReason: expect.stringContaining('a.test'), silentCount: 1 },
    })
  })

  it('are announced when one answers late, and nothing is swapped under the reader', async () => {
    const { fallback } = setup({ nodes: [hang(), answer(MAINNET, 6_000)] })
    fallback.watch()
    await pass(4_000)
    expect(fallback.state()).toMatchObject({ kind: 'demo', unreachable: { answeredBy: undefined } })
    await pass(6_000)
    expect(fallback.state()).toMatchObject({
      kind: 'demo',
      unreachable: { answeredBy: 'http://node.test' },
    })
    fallback.goBack()
    expect(fallback.state()).toEqual({ kind: 'none' })
  })

  it('give way to what an earlier visit kept, with its height, time and node', async () => {
    const { fallback, prepared } = setup({ nodes: [refuse('a', 3_000)], kept: KEPT })
    fallback.watch()
    await pass(3_200)
    expect(prepared).toEqual([])
    const state = fallback.state()
    expect(state).toMatchObject({
      kind: 'kept',
      kept: {
        chainId: MAINNET,
        count: 1,
        height: 90n,
        time: new Date(5),
        endpoint: 'https://then.test',
      },
    })
    if (state.kind !== 'kept') throw new Error(state.kind)
    expect(state.chain.key).not.toBe('a chain')
    expect(state.chain.onlyKept).toEqual({ chainId: MAINNET })
    await expect(state.chain.transport.request({ method: 'status' })).rejects.toThrow('kept this')
  })

  it('are all asked again at once on request: progress, then the result', async () => {
    const { fallback } = setup({ nodes: [refuse('a'), refuse('b', 500)] })
    fallback.watch()
    await pass(2_000)
    fallback.tryAgain()
    expect(fallback.state()).toMatchObject({ unreachable: { retry: { kind: 'asking' } } })
    await pass(10)
    expect(fallback.state()).toMatchObject({
      unreachable: { retry: { kind: 'asking', failedCount: 1 } },
    })
    await pass(1_000)
    expect(fallback.state()).toMatchObject({
      kind: 'demo',
      unreachable: { retry: { kind: 'failed', at: expect.any(Date) } },
    })
  })

  it('are shown when the reader asks again and one answers', async () => {
    const states: FallbackState['kind'][] = []
    let isBack = false
    const node = createFakeTransport(() => {
      if (isBack) return statusOf(MAINNET)
      throw unreachable('a')
    })
    const { fallback } = setup({ nodes: [node] })
    fallback.subscribe(() => states.push(fallback.state().kind))
    fallback.watch()
    await pass(2_000)
    isBack = true
    fallback.tryAgain()
    await pass(10)
    expect(fallback.state()).toEqual({ kind: 'none' })
    expect(states).toEqual(['demo', 'demo', 'none'])
  })
})

describe('endpoints the reader named', () => {
  it('stay with their failure and are asked nothing more; the demo chain is only offered', async () => {
    const { fallback, fail, nodes } = setup({ nodes: [refuse('a'), refuse('b')], mode: 'offer' })
    fallback.watch()
    await pass(20_000)
    expect(fallback.state()).toEqual({ kind: 'none' })
    fail('a')
    await pass(10)
    expect(fallback.state()).toEqual({ kind: 'none' })
    fail('b')
    await pass(10)
    expect(fallback.state()).toMatchObject({
      kind: 'offer',
      kept: undefined,
      unreachable: { count: 2, firstReason: expect.stringContaining('a.test') },
    })
    expect(nodes.map(({ seen }) => seen.length)).toEqual([0, 0])
  })

  it('end the offer when they are read after all', async () => {
    const { fallback, fail, readFacts } = setup({ nodes: [refuse('a')], mode: 'offer' })
    fallback.watch()
    fail('a')
    await pass(10)
    readFacts()
    expect(fallback.state()).toEqual({ kind: 'none' })
  })

  it('are not called silent for what one of them did in another choice before', async () => {
    let clockMs = 1_000
    const health = createHealth({ now: () => clockMs })
    health.learn(failedAttempt('a'))
    clockMs = 61_000
    const { fallback, fail } = setup({ nodes: [refuse('a'), refuse('b')], mode: 'offer', health })
    fallback.watch()
    fail('b')
    await pass(10)
    expect(fallback.state().kind).toBe('none')
    fail('a')
    await pass(10)
    expect(fallback.state().kind).toBe('offer')
  })

  it('count as failing while they want to be left alone, for then they are not even asked', async () => {
    let clockMs = 1_000
    const health = createHealth({ now: () => clockMs })
    health.learn(failedAttempt('a', 300_000))
    clockMs = 61_000
    const { fallback, fail } = setup({ nodes: [refuse('a'), refuse('b')], mode: 'offer', health })
    fallback.watch()
    fail('b')
    await pass(10)
    expect(fallback.state().kind).toBe('offer')
  })

  it('give way to what was kept only when the reader takes the offer', async () => {
    const { fallback, fail } = setup({ nodes: [refuse('a')], mode: 'offer', kept: KEPT })
    fallback.watch()
    fail('a')
    await pass(10)
    expect(fallback.state()).toMatchObject({ kind: 'offer', kept: { height: 90n } })
    fallback.showKept()
    expect(fallback.state().kind).toBe('kept')
  })
})

const KEPT: KeptProposals = {
  proposals: [
    {
      id: '1',
      bytes: Uint8Array.of(8, 1),
      height: '90',
      timeMs: 5,
      endpoint: 'https://then.test',
    },
  ],
  completeBelow: '2',
}

function setup({
  nodes,
  mode = 'swap',
  kept = NOTHING,
  health = createHealth(),
}: {
  readonly nodes: readonly FakeNode[]
  readonly mode?: 'swap' | 'offer'
  readonly kept?: KeptProposals
  /** What is known of endpoints by now. */
  readonly health?: Health
}) {
  let current: NodeFacts | undefined
  const listeners = new Set<() => void>()
  const startedAtMs = performance.now()
  const prepared: number[] = []
  const chain = createFakeChain(
    createFakeTransport(() => null),
    {
      key: 'a chain',
      expectedChainId: mode === 'swap' ? MAINNET : undefined,
      openArchive: () => ({
        load: () => Promise.resolve(kept),
        save: () => Promise.resolve(false),
        clear: () => Promise.resolve(),
      }),
    },
  )
  const fallback = createFallback({
    connection: { nodes, health },
    facts: {
      current: () => current,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    mode,
    chain,
    keptChainId: MAINNET,
    prepareDemo: () => prepared.push(performance.now() - startedAtMs),
  })
  return {
    fallback,
    nodes,
    prepared,
    fail: (name: string) => health.learn(failedAttempt(name)),
    readFacts: () => {
      current = FACTS
      for (const listener of listeners) listener()
    },
  }
}

const FACTS: NodeFacts = {
  chainId: MAINNET,
  latestHeight: 100n,
  latestBlockTime: new Date(0),
  earliestHeight: 1n,
  txIndex: undefined,
  isCatchingUp: false,
  engineVersion: undefined,
  appVersion: undefined,
  plan: undefined,
  lastAppliedHeight: undefined,
  modules: undefined,
  endpoint: 'http://node.test',
}

type FakeNode = Transport & { readonly seen: readonly unknown[] }

function hang(): FakeNode {
  return createFakeTransport(() => new Promise(() => undefined))
}

function refuse(name: string, afterMs = 0): FakeNode {
  return createFakeTransport(async () => {
    await sleep(afterMs)
    throw unreachable(name)
  })
}

function answer(chainId: string, afterMs = 0): FakeNode {
  return createFakeTransport(async () => {
    await sleep(afterMs)
    return statusOf(chainId)
  })
}

function statusOf(network: string): Json {
  return { node_info: { network } }
}

function unreachable(name: string, retryAfterMs?: number): EndpointError {
  return new EndpointError({
    failure: { kind: 'unreachable' },
    endpoint: `https://${name}.test`,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  })
}

function failedAttempt(name: string, retryAfterMs?: number): Attempt {
  const error = unreachable(name, retryAfterMs)
  return {
    endpoint: error.endpoint,
    latencyMs: 1,
    calls: [{ kind: 'failure', request: { method: 'status' }, error }],
    cors: undefined,
  }
}

function sleep(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))
}

/** Lets fake time go by in small steps; code that is loaded on the way takes real time. */
async function pass(ms: number): Promise<void> {
  await vi.dynamicImportSettled()
  for (let passed = 0; passed < ms; passed += 50) {
    await vi.advanceTimersByTimeAsync(Math.min(50, ms - passed))
    await vi.dynamicImportSettled()
  }
  await new Promise((resolve) => setImmediate(resolve))
}
