import { Proposal, ProposalStatus } from 'cosmjs-types/cosmos/gov/v1/gov'
import { describe, expect, it } from 'vitest'
import type { ArchivedProposal, ProposalArchive } from '../archive/proposal-archive.ts'
import { decodeProposal, type ReadProposal } from '../chain/gov-proposal.ts'
import { keepClosed } from './keep-closed.ts'
import { isSameBytes, loadKept } from './kept-proposals.ts'

const { PROPOSAL_STATUS_PASSED, PROPOSAL_STATUS_VOTING_PERIOD } = ProposalStatus
const SOURCE = {
  chainId: 'skydev-1',
  height: 100n,
  time: new Date(5),
  endpoint: 'http://node.test',
  query: '/cosmos.gov.v1.Query/Proposals',
}

describe('keepClosed', () => {
  it('keeps what can change no more and says from where on it must be read again', async () => {
    const { archive, saved } = setup()
    const list = [read(5n), read(4n, PROPOSAL_STATUS_VOTING_PERIOD), read(2n), read(1n)]
    await keepClosed(archive, list, undefined, SOURCE)
    expect(saved).toEqual([{ ids: ['5', '2', '1'], completeBelow: '4' }])
  })

  it('keeps beside them how the rest stood, for when no node can be read', async () => {
    const { archive, readings } = setup()
    const open = read(4n, PROPOSAL_STATUS_VOTING_PERIOD)
    const long = read(3n, PROPOSAL_STATUS_VOTING_PERIOD, 'x'.repeat(600_000))
    await keepClosed(archive, [read(5n), open, long, read(2n)], undefined, SOURCE)
    expect(readings).toEqual([
      {
        height: '100',
        timeMs: 5,
        endpoint: 'http://node.test',
        open: [{ id: '4', bytes: open.bytes }],
        missing: ['3'],
        newestId: '5',
      },
    ])
  })

  it('is complete up to the newest where all are closed', async () => {
    const { archive, saved } = setup()
    await keepClosed(archive, [read(5n), read(2n)], undefined, SOURCE)
    expect(saved[0]?.completeBelow).toBe('6')
  })

  it('keeps none that could not be read, and reads on from there next time', async () => {
    const { archive, saved } = setup()
    const unreadable: ReadProposal = {
      row: { kind: 'unreadable', id: 3n, reason: 'cut', bytes: undefined },
      bytes: undefined,
    }
    await keepClosed(archive, [read(5n), unreadable, read(2n)], undefined, SOURCE)
    expect(saved).toEqual([{ ids: ['5', '2'], completeBelow: '3' }])
  })

  it('keeps no text so long that strangers could fill the disk', async () => {
    const { archive, saved } = setup()
    const long = read(5n, PROPOSAL_STATUS_PASSED, 'x'.repeat(600_000))
    await keepClosed(archive, [long, read(2n)], undefined, SOURCE)
    expect(saved).toEqual([{ ids: ['2'], completeBelow: '5' }])
  })

  it('does not write again what was there, whose source is another', async () => {
    const { archive, saved } = setup()
    const kept = [read(2n), read(1n)]
    const canary = read(2n)
    await keepClosed(
      archive,
      [read(3n), ...kept],
      { proposals: kept, readFrom: 3n, canary },
      SOURCE,
    )
    expect(saved).toEqual([{ ids: ['3'], completeBelow: '4' }])
  })
})

describe('loadKept', () => {
  it('gives the newest kept below the first doubtful id as canary', async () => {
    const { archive } = setup([1n, 2n, 5n], '4')
    await expect(loadKept(archive)).resolves.toMatchObject({
      readFrom: 4n,
      canary: { row: { id: 2n } },
      proposals: [{ row: { id: 1n } }, { row: { id: 2n } }, { row: { id: 5n } }],
    })
  })

  it.each<[string, bigint[], string | undefined]>([
    ['the list was never read to its end', [1n], undefined],
    ['what is noted is no id', [1n], '-4'],
    ['nothing stands below the first doubtful id', [5n], '4'],
    ['nothing was kept', [], '4'],
  ])('gives nothing where %s', async (_, ids, completeBelow) => {
    await expect(loadKept(setup(ids, completeBelow).archive)).resolves.toBeUndefined()
  })

  it('gives nothing where one of them does not decode: then all of it is in doubt', async () => {
    const { archive } = setup([1n], '4')
    const load = async () => {
      const kept = await archive.load()
      const broken = { ...archived(3n), bytes: Uint8Array.of(8, 3, 0x12, 0x7f) }
      return { ...kept, proposals: [...kept.proposals, broken] }
    }
    await expect(loadKept({ ...archive, load })).resolves.toBeUndefined()
  })
})

describe('isSameBytes', () => {
  it.each([
    [[1, 2], [1, 2], true],
    [[1, 2], [1, 3], false],
    [[1], [1, 2], false],
  ])('compares %j and %j', (a, b, isSame) => {
    expect(isSameBytes(Uint8Array.from(a), Uint8Array.from(b))).toBe(isSame)
    expect(isSameBytes(undefined, Uint8Array.from(b))).toBe(false)
  })
})

function setup(ids: readonly bigint[] = [], completeBelow?: string) {
  const saved: { ids: readonly string[]; completeBelow: string | undefined }[] = []
  const readings: unknown[] = []
  const archive: ProposalArchive = {
    load: () => Promise.resolve({ proposals: ids.map(archived), completeBelow }),
    save(proposals, below, reading) {
      readings.push(reading)
      saved.push({ ids: proposals.map(({ id }) => id), completeBelow: below })
      return Promise.resolve(true)
    },
    clear: () => Promise.resolve(),
  }
  return { archive, saved, readings }
}

function archived(id: bigint): ArchivedProposal {
  const bytes = encode(id, PROPOSAL_STATUS_PASSED, '')
  return { id: id.toString(), bytes, height: '90', timeMs: 1, endpoint: 'http://other.test' }
}

function read(id: bigint, status = PROPOSAL_STATUS_PASSED, summary = ''): ReadProposal {
  const bytes = encode(id, status, summary)
  return { row: decodeProposal(bytes), bytes }
}

function encode(id: bigint, status: ProposalStatus, summary: string): Uint8Array {
  return Proposal.encode(Proposal.fromPartial({ id, status, summary })).finish()
}
