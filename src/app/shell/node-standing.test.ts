import { describe, expect, it } from 'vitest'
import { statusOf } from '../../../test/fake-node.ts'
import type { NodeFacts } from '../../chain/node.ts'
import { EndpointError } from '../../rpc/errors.ts'
import { createHealth } from '../../rpc/health.ts'
import { nodeStateOf, noticeOfNode, toneOf } from './node-standing.ts'

const A = 'https://a.test'
const B = 'https://b.test'
const BLOCK_TIME = '2026-11-21T03:05:24Z'

describe('the standing of the node that was read', () => {
  it('is good while it keeps up, and nothing is said', () => {
    const { tell, health } = setup()
    tell(A, 100n)
    tell(B, 105n)
    expect(standing(factsOf({ latestHeight: 100n }), health.snapshots())).toEqual([
      'good',
      undefined,
    ])
  })

  it.each([
    [
      'it lags behind another endpoint of its chain',
      (tell: Tell) => {
        tell(A, 100n)
        tell(B, 112n)
      },
      {},
      `${A}: 12 blocks behind the others; what it shows is older than need be.`,
    ],
    [
      'the chain waits at an upgrade',
      (tell: Tell) => tell(A, 100n),
      { plan: { name: 'v3', height: 100n, info: '' } },
      `${A}: At the upgrade height 100; the chain waits for the new version.`,
    ],
    [
      'it catches up',
      (tell: Tell) => tell(A, 100n, { isCatchingUp: true }),
      {},
      `${A}: Still catching up with the chain; choose another endpoint.`,
    ],
  ])('is a warning when %s', (_, happen, more, notice) => {
    const { tell, health } = setup()
    happen(tell)
    expect(standing(factsOf({ latestHeight: 100n, ...more }), health.snapshots())).toEqual([
      'warn',
      notice,
    ])
  })

  it('is a warning when its newest block was old as it told of it, also where the clock stands still', () => {
    const { tell, health } = setup({ clock: '2026-11-21T03:15:24Z' })
    tell(A, 100n)
    const [tone, notice] = standing(factsOf({ latestHeight: 100n }), health.snapshots())
    expect(tone).toBe('warn')
    expect(notice).toContain('Its newest block is 10')
  })

  it('is a warning when its newest block lies ahead of this clock', () => {
    const { tell, health } = setup({ clock: '2026-11-21T03:00:24Z' })
    tell(A, 100n)
    expect(nodeStateOf(factsOf({ latestHeight: 100n }), health.snapshots())).toEqual({
      kind: 'ahead-of-clock',
      byMs: 300_000,
    })
  })

  it('does not call a node lagging or old that nobody has asked for ten minutes', () => {
    const { tell, health, pass } = setup()
    tell(A, 100n)
    pass(600_000)
    tell(B, 200n)
    expect(noticeOfNode(factsOf({ latestHeight: 100n }), health.snapshots())).toBeUndefined()
  })

  it('ends the halt as soon as the node tells of a later block', () => {
    const { tell, health } = setup()
    const facts = factsOf({ latestHeight: 100n, lastAppliedHeight: 100n })
    tell(A, 100n)
    expect(nodeStateOf(facts, health.snapshots())?.kind).toBe('halted')
    tell(A, 101n)
    expect(nodeStateOf(facts, health.snapshots())?.kind).toBe('ok')
  })

  it('shows the invisible in an address', () => {
    const { tell, health } = setup()
    const endpoint = 'https://a\u202e.test'
    tell(endpoint, 100n, { isCatchingUp: true })
    expect(noticeOfNode(factsOf({ latestHeight: 100n, endpoint }), health.snapshots())).toContain(
      '‹U+202E›',
    )
  })
})

describe('toneOf', () => {
  it('is bad where every endpoint fails, whatever was known before', () => {
    const { tell, fail, health } = setup()
    expect(toneOf(health.snapshots(), undefined)).toBe('none')
    tell(A, 100n)
    fail(A)
    expect(toneOf(health.snapshots(), { kind: 'catching-up' })).toBe('bad')
    tell(B, 100n)
    expect(toneOf(health.snapshots(), { kind: 'ok' })).toBe('warn')
  })
})

type Tell = ReturnType<typeof setup>['tell']

function standing(facts: NodeFacts, snapshots: Parameters<typeof toneOf>[0]) {
  return [toneOf(snapshots, nodeStateOf(facts, snapshots)), noticeOfNode(facts, snapshots)]
}

function setup({ clock = '2026-11-21T03:05:30Z' }: { clock?: string } = {}) {
  let nowMs = Date.parse('2026-11-21T03:05:30Z')
  const health = createHealth({ now: () => nowMs, clock: () => Date.parse(clock) })
  const request = { method: 'status' }
  return {
    health,
    pass(ms: number) {
      nowMs += ms
    },
    tell(endpoint: string, latestHeight: bigint, more: { isCatchingUp?: boolean } = {}) {
      const result = statusOf({ latestHeight, latestBlockTime: BLOCK_TIME, ...more })
      const calls = [{ kind: 'result', request, result } as const]
      health.learn({ endpoint, latencyMs: 50, calls, cors: undefined })
    },
    fail(endpoint: string) {
      const error = new EndpointError({ failure: { kind: 'unreachable' }, endpoint })
      const calls = [{ kind: 'failure', request, error } as const]
      health.learn({ endpoint, latencyMs: 50, calls, cors: undefined })
    },
  }
}

function factsOf(facts: Partial<NodeFacts>): NodeFacts {
  return {
    chainId: 'skydev-1',
    latestHeight: 100n,
    latestBlockTime: new Date(BLOCK_TIME),
    earliestHeight: 1n,
    txIndex: undefined,
    isCatchingUp: false,
    engineVersion: undefined,
    appVersion: undefined,
    plan: undefined,
    lastAppliedHeight: undefined,
    modules: undefined,
    endpoint: A,
    ...facts,
  }
}
