import { describe, expect, it } from 'vitest'
import { statusOf } from '../../test/fake-node.ts'
import { abciRefusal, createFakeTransport } from '../../test/fake-transport.ts'
import { type NodeReport, readNode, standingOf } from './node-facts.ts'

const NOW = new Date('2026-11-21T03:05:26Z')

describe('readNode', () => {
  it('times the answer with the clock it is given', async () => {
    const times = [100, 350]
    await expect(readNode(node({}), () => times.shift() ?? 0)).resolves.toMatchObject({
      kind: 'answered',
      endpoint: 'http://node.test',
      latencyMs: 250,
    })
  })

  it('reports a node that fails, rather than failing', async () => {
    const transport = createFakeTransport(() => ({ hello: 'world' }))
    await expect(readNode(transport, () => 0)).resolves.toMatchObject({
      kind: 'failed',
      endpoint: 'http://node.test',
      failure: { kind: 'not-a-node' },
    })
  })
})

describe('standingOf', () => {
  it('measures lag against the best of the same chain alone', async () => {
    const behind = await answered({ latestHeight: 27_400_486n })
    const best = await answered({ latestHeight: 27_400_496n })
    const elsewhere = await answered({ chainId: 'other-1', latestHeight: 99_000_000n })
    expect(standingOf(behind, [behind, best, elsewhere], NOW)).toEqual({
      state: { kind: 'lagging', blocks: 10n },
      lag: 10n,
    })
    expect(standingOf(best, [behind, best, elsewhere], NOW)).toEqual({
      state: { kind: 'ok' },
      lag: 0n,
    })
  })
})

function node(facts: Parameters<typeof statusOf>[0]) {
  return createFakeTransport(({ method }) =>
    method === 'status' ? statusOf(facts) : abciRefusal(6, 'unknown query path'),
  )
}

async function answered(
  facts: Parameters<typeof statusOf>[0],
): Promise<Extract<NodeReport, { kind: 'answered' }>> {
  const report = await readNode(node(facts), () => 0)
  if (report.kind !== 'answered') throw new Error(report.failure.sentence)
  return report
}
