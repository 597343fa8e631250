import { describe, expect, it } from 'vitest'
import { statusOf } from '../../test/fake-node.ts'
import { abciRefusal, createFakeTransport } from '../../test/fake-transport.ts'
import type { NodeHealthSnapshot } from '../chain/node-health.ts'
import { forkOf } from './node-agreement.ts'
import { computeNodeRows, type NodeRowsParts } from './node-rows.ts'
import { type PeerReport, readPeer } from './peer-report.ts'
import { EMPTY_HEALTH } from './testing/empty-health.ts'

const NOW = new Date('2026-11-21T03:05:26Z')
const NOW_MS = 1_000_000

describe('computeNodeRows', () => {
  it('says of each endpoint how it stands to the others', async () => {
    const rows = await rowsOf([
      { latestHeight: 27_400_496n },
      { latestHeight: 27_400_396n, earliestHeight: 27_400_300n, txIndex: 'off' },
    ])
    expect(rows[0]).toMatchObject({ tone: 'good', state: 'ok', sentence: 'Up to date.', lag: 0n })
    expect(rows[1]).toMatchObject({ tone: 'warn', state: 'lagging', lag: 100n })
    expect(rows[1]?.sentence).toContain('100 blocks behind the others')
    expect(rows[1]?.missing.map(({ kind }) => kind)).toEqual(['history', 'index'])
  })

  it('uses no figure of a node of another chain, not even to measure the lag of the others', async () => {
    const rows = await rowsOf([{}, { chainId: 'other-1', latestHeight: 99_000_000n }])
    expect(rows[0]).toMatchObject({ state: 'ok', lag: 0n })
    expect(rows[1]).toMatchObject({
      tone: 'bad',
      state: 'wrong-chain',
      sentence: 'A node of other-1, not of skydev-1; none of its figures are used.',
      lag: undefined,
      agreement: { kind: 'none' },
    })
  })

  it('keeps what a node told before it failed, marked as of then', async () => {
    const [answered] = await reportsOf([{}])
    const failing = {
      name: 'https://n0.test',
      transport: createFakeTransport(() => ({ hello: 'world' })),
    }
    const report = await readPeer(failing, { retryNotBeforeMs: undefined }, answered, () => NOW_MS)
    const [row] = computeNodeRows(partsOf([report]))
    expect(row).toMatchObject({
      tone: 'bad',
      state: 'not-a-node',
      isCurrent: false,
      lag: undefined,
    })
    expect(row?.answered?.facts.latestHeight).toBe(27_400_496n)
  })

  it('does not ask a node that wants to be left alone, and says for how long', async () => {
    let asked = 0
    const transport = createFakeTransport(() => {
      asked += 1
      return {}
    })
    const health = { retryNotBeforeMs: NOW_MS + 40_000 }
    const report = await readPeer(
      { name: 'https://n0.test', transport },
      health,
      undefined,
      () => NOW_MS,
    )
    expect(asked).toBe(0)
    expect(computeNodeRows(partsOf([report]))[0]).toMatchObject({
      tone: 'warn',
      state: 'rate-limited',
      sentence: 'It limits requests and asked not to be called for 40 s more.',
    })
  })

  it('knows nothing before the first answer, and says so', () => {
    expect(computeNodeRows(partsOf([undefined]))[0]).toMatchObject({
      tone: 'none',
      state: 'asking',
      missing: [],
      answered: undefined,
    })
  })

  it('claims no missing permission for pages where this server forwards', async () => {
    const reports = await reportsOf([{}])
    const parts = partsOf(reports, { cors: 'refused' })
    expect(computeNodeRows(parts)[0]?.missing.map(({ kind }) => kind)).toContain('pages')
    const forwarded = parts.peers.map((peer) => ({ ...peer, isForwarded: true }))
    const [row] = computeNodeRows({ ...parts, peers: forwarded })
    expect(row?.cors).toBe('forwarded')
    expect(row?.missing.map(({ kind }) => kind)).not.toContain('pages')
  })
})

describe('forkOf', () => {
  const answer = (endpoint: string, mark: string) => ({ endpoint, mark })

  it('is no alarm while all tell the same block, or only one tells any', () => {
    expect(
      forkOf({ height: 9n, answers: [answer('a', 'X Y'), answer('b', 'X Y')] }),
    ).toBeUndefined()
    expect(forkOf({ height: 9n, answers: [answer('a', 'X Y')] })).toBeUndefined()
  })

  it('tells both sides with their hashes', () => {
    const fork = forkOf({ height: 9n, answers: [answer('a', 'AB CD'), answer('b', 'AB EF')] })
    expect(fork?.answers).toEqual([
      { value: 'after block AB…, with state CD…', endpoints: ['a'] },
      { value: 'after block AB…, with state EF…', endpoints: ['b'] },
    ])
  })
})

type Facts = Parameters<typeof statusOf>[0]

function reportsOf(nodes: readonly Facts[]): Promise<readonly PeerReport[]> {
  return Promise.all(
    nodes.map((facts, index) =>
      readPeer(
        {
          name: `https://n${index}.test`,
          transport: createFakeTransport(({ method }) =>
            method === 'status' ? statusOf(facts) : abciRefusal(6, 'unknown query path'),
          ),
        },
        { retryNotBeforeMs: undefined },
        undefined,
        () => NOW_MS,
      ),
    ),
  )
}

async function rowsOf(nodes: readonly Facts[]) {
  return computeNodeRows(partsOf(await reportsOf(nodes)))
}

function partsOf(
  reports: readonly (PeerReport | undefined)[],
  health: Partial<NodeHealthSnapshot> = {},
): NodeRowsParts {
  return {
    peers: reports.map((_, index) => ({ name: `https://n${index}.test`, isForwarded: false })),
    reports,
    sockets: [],
    health: (endpoint) => ({ ...EMPTY_HEALTH, endpoint, ...health }),
    comparison: undefined,
    expectedChainId: undefined,
    now: NOW,
    nowMs: NOW_MS,
  }
}
