import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { parseLastReading } from './last-reading.ts'
import { type ArchivedProposal, createProposalArchive } from './proposal-archive.ts'

describe('createProposalArchive', () => {
  it('gives back on the next visit exactly the bytes it was given', async () => {
    const { row } = setup()
    await expect(createProposalArchive('chain-a').save([row], '345')).resolves.toBe(true)
    await expect(createProposalArchive('chain-a').load()).resolves.toEqual({
      proposals: [row],
      completeBelow: '345',
    })
  })

  it('keeps the bytes of a proposal alone, not the page they were read from', async () => {
    const { row } = setup()
    const page = new Uint8Array(100_000)
    await createProposalArchive('chain-h').save([{ ...row, bytes: page.subarray(5, 9) }], undefined)
    const [kept] = (await createProposalArchive('chain-h').load()).proposals
    expect(kept?.bytes.buffer.byteLength).toBe(4)
  })

  it('keeps chains apart, because ids repeat on every chain', async () => {
    const { row } = setup()
    await createProposalArchive('chain-b').save([row], undefined)
    await expect(createProposalArchive('chain-c').load()).resolves.toEqual({
      proposals: [],
      completeBelow: undefined,
    })
  })

  it('forgets one chain and leaves the others', async () => {
    const { row } = setup()
    await createProposalArchive('chain-d').save([row], undefined)
    await createProposalArchive('chain-e').save([row], undefined)
    await createProposalArchive('chain-d').clear()
    await expect(createProposalArchive('chain-d').load()).resolves.toEqual({
      proposals: [],
      completeBelow: undefined,
    })
    expect((await createProposalArchive('chain-e').load()).proposals).toHaveLength(1)
  })

  it('gives back how the list stood when it was last read, with bytes of its own', async () => {
    const { row } = setup()
    const page = new Uint8Array(100_000)
    const reading = {
      height: '500',
      timeMs: undefined,
      endpoint: 'https://last.test',
      open: [{ id: '6', bytes: page.subarray(5, 9) }],
      missing: ['5'],
      newestId: '6',
    }
    await createProposalArchive('chain-i').save([row], '5', reading)
    const kept = parseLastReading((await createProposalArchive('chain-i').load()).lastReading)
    expect(kept).toEqual(reading)
    expect(kept?.open[0]?.bytes.buffer.byteLength).toBe(4)
  })

  it('ignores rows another version left behind in a form this one does not know', async () => {
    const { row } = setup()
    const archive = createProposalArchive('chain-g')
    const { set, createStore } = await import('idb-keyval')
    await archive.save([row], undefined)
    await set('9', { id: 9, payload: 'old' }, createStore('skylight/chain-g', 'closed-proposals'))
    expect((await archive.load()).proposals.map(({ id }) => id)).toEqual(['1'])
  })
})

function setup(): { row: ArchivedProposal } {
  return {
    row: {
      id: '1',
      bytes: Uint8Array.of(8, 1),
      height: '27400494',
      timeMs: 1_795_230_320_000,
      endpoint: 'http://node.test',
    },
  }
}
