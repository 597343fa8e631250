import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import {
  type ChainEvent,
  type ChainEventStream,
  type ChainEventStreamState,
  createChainEvents,
} from '../../src/chain/events.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { createEventStreams } from '../../src/rpc/event-streams.ts'

let node: ReplayNode | undefined
let stream: ChainEventStream | undefined

afterEach(async () => {
  stream?.close()
  await node?.close()
})

describe('events of a recorded node', () => {
  it('are read to the last: every header, and every vote with its proposal and voter', async () => {
    const { events } = await listen('steady')
    await until(() => events.filter(({ kind }) => kind === 'votes').length === 18)
    await until(() => events.filter(({ kind }) => kind === 'block').length === 14)
    const heights = events.flatMap((event) => (event.kind === 'block' ? [event.height] : []))
    expect(heights).toEqual(heights.map((_, index) => 27_400_346n + BigInt(index)))
    const votes = events.flatMap((event) => (event.kind === 'votes' ? event.votes : []))
    expect(votes[0]).toEqual({
      proposalId: 354n,
      voter: 'akash14jetgtmfup6xeupt6ssamuxntashmmzvgut3r6',
    })
    expect(votes).toHaveLength(18)
    // One of them voted twice.
    expect(new Set(votes.map(({ voter }) => voter)).size).toBe(17)
  })

  it('end with the node: what it cancels is asked for again', async () => {
    const { states } = await listen('halt', true)
    await until(() => states.some(({ kind }) => kind === 'waiting'))
    expect(states.find(({ kind }) => kind === 'waiting')).toMatchObject({
      failure: {
        kind: 'cancelled',
        reason: 'Server error subscription was canceled (reason: CometBFT exited)',
      },
      sentence: `${node?.url} cancelled the subscription.`,
    })
  })

  it('stay away from a halted chain, whose socket stays open', async () => {
    const { states, events } = await listen('halt')
    await until(() => states.at(-1)?.kind === 'silent')
    expect(events.at(-1)).toMatchObject({ kind: 'block', height: 27_400_604n })
  })
})

async function listen(scene: string, replayEnd = false) {
  node = await startReplayNode({
    scene: join(import.meta.dirname, '..', 'recordings', scene),
    pace: { eventEveryMs: 2, replayEnd },
  })
  const streams = createEventStreams([{ url: node.url }], {
    WebSocket,
    silence: { expectedGapMs: 20, shortestMs: 300 },
  })
  const events: ChainEvent[] = []
  const states: ChainEventStreamState[] = []
  for (const open of streams) {
    stream = createChainEvents(open)({
      onEvent: (event) => events.push(event),
      onState: (state) => states.push(state),
    })
    stream.resume()
  }
  return { events, states }
}

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 10_000, interval: 5 }).toBe(true)
}
