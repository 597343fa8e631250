import { Proposal, ProposalStatus } from 'cosmjs-types/cosmos/gov/v1/gov'
import { describe, expect, it } from 'vitest'
import { createFakeChain } from '../../test/fake-chain.ts'
import { createFakeTransport } from '../../test/fake-transport.ts'
import type { LastReading } from '../archive/last-reading.ts'
import { createMemoryProposalArchive } from '../archive/memory-proposal-archive.ts'
import type { ArchivedProposal } from '../archive/proposal-archive.ts'
import { readKeptDetail } from './kept-list.ts'
import { proposalDetailQuery, readProposalDetail } from './proposal-detail.ts'
import { proposalListQuery, readProposalList } from './proposal-list.ts'

const CHAIN_ID = 'akashnet-2'
const { PROPOSAL_STATUS_PASSED, PROPOSAL_STATUS_VOTING_PERIOD } = ProposalStatus

describe('the list when no node can be read', () => {
  it('is what was kept, at the height, time and node of the last reading, and asks nobody', async () => {
    const { list, asked } = await setup()
    expect(list.source).toEqual({
      chainId: CHAIN_ID,
      height: 500n,
      time: new Date(9),
      endpoint: 'https://last.test',
      query: '/cosmos.gov.v1.Query/Proposals',
    })
    expect(list).toMatchObject({ isComplete: true, keptCount: 2, onlyKept: { missing: 1 } })
    expect(asked).toEqual([])
  })

  it('has the votes open then without a tally, which is unknown and no zero', async () => {
    const { list } = await setup()
    const failed = { kind: 'failed', failure: { kind: 'not-kept' } }
    expect([...list.tallies]).toMatchObject([['6', failed]])
    expect([list.params, list.bondedTokens]).toMatchObject([failed, failed])
  })

  it('calls no number a gap that was merely not kept', async () => {
    const { list } = await setup()
    // 5 was too large to keep, 3 and 2 the chain had no proposal for.
    expect(list.rows.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'proposal 6',
      'proposal 4',
      'gap 3',
      'proposal 1',
    ])
  })

  it('does not pass for whole where an older version kept decided proposals alone', async () => {
    const { list } = await setup({ hasLastReading: false })
    expect(list).toMatchObject({ isComplete: false, source: { height: 90n } })
    expect(list.rows.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'proposal 4',
      'gap 3',
      'proposal 1',
    ])
  })

  it('has query keys of its own, so that it never passes for what a node says', async () => {
    const { chain } = await setup()
    const plain = createFakeChain(chain.transport, { key: 'mainnet' })
    expect(proposalListQuery(chain).queryKey).not.toEqual(proposalListQuery(plain).queryKey)
    expect(proposalDetailQuery(chain, 1n).queryKey).not.toEqual(
      proposalDetailQuery(plain, 1n).queryKey,
    )
  })
})

describe('a proposal when no node can be read', () => {
  it('has its final tally, from the node and height it was kept from', async () => {
    const { chain } = await setup()
    const detail = await readProposalDetail(chain, 4n)
    expect(detail).toMatchObject({
      kind: 'found',
      source: { height: 90n, endpoint: 'https://then.test', time: new Date(5) },
      tally: { kind: 'known', value: { yes: 7n }, source: { height: 90n } },
      params: { kind: 'failed', failure: { kind: 'not-kept' } },
    })
  })

  it('that was in vote then has no tally, not one of zeros', async () => {
    const { chain } = await setup()
    expect(await readProposalDetail(chain, 6n)).toMatchObject({
      kind: 'found',
      source: { height: 500n, endpoint: 'https://last.test' },
      tally: { kind: 'failed', failure: { kind: 'not-kept' } },
    })
  })

  it.each([5n, 7n])('that was not kept says so, and what to do: %s', async (id) => {
    const { chain } = await setup()
    await expect(readKeptDetail(chain, CHAIN_ID, id)).rejects.toThrow(
      'No endpoint can be read, and no earlier visit of this browser kept this; try again, or use another endpoint.',
    )
  })

  it('that the chain had none of is absent', async () => {
    const { chain } = await setup()
    expect(await readKeptDetail(chain, CHAIN_ID, 3n)).toMatchObject({
      kind: 'absent',
      newestId: 6n,
      source: { height: 500n },
    })
  })
})

const LAST: LastReading = {
  height: '500',
  timeMs: 9,
  endpoint: 'https://last.test',
  open: [{ id: '6', bytes: encode(6n, PROPOSAL_STATUS_VOTING_PERIOD) }],
  missing: ['5'],
  newestId: '6',
}

async function setup({ hasLastReading = true } = {}) {
  const archive = createMemoryProposalArchive()
  await archive.save([archived(4n), archived(1n)], '5', hasLastReading ? LAST : undefined)
  const asked: unknown[] = []
  const transport = createFakeTransport((request) => {
    asked.push(request)
    return null
  })
  const chain = createFakeChain(transport, {
    key: 'mainnet kept',
    openArchive: () => archive,
    onlyKept: { chainId: CHAIN_ID },
  })
  for await (const list of readProposalList(chain)) return { chain, list, asked }
  throw new Error('no list came')
}

function archived(id: bigint): ArchivedProposal {
  const bytes = encode(id, PROPOSAL_STATUS_PASSED)
  return { id: id.toString(), bytes, height: '90', timeMs: 5, endpoint: 'https://then.test' }
}

function encode(id: bigint, status: ProposalStatus): Uint8Array {
  return Proposal.encode(
    Proposal.fromPartial({
      id,
      status,
      finalTallyResult: { yesCount: '7', abstainCount: '0', noCount: '0', noWithVetoCount: '0' },
    }),
  ).finish()
}
