import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NodeTransport } from '../chain/node.ts'
import { createHaltRoom } from './halt-room.ts'
import type { Schedule } from './live-pacing.ts'

const H = 100n
const NOW = new Date('2026-11-21T03:09:00Z')
const schedule: Schedule = (run, delayMs) => {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a halt room that is watched', () => {
  it('asks a node about every second near the height, and never twice at once', async () => {
    const slow = node({ height: H })
    slow.hang = true
    const quick = node({ height: H })
    const { watch } = open(slow, quick)
    watch.start()
    watch.start()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(slow.asked('status')).toBe(1)
    // The first reading asks twice: that the node is at the height is known after the first answer.
    expect(quick.asked('status')).toBeGreaterThanOrEqual(9)
    expect(quick.asked('status')).toBeLessThanOrEqual(12)
    watch.stop()
  })

  it('asks a node that fails less and less often, and goes on with the one that is left', async () => {
    const dead = node({ height: H })
    dead.isDead = true
    const alive = node({ height: H })
    const { watch } = open(dead, alive)
    watch.start()
    // 2 + 4 + 8 + 15 s after the first
    await vi.advanceTimersByTimeAsync(29_500)
    expect(dead.asked('status')).toBe(5)
    const { phase, nodes } = watch.current()
    expect(phase?.kind).toBe('halted')
    expect(nodes.map(({ state }) => state?.kind)).toEqual(['dead', 'old'])
    watch.stop()
  })

  it('asks nothing while it is stopped, as on a hidden page, and keeps what it has seen', async () => {
    const one = node({ height: H })
    const { watch } = open(one)
    watch.start()
    await vi.advanceTimersByTimeAsync(3_000)
    watch.stop()
    const asked = one.asked('status')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(one.asked('status')).toBe(asked)
    expect(watch.current().phase?.kind).toBe('halted')
    watch.start()
    await vi.advanceTimersByTimeAsync(100)
    expect(one.asked('status')).toBeGreaterThan(asked)
    watch.stop()
  })

  it('does not ask before the time an endpoint named', async () => {
    const one = node({ height: H })
    const { watch } = open(one, undefined, () => NOW.getTime() + 30_000)
    watch.start()
    await vi.advanceTimersByTimeAsync(29_000)
    expect(one.asked('status')).toBe(0)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(one.asked('status')).toBeGreaterThan(0)
    watch.stop()
  })

  it('asks for votes only from the height on', async () => {
    const one = node({ height: H - 50n })
    const { watch } = open(one)
    await watch.readOnce()
    expect(one.asked('consensus_state')).toBe(0)
    expect(watch.current().phase).toEqual({ kind: 'countdown', blocksLeft: 50n })
  })

  it('raises the alarm when two endpoints tell different blocks of one height', async () => {
    const { watch } = open(node({ height: H }), node({ height: H, hash: 'BB' }))
    const { fork } = await watch.readOnce()
    expect(fork).toMatchObject({ height: H, answers: [{ value: 'AA' }, { value: 'BB' }] })
  })

  it('takes a node of another chain for one that tells nothing', async () => {
    const { watch } = open(node({ height: H, chainId: 'other-1' }))
    const { nodes, phase } = await watch.readOnce()
    expect(phase).toBeUndefined()
    expect(nodes[0]?.state).toMatchObject({ kind: 'dead' })
  })
})

interface FakeNode {
  hang: boolean
  isDead: boolean
  readonly asked: (method: string) => number
  readonly transport: NodeTransport
}

function node(parts: {
  readonly height: bigint
  readonly hash?: string
  readonly chainId?: string
}): FakeNode {
  const calls: string[] = []
  const fake: FakeNode = {
    hang: false,
    isDead: false,
    asked: (method) => calls.filter((each) => each === method).length,
    transport: {
      endpoints: ['node'],
      execute: () => Promise.reject(new Error('not asked so')),
      disconnect: () => undefined,
      request: ({ method }) => {
        calls.push(method)
        if (fake.hang) return new Promise(() => undefined)
        const result = fake.isDead ? undefined : answerOf(method, parts)
        if (result === undefined) return Promise.reject(new Error(`no ${method}`))
        return Promise.resolve({ result, endpoint: 'node', receivedAtMs: 0, latencyMs: 0 })
      },
    },
  }
  return fake
}

function answerOf(
  method: string,
  { height, hash = 'AA', chainId = 'test-1' }: Parameters<typeof node>[0],
) {
  if (method === 'status') {
    return {
      node_info: { network: chainId },
      sync_info: {
        latest_block_hash: hash,
        latest_block_height: height.toString(),
        latest_block_time: '2026-11-21T03:08:45Z',
        earliest_block_height: '1',
      },
    }
  }
  return method === 'abci_info'
    ? { response: { version: 'v1', last_block_height: (height - 1n).toString() } }
    : undefined
}

function open(first: FakeNode, second?: FakeNode, notBeforeMs?: () => number) {
  const fakes = second === undefined ? [first] : [first, second]
  const watch = createHaltRoom({
    plan: { name: 'v2', height: H },
    peers: fakes.map(({ transport }, at) => ({ name: `node ${at}`, transport })),
    transport: { ...first.transport, request: () => Promise.reject(new Error('not told')) },
    chainId: 'test-1',
    now: () => new Date(),
    schedule,
    ...(notBeforeMs && { notBeforeMs }),
  })
  return { watch }
}
