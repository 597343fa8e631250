import { describe, expect, it } from 'vitest'
import {
  classifyEndpointState,
  computeLag,
  describeEndpointState,
  type EndpointState,
} from './endpoint-state.ts'
import { createHealth, type EndpointHealth } from './health.ts'

const seen = 1_000_000

describe('computeLag', () => {
  it('is the distance to the best peer of the same chain', () => {
    const own = healthOf(100n)
    expect(computeLag(own, [own, healthOf(107n), healthOf(103n)])).toBe(7n)
    expect(computeLag(own, [own, { ...healthOf(500n), facts: { latestHeight: 500n } }])).toBe(0n)
  })

  it('does not count blocks a peer told of later, for this endpoint may have come as far', () => {
    expect(computeLag(healthOf(100n), [healthOf(107n, seen + 5_001)])).toBe(0n)
    expect(computeLag(healthOf(100n), [healthOf(107n, seen + 5_000)])).toBe(7n)
    expect(computeLag(healthOf(100n), [healthOf(107n, seen - 60_000)])).toBe(7n)
  })

  it('is unknown for an endpoint that never told its height', () => {
    const { health } = { health: createHealth().snapshot('a') }
    expect(computeLag(health, [healthOf(107n)])).toBeUndefined()
  })
})

describe('classifyEndpointState', () => {
  const ok = healthOf(100n)

  it.each<[string, EndpointHealth, EndpointState]>([
    ['nothing heard', createHealth().snapshot('a'), { kind: 'unknown' }],
    ['all well', ok, { kind: 'ok' }],
    ['a little behind, as blocks come', healthOf(95n), { kind: 'ok' }],
    ['far behind', healthOf(94n), { kind: 'lagging', blocks: 6n }],
    [
      'an old block with nobody ahead, as on a halted chain or a replay',
      { ...ok, blockAgeMs: 60_001 },
      { kind: 'stale', ageMs: 60_001 },
    ],
    [
      'an old block while others are ahead',
      { ...healthOf(50n), blockAgeMs: 60_001 },
      { kind: 'lagging', blocks: 50n },
    ],
    [
      'still syncing',
      { ...healthOf(50n), facts: { ...ok.facts, isCatchingUp: true } },
      { kind: 'catching-up' },
    ],
    [
      'another chain',
      { ...ok, facts: { ...ok.facts, chainId: 'cosmoshub-4' } },
      { kind: 'wrong-chain', expected: 'akashnet-2', actual: 'cosmoshub-4' },
    ],
    [
      'failing, which outweighs all it said before',
      {
        ...ok,
        failuresInARow: 1,
        lastFailure: { kind: 'server-error', sentence: 'It failed.', atMs: seen },
      },
      { kind: 'failing', failure: 'server-error', sentence: 'It failed.' },
    ],
  ])('sorts %s', (_, health, state) => {
    const peers = [ok, health]
    expect(classifyEndpointState(health, peers, { expectedChainId: 'akashnet-2' })).toEqual(state)
  })

  it('calls no chain wrong as long as none is expected', () => {
    expect(classifyEndpointState(ok, [])).toEqual({ kind: 'ok' })
  })
})

describe('describeEndpointState', () => {
  it.each<[EndpointState, string]>([
    [{ kind: 'unknown' }, 'Not asked yet.'],
    [{ kind: 'ok' }, 'Answers and keeps up.'],
    [{ kind: 'lagging', blocks: 9n }, 'Answers, but is 9 blocks behind the others.'],
    [
      { kind: 'stale', ageMs: 90_000 },
      'Answers; its newest block was 2 min old, and no other node is ahead.',
    ],
    [
      { kind: 'stale', ageMs: 3 * 3_600_000 },
      'Answers; its newest block was 3 h old, and no other node is ahead.',
    ],
    [
      { kind: 'stale', ageMs: 100 * 3_600_000 },
      'Answers; its newest block was 4 days old, and no other node is ahead.',
    ],
    [{ kind: 'catching-up' }, 'Answers, but is still catching up with the chain.'],
    [
      { kind: 'wrong-chain', expected: 'akashnet-2', actual: 'cosmoshub-4' },
      'Is a node of cosmoshub-4, not of akashnet-2.',
    ],
    [{ kind: 'failing', failure: 'html', sentence: 'It sent a web page.' }, 'It sent a web page.'],
  ])('has a sentence for %o', (state, sentence) => {
    expect(describeEndpointState(state)).toBe(sentence)
  })
})

function healthOf(latestHeight: bigint, heightSeenAtMs = seen): EndpointHealth {
  return {
    ...createHealth().snapshot('https://rpc.example.org'),
    lastSuccessAtMs: seen,
    facts: { chainId: 'akashnet-2', latestHeight },
    heightSeenAtMs,
    blockAgeMs: 2_000,
  }
}
