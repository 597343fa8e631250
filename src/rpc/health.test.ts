import { describe, expect, it, vi } from 'vitest'
import { statusOf } from '../../test/fake-node.ts'
import type { Attempt, CallOutcome } from './attempt.ts'
import { EndpointError, type EndpointErrorFields } from './errors.ts'
import { createHealth } from './health.ts'

const endpoint = 'https://rpc.example.org'
const start = Date.parse('2026-11-21T03:05:26Z')

describe('createHealth', () => {
  it('knows nothing of an endpoint it has not heard of, and says so with the same object each time', () => {
    const { health } = setup()
    const blank = health.snapshot(endpoint)
    expect(blank).toMatchObject({ endpoint, samples: [], latencyMs: undefined, facts: {} })
    expect(health.snapshot(endpoint)).toBe(blank)
    expect(health.snapshots()).toEqual([])
  })

  it('keeps snapshots the same until something changes, then replaces only what changed', () => {
    const { health, succeed } = setup()
    succeed()
    succeed({ endpoint: 'https://other.example.org' })
    const [first, second] = health.snapshots()
    expect(health.snapshots()).toBe(health.snapshots())
    succeed({ endpoint: 'https://other.example.org' })
    expect(health.snapshots()[0]).toBe(first)
    expect(health.snapshots()[1]).not.toBe(second)
  })

  it('tells its listeners until they leave', () => {
    const { health, succeed } = setup()
    const listener = vi.fn()
    const leave = health.subscribe(listener)
    succeed()
    leave()
    succeed()
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('keeps the last ten attempts, whether good or not, and the median latency of the good ones', () => {
    const { health, succeed, fail } = setup()
    for (const latencyMs of [9000, 10, 30, 20, 50, 40, 70, 60]) succeed({ latencyMs })
    fail({ failure: { kind: 'server-error' } })
    succeed({ latencyMs: 80 })
    succeed({ latencyMs: 90 })
    const { samples, latencyMs } = health.snapshot(endpoint)
    expect(samples).toHaveLength(10)
    // 10 20 30 40 [50] 60 70 80 90; the 9000 was the eleventh back
    expect(latencyMs).toBe(50)
    expect(samples.filter(({ isOk }) => isOk)).toHaveLength(9)
  })

  it('learns the chain, heights and age of the newest block from a status passing by', () => {
    const { health, succeed } = setup({ clock: () => start + 60_000 })
    succeed({
      calls: [{ kind: 'result', request: { method: 'status' }, result: statusOf({}) }],
    })
    const { facts, heightSeenAtMs, blockAgeMs } = health.snapshot(endpoint)
    expect(facts).toMatchObject({ chainId: 'skydev-1', latestHeight: 27_400_496n })
    expect(heightSeenAtMs).toBe(start)
    // 03:06:26.000 by the app's clock - 03:05:24.593
    expect(blockAgeMs).toBe(61_407)
  })

  it('keeps facts an answer does not mention', () => {
    const { health, succeed } = setup()
    succeed({ calls: [{ kind: 'result', request: { method: 'status' }, result: statusOf({}) }] })
    succeed({
      calls: [{ kind: 'result', request: { method: 'akash' }, result: { chain_id: 'skydev-2' } }],
    })
    expect(health.snapshot(endpoint).facts).toMatchObject({
      chainId: 'skydev-2',
      latestHeight: 27_400_496n,
    })
  })

  it('rests an endpoint twice as long with each failure in a row, two minutes at most', () => {
    const { health, fail, pass } = setup()
    const rests = Array.from({ length: 8 }, () => {
      pass(1_000)
      fail({ failure: { kind: 'server-error' } })
      return (health.snapshot(endpoint).restsUntilMs ?? 0) - health.now()
    })
    expect(rests).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 120_000, 120_000])
  })

  it('counts requests that failed together as one failure', () => {
    const { health, fail, pass } = setup()
    for (let request = 0; request < 6; request += 1) {
      pass(1)
      fail({ failure: { kind: 'timeout', timeoutMs: 100 }, latencyMs: 100 })
    }
    expect(health.snapshot(endpoint)).toMatchObject({ failuresInARow: 1 })
  })

  it('ends the rest with the first success', () => {
    const { health, fail, succeed } = setup()
    fail({ failure: { kind: 'rate-limited' }, retryAfterMs: 60_000 })
    expect(health.snapshot(endpoint)).toMatchObject({
      failuresInARow: 1,
      restsUntilMs: start + 60_000,
      retryNotBeforeMs: start + 60_000,
      lastFailure: { kind: 'rate-limited', atMs: start },
    })
    succeed()
    expect(health.snapshot(endpoint)).toMatchObject({
      failuresInARow: 0,
      restsUntilMs: undefined,
      retryNotBeforeMs: undefined,
      lastFailure: { kind: 'rate-limited', atMs: start },
    })
  })

  it('does not blame the endpoint when the device is offline', () => {
    const { health, fail } = setup()
    fail({ failure: { kind: 'offline' } })
    expect(health.snapshot(endpoint)).toMatchObject({ samples: [], failuresInARow: 0 })
  })

  it('takes a batch in which one call was answered for a success', () => {
    const { health, succeed } = setup()
    const error = new EndpointError({ failure: { kind: 'missing-answer' }, endpoint })
    succeed({
      calls: [
        { kind: 'failure', request: { method: 'm1' }, error },
        { kind: 'result', request: { method: 'm2' }, result: 1 },
      ],
    })
    expect(health.snapshot(endpoint)).toMatchObject({
      samples: [{ isOk: true }],
      failuresInARow: 0,
    })
  })

  it('remembers whether the endpoint can be read across origins when an attempt does not tell', () => {
    const { health, succeed } = setup()
    succeed({ cors: 'allowed' })
    succeed({ cors: undefined })
    expect(health.snapshot(endpoint).cors).toBe('allowed')
  })
})

function setup(options: { clock?: () => number } = {}) {
  let nowMs = start
  const health = createHealth({ now: () => nowMs, ...options })
  const good: CallOutcome = { kind: 'result', request: { method: 'm' }, result: 1 }
  return {
    health,
    pass(ms: number) {
      nowMs += ms
    },
    succeed(attempt: Partial<Attempt> = {}) {
      health.learn({ endpoint, latencyMs: 50, calls: [good], cors: undefined, ...attempt })
    },
    fail({
      latencyMs = 50,
      ...fields
    }: Omit<EndpointErrorFields, 'endpoint'> & { latencyMs?: number }) {
      const error = new EndpointError({ ...fields, endpoint })
      const call: CallOutcome = { kind: 'failure', request: { method: 'm' }, error }
      health.learn({ endpoint, latencyMs, calls: [call], cors: undefined })
    },
  }
}
