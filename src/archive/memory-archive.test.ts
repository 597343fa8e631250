import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { createMemoryProposalArchive } from './memory-proposal-archive.ts'
import { createMemoryVoteArchive } from './memory-vote-archive.ts'

const ROW = {
  id: '1',
  bytes: Uint8Array.of(8, 1),
  height: '5',
  timeMs: 1,
  endpoint: 'https://archive.demo.invalid',
}

const PICTURE = {
  proposalId: 7n,
  height: 10n,
  time: new Date(3),
  votes: [],
  validators: [],
  official: { yes: 1n, abstain: 0n, no: 0n, noWithVeto: 0n },
  bondedTokens: 5n,
}

describe('archives of a page alone', () => {
  it('give back what they were given, and forget it when told to', async () => {
    const archive = createMemoryProposalArchive()
    await expect(archive.save([ROW], '2')).resolves.toBe(true)
    await expect(archive.load()).resolves.toEqual({ proposals: [ROW], completeBelow: '2' })
    await archive.clear()
    await expect(archive.load()).resolves.toEqual({ proposals: [], completeBelow: undefined })
  })

  it('add up what was seen of a vote, as those that last do', async () => {
    const archive = createMemoryVoteArchive()
    await archive.add(PICTURE)
    await archive.add({ ...PICTURE, height: 12n, bondedTokens: 6n })
    await archive.add({ ...PICTURE, proposalId: 8n, time: new Date(9) })
    await expect(archive.load(7n)).resolves.toMatchObject({ lastHeight: '12', bondedTokens: '6' })
    await expect(archive.load(9n)).resolves.toBeUndefined()
    const all = await archive.loadAll()
    expect(all.map(({ proposalId }) => proposalId)).toEqual(['8', '7'])
  })

  it('leave nothing in the browser', async () => {
    await createMemoryProposalArchive().save([ROW], '2')
    await createMemoryVoteArchive().add(PICTURE)
    expect(await indexedDB.databases()).toEqual([])
  })
})
