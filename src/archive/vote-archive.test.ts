import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { VotePicture } from '../domain/seen-votes.ts'
import { createVoteArchive } from './vote-archive.ts'

describe('createVoteArchive', () => {
  it('still has on the next visit what was seen on this one', async () => {
    await expect(createVoteArchive('chain-a').add(picture(353n, 10n))).resolves.toBe(true)
    await expect(createVoteArchive('chain-a').load(353n)).resolves.toMatchObject({
      proposalId: '353',
      lastHeight: '10',
      votes: [{ voter: 'akash1a', firstSeenAt: '10' }],
    })
  })

  it('adds to what was seen before instead of replacing it', async () => {
    const archive = createVoteArchive('chain-b')
    await archive.add(picture(353n, 10n, 'akash1a'))
    await archive.add(picture(353n, 20n, 'akash1b'))
    expect((await archive.load(353n))?.votes.map(({ voter }) => voter)).toEqual([
      'akash1a',
      'akash1b',
    ])
  })

  it('knows nothing of a proposal nobody looked at, and nothing of another chain', async () => {
    await createVoteArchive('chain-c').add(picture(353n, 10n))
    await expect(createVoteArchive('chain-c').load(354n)).resolves.toBeUndefined()
    await expect(createVoteArchive('chain-d').load(353n)).resolves.toBeUndefined()
  })

  it('keeps 300 proposals and lets go of those looked at longest ago', async () => {
    const archive = createVoteArchive('chain-e')
    for (let id = 1n; id <= 302n; id++) await archive.add(picture(id, 10n + id))
    expect(await archive.loadAll()).toHaveLength(300)
    await expect(archive.load(1n)).resolves.toBeUndefined()
    await expect(archive.load(302n)).resolves.toBeDefined()
  })
})

function picture(proposalId: bigint, height: bigint, voter = 'akash1a'): VotePicture {
  return {
    proposalId,
    height,
    time: new Date(Number(height) * 1_000),
    votes: [{ voter, options: [], metadata: '' }],
    validators: [],
    official: { yes: 0n, abstain: 0n, no: 0n, noWithVeto: 0n },
    bondedTokens: 0n,
  }
}
