import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import type { VotePicture } from '../domain/seen-votes.ts'
import { createEmptyVoteArchive, createVoteArchive } from './vote-archive.ts'

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
    await expect(archive.load(353n)).resolves.toMatchObject({
      votes: [{ voter: 'akash1a' }, { voter: 'akash1b' }],
    })
  })

  it('knows nothing of a proposal nobody looked at, and nothing of another chain', async () => {
    await createVoteArchive('chain-c').add(picture(353n, 10n))
    await expect(createVoteArchive('chain-c').load(354n)).resolves.toBeUndefined()
    await expect(createVoteArchive('chain-d').load(353n)).resolves.toBeUndefined()
  })

  it('does not say that nothing was seen where the browser keeps nothing', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('storage is blocked', 'SecurityError')
    })
    const archive = createVoteArchive('chain-blocked')
    await expect(archive.load(353n)).resolves.toBe('not-kept')
    await expect(createEmptyVoteArchive().load(353n)).resolves.toBe('not-kept')
    open.mockRestore()
  })

  it('keeps 300 proposals and lets go of those looked at longest ago', async () => {
    const archive = createVoteArchive('chain-e')
    for (let id = 1n; id <= 302n; id++) await archive.add(picture(id, 10n + id))
    expect(await archive.loadAll()).toHaveLength(300)
    await expect(archive.load(1n)).resolves.toBeUndefined()
    await expect(archive.load(302n)).resolves.toBeDefined()
  })

  it('reads what is kept of other proposals only when something has to go', async () => {
    const archive = createVoteArchive('chain-f')
    const reads = vi.spyOn(IDBObjectStore.prototype, 'getAll')
    await archive.add(picture(353n, 10n))
    await archive.add(picture(354n, 10n))
    expect(reads).not.toHaveBeenCalled()
    await archive.loadAll()
    expect(reads).toHaveBeenCalledOnce()
    reads.mockRestore()
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
