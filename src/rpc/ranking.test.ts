import { describe, expect, it } from 'vitest'
import { createHealth, type EndpointHealth } from './health.ts'
import { bestHeightFor, isSureToRefuse, rankEndpoints, scoreEndpoint } from './ranking.ts'

const now = 1_000_000

describe('scoreEndpoint', () => {
  it.each([
    // 0.7 * stability + 0.3 / (1 + mean seconds), in tenths
    ['not heard of: 0.7 + 0.3 / 1.25 = 0.94', [], 0.9],
    ['always quick: 0.7 + 0.3 / 1.05 = 0.99', ['50', '50'], 1],
    ['always slow: 0.7 + 0.3 / 5 = 0.76', ['4000', '4000'], 0.8],
    ['half failing: 0.35 + 0.3 / 1.05 = 0.64', ['50', 'x'], 0.6],
    ['always failing: 0 + 0.3 / 1.25 = 0.24', ['x', 'x'], 0.2],
  ])('%s', (_, samples, score) => {
    expect(scoreEndpoint(healthOf({ samples }), now)).toBe(score)
  })

  it('forgets samples of five minutes ago, or a demoted endpoint would never come back', () => {
    const health = healthOf({ samples: ['x', 'x'] })
    expect(scoreEndpoint(health, now + 300_000)).toBe(0.2)
    expect(scoreEndpoint(health, now + 300_001)).toBe(0.9)
  })
})

describe('isSureToRefuse', () => {
  const block = (height: string) => ({ method: 'block', params: { height } })

  it('knows a pruned block, but nothing of state, which reaches back another distance', () => {
    const health = healthOf({ facts: { earliestHeight: 100n } })
    expect(isSureToRefuse(health, block('99'))).toBe(true)
    expect(isSureToRefuse(health, block('100'))).toBe(false)
    expect(isSureToRefuse(health, { method: 'block' })).toBe(false)
    expect(isSureToRefuse(health, { method: 'abci_query', params: { height: '99' } })).toBe(false)
    expect(isSureToRefuse(healthOf({}), block('1'))).toBe(false)
  })

  it('knows a search without an index', () => {
    const search = { method: 'tx_search' }
    expect(isSureToRefuse(healthOf({ facts: { hasTxIndex: false } }), search)).toBe(true)
    expect(isSureToRefuse(healthOf({ facts: { hasTxIndex: true } }), search)).toBe(false)
    expect(isSureToRefuse(healthOf({}), search)).toBe(false)
  })
})

describe('rankEndpoints', () => {
  const rank = (list: readonly EndpointHealth[], method = 'status') =>
    rankEndpoints(list, (one) => one, { method }, now).map(({ endpoint }) => endpoint)

  it("keeps the reader's order among those that do about equally well", () => {
    const a = healthOf({ endpoint: 'a', samples: ['90', '100'] })
    const b = healthOf({ endpoint: 'b', samples: ['40', '50'] })
    expect(rank([a, b])).toEqual(['a', 'b'])
  })

  it('puts a clearly quicker or steadier endpoint first', () => {
    const slow = healthOf({ endpoint: 'slow', samples: ['4000'] })
    const shaky = healthOf({ endpoint: 'shaky', samples: ['50', 'x'] })
    const good = healthOf({ endpoint: 'good', samples: ['50'] })
    expect(rank([shaky, slow, good])).toEqual(['good', 'slow', 'shaky'])
  })

  it('asks an endpoint known to be behind its chain after the others, however quick it is', () => {
    const told = (endpoint: string, latestHeight: bigint, atMs = now, more = {}) =>
      healthOf({
        endpoint,
        samples: [endpoint.startsWith('quick') ? '50' : '4000'],
        facts: { chainId: 'a-1', latestHeight, ...more },
        heightSeenAtMs: atMs,
      })
    const best = told('best', 106n)
    expect(rank([told('quick and 6 behind', 100n), best])).toEqual(['best', 'quick and 6 behind'])
    expect(rank([told('quick and 5 behind', 101n), best])[0]).toBe('quick and 5 behind')
    expect(rank([told('quick, catching up', 106n, now, { isCatchingUp: true }), best])[0]).toBe(
      'best',
    )
    // Of another chain, heights say nothing.
    expect(rank([told('quick elsewhere', 1n, now, { chainId: 'b-1' }), best])[0]).toBe(
      'quick elsewhere',
    )
    // The chain has moved on since.
    expect(rank([told('quick, heard 31 s ago', 100n, now - 30_001), best])[0]).toBe(
      'quick, heard 31 s ago',
    )
    // Old word: it is given another chance.
    const old = now - 300_001
    expect(rank([told('quick long ago', 100n, old), told('best', 106n, old)])[0]).toBe(
      'quick long ago',
    )
  })

  it('asks one that tells of blocks from the future after the others, which are not behind for that', () => {
    const told = (endpoint: string, latestHeight: bigint, blockAgeMs: number) =>
      healthOf({
        endpoint,
        samples: ['50'],
        facts: { chainId: 'a-1', latestHeight },
        heightSeenAtMs: now,
        blockAgeMs,
      })
    const ahead = told('ahead', 200n, -600_000)
    const usual = told('usual', 100n, 6_000)
    expect(rank([ahead, usual])).toEqual(['usual', 'ahead'])
    expect(bestHeightFor(usual, [ahead, usual])).toBe(100n)
    // All ahead alike: the clock of the device is slow, and the one behind the others is behind.
    const slow = told('behind', 190n, -540_000)
    expect(rank([slow, ahead])).toEqual(['ahead', 'behind'])
  })

  it('asks an endpoint that cannot know before one that rests, and both after the rest', () => {
    const resting = healthOf({ endpoint: 'resting', samples: ['50'], restsUntilMs: now + 1 })
    const blind = healthOf({ endpoint: 'blind', facts: { hasTxIndex: false } })
    const rested = healthOf({ endpoint: 'rested', samples: ['x'], restsUntilMs: now })
    expect(rank([resting, blind, rested], 'tx_search')).toEqual(['rested', 'blind', 'resting'])
  })
})

/** Samples are latencies in milliseconds, `x` for a failure. */
function healthOf({
  endpoint = 'https://rpc.example.org',
  samples = [],
  ...rest
}: Partial<Omit<EndpointHealth, 'samples'>> & { samples?: readonly string[] }): EndpointHealth {
  return {
    ...createHealth().snapshot(endpoint),
    samples: samples.map((latency) => ({
      atMs: now,
      isOk: latency !== 'x',
      latencyMs: latency === 'x' ? 10 : Number(latency),
    })),
    ...rest,
  }
}
