import { join } from 'node:path'
import { QueryClient } from '@tanstack/react-query'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyVoteArchive } from '../../src/archive/vote-archive.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import type { VotePicture } from '../../src/domain/seen-votes.ts'
import type { Chain } from '../../src/queries/chain.ts'
import { readProposalDetail } from '../../src/queries/proposal-detail.ts'
import { readVotes, votesQuery } from '../../src/queries/votes.ts'
import { connectTo } from './reading.ts'
import { RECORDINGS } from './recorded-proposals.ts'

let node: ReplayNode
beforeAll(async () => {
  node = await startReplayNode({ scene: join(RECORDINGS, 'steady') })
})
afterAll(() => node.close())

describe('the first view of an open vote', () => {
  it('takes three requests one after another at most: height, proposal, votes', async () => {
    const { fetch, depth } = measureDepth()
    const chain = connectTo(node.url, { connection: { http: { fetch } } })
    const view = await readVotes(chain, await readFound(chain, 353n))
    expect(view.votes).toHaveLength(82)
    expect(depth()).toBeGreaterThan(0)
    expect(depth()).toBeLessThanOrEqual(3)
  })
})

describe('keeping what was seen of a vote', () => {
  it('waits until the page has time, while the view is there at once', async () => {
    const kept: VotePicture[] = []
    let haveTime: () => void = () => undefined
    const idle = new Promise<void>((resolve) => {
      haveTime = resolve
    })
    let done: () => void = () => undefined
    const isKept = new Promise<void>((resolve) => {
      done = resolve
    })
    const chain: Chain = {
      ...connectTo(node.url),
      whenIdle: () => idle,
      openVoteArchive: async () => ({
        ...createEmptyVoteArchive(),
        async add(picture) {
          kept.push(picture)
          done()
          return true
        },
      }),
    }
    const view = await new QueryClient().fetchQuery(votesQuery(chain, await readFound(chain, 353n)))
    await settle()
    expect([view.votes.length, kept.length]).toEqual([82, 0])
    haveTime()
    await isKept
    expect(kept.map(({ proposalId, votes }) => [proposalId, votes.length])).toEqual([[353n, 82]])
  })

  it('is no concern of the view when the browser refuses to keep anything', async () => {
    const unhandled: unknown[] = []
    const note = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', note)
    let opened = 0
    const chain: Chain = {
      ...connectTo(node.url),
      openVoteArchive: () => {
        opened += 1
        return Promise.reject(new Error('no storage'))
      },
    }
    const view = await new QueryClient().fetchQuery(votesQuery(chain, await readFound(chain, 353n)))
    await settle()
    process.off('unhandledRejection', note)
    expect([view.votes.length, opened, unhandled.length]).toEqual([82, 1, 0])
  })
})

/** Whatever follows from promises that are settled has happened. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
}

async function readFound(chain: Chain, id: bigint) {
  const detail = await readProposalDetail(chain, id)
  if (detail.kind !== 'found') throw new Error(`proposal ${id} was not found`)
  return detail
}

/** A fetch that knows how many requests followed one another: one begun after another's answer is one deeper. */
function measureDepth() {
  let answered = 0
  const measured: typeof globalThis.fetch = async (input, init) => {
    const own = answered + 1
    const response = await globalThis.fetch(input, init)
    answered = Math.max(answered, own)
    return response
  }
  return { fetch: measured, depth: () => answered }
}
