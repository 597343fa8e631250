import { describe, expect, it } from 'vitest'
import { statusOf } from '../../test/fake-node.ts'
import type { CallOutcome } from './attempt.ts'
import { EndpointError, type EndpointErrorFields } from './errors.ts'
import { createHealth } from './health.ts'
import { healthOf } from './health-of.ts'

const A = 'https://a.test'
const B = 'https://b.test'
const START = Date.parse('2026-11-21T08:00:00Z')

describe('what happened with an endpoint', () => {
  it('begins with its first answer, and goes on being one event while it answers', () => {
    const { succeed, events } = setup()
    succeed()
    succeed()
    expect(events()).toEqual([{ kind: 'first-answer', atMs: START }])
  })

  it('counts failures of one kind in a row as one event, so that a dead node does not fill the log', () => {
    const { fail, pass, events } = setup()
    fail({ failure: { kind: 'unreachable' } })
    pass(10_000)
    fail({ failure: { kind: 'unreachable' } })
    expect(events()).toEqual([
      {
        kind: 'failed',
        atMs: START,
        failure: 'unreachable',
        sentence: `${A} cannot be reached; check the address or use another endpoint.`,
        times: 2,
        lastAtMs: START + 10_000,
        // The second failure in a row: 4 s after it.
        restsUntilMs: START + 14_000,
        isByItself: false,
      },
    ])
  })

  it('tells a failure of another kind on its own, and the recovery with how long it took from the first', () => {
    const { succeed, fail, pass, events } = setup()
    succeed()
    pass(1_000)
    fail({ failure: { kind: 'timeout', timeoutMs: 10_000 } })
    pass(5_000)
    fail({ failure: { kind: 'server-error' } })
    pass(7_000)
    succeed()
    expect(events().map(({ kind }) => kind)).toEqual([
      'first-answer',
      'failed',
      'failed',
      'recovered',
    ])
    expect(events().at(-1)).toEqual({
      kind: 'recovered',
      atMs: START + 13_000,
      failedForMs: 12_000,
    })
  })

  it('says that a pause was asked for by the endpoint itself', () => {
    const { fail, events } = setup()
    fail({ failure: { kind: 'rate-limited' }, retryAfterMs: 60_000 })
    expect(events()).toMatchObject([{ restsUntilMs: START + 60_000, isByItself: true }])
  })

  it('tells that an endpoint has become one of another chain', () => {
    const { succeed, events } = setup()
    succeed('one-1')
    succeed('two-1')
    expect(events().at(-1)).toEqual({
      kind: 'chain-changed',
      atMs: START,
      from: 'one-1',
      to: 'two-1',
    })
  })

  it('keeps the first event and the last nineteen', () => {
    const { succeed, fail, events } = setup()
    succeed()
    for (let round = 0; round < 20; round += 1) {
      fail({ failure: { kind: 'server-error' } })
      succeed()
    }
    expect(events()).toHaveLength(20)
    expect(events()[0]?.kind).toBe('first-answer')
    expect(events().at(-1)?.kind).toBe('recovered')
  })
})

describe('healthOf', () => {
  it('lists only its own endpoints, and the same list until one of them changes', () => {
    const { health, succeed } = setup()
    const own = healthOf(health, [A])
    succeed()
    const listed = own.snapshots()
    expect(listed.map(({ endpoint }) => endpoint)).toEqual([A])
    succeed('one-1', B)
    expect(own.snapshots()).toBe(listed)
    succeed()
    expect(own.snapshots()).not.toBe(listed)
  })

  it('shares what is known, so that another list of the same endpoints starts with it', () => {
    const { health, succeed } = setup()
    succeed('one-1')
    expect(healthOf(health, [A, B]).snapshot(A).facts.chainId).toBe('one-1')
  })
})

function setup() {
  let nowMs = START
  const health = createHealth({ now: () => nowMs })
  return {
    health,
    events: () => health.snapshot(A).events,
    pass(ms: number) {
      nowMs += ms
    },
    succeed(chainId = 'one-1', endpoint = A) {
      const request = { method: 'status' }
      const call: CallOutcome = { kind: 'result', request, result: statusOf({ chainId }) }
      health.learn({ endpoint, latencyMs: 0, calls: [call], cors: undefined })
    },
    fail(fields: Omit<EndpointErrorFields, 'endpoint'>) {
      const error = new EndpointError({ ...fields, endpoint: A })
      const call: CallOutcome = { kind: 'failure', request: { method: 'm' }, error }
      health.learn({ endpoint: A, latencyMs: 0, calls: [call], cors: undefined })
    },
  }
}
