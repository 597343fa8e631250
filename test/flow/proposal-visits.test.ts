import 'fake-indexeddb/auto'
import { ProposalStatus, Proposal as RecordedProposal } from 'cosmjs-types/cosmos/gov/v1/gov'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProposalArchive } from '../../src/archive/proposal-archive.ts'
import { readProposalList } from '../../src/queries/proposal-list.ts'
import {
  bytesIn,
  joinPage,
  type MisbehavingNode,
  queryHeight,
  queryPath,
  splitPage,
  startMisbehavingNode,
  valueAnswer,
} from './misbehaving-node.ts'
import { connectTo, readWholeList } from './reading.ts'

const PROPOSALS = '/cosmos.gov.v1.Query/Proposals'

let node: MisbehavingNode
beforeAll(async () => {
  node = await startMisbehavingNode()
})
afterAll(() => node.close())

describe('a first visit', () => {
  it('shows its first rows after exactly two requests, one after the other', async () => {
    behave()
    for await (const { rows, isComplete, params, bondedTokens } of readProposalList(
      connectTo(node.url),
    )) {
      expect(node.requests.httpRequests).toBe(2)
      expect(rows.filter((row) => row.kind === 'proposal').length).toBeGreaterThanOrEqual(20)
      expect([params.kind, bondedTokens.kind, isComplete]).toEqual(['known', 'known', false])
      break
    }
  })

  it('reads the whole list with six requests', async () => {
    behave()
    await readWholeList(connectTo(node.url))
    expect(node.requests.httpRequests).toBeLessThanOrEqual(6)
  })
})

describe('a second visit', () => {
  it('asks the node three times at most and shows the same list', async () => {
    behave()
    const archive = createProposalArchive('second')
    const first = await readWholeList(connectTo(node.url, { archive }))
    behave()
    const second = await readWholeList(connectTo(node.url, { archive }))
    expect(node.requests.httpRequests).toBeLessThanOrEqual(3)
    expect(node.requests.calls).toBeGreaterThan(0)
    expect(second.rows).toEqual(first.rows)
    expect([...second.tallies.keys()].toSorted()).toEqual([...first.tallies.keys()].toSorted())
    expect(second.keptCount).toBe(187)
    expect(second.isComplete).toBe(true)
  })

  it('has the whole list in its first picture', async () => {
    behave()
    const archive = createProposalArchive('first-picture')
    const whole = await readWholeList(connectTo(node.url, { archive }))
    behave()
    for await (const { rows, isComplete } of readProposalList(connectTo(node.url, { archive }))) {
      expect(node.requests.httpRequests).toBe(2)
      expect(rows).toEqual(whole.rows)
      expect(isComplete).toBe(true)
      break
    }
  })

  it('reads anew what was open at the first, because it may have ended since', async () => {
    behave()
    const archive = createProposalArchive('ended')
    await readWholeList(connectTo(node.url, { archive }))
    behave((proposal) =>
      proposal.id === 353n
        ? { ...proposal, status: ProposalStatus.PROPOSAL_STATUS_PASSED }
        : proposal,
    )
    const { rows, tallies } = await readWholeList(connectTo(node.url, { archive }))
    expect(node.requests.httpRequests).toBeLessThanOrEqual(3)
    expect(rows.find(({ id }) => id === 353n)).toMatchObject({
      proposal: { status: 'PROPOSAL_STATUS_PASSED' },
    })
    expect(tallies.has('353')).toBe(false)
  })

  it('leaves what was kept as it was, with the height and endpoint it was read from', async () => {
    behave()
    const archive = createProposalArchive('untouched')
    await readWholeList(connectTo(node.url, { archive }))
    const before = await archive.load()
    const elsewhere = await startMisbehavingNode()
    await readWholeList(connectTo(elsewhere.url, { archive }))
    await elsewhere.close()
    const endpoints = new Map(
      (await archive.load()).proposals.map(({ id, endpoint }) => [id, endpoint]),
    )
    expect(endpoints.size).toBe(before.proposals.length)
    expect(endpoints.get('1')).toBe(node.url)
  })

  it('drops what was kept of a chain restarted under its old name, and reads the whole list', async () => {
    behave()
    const archive = createProposalArchive('restarted')
    await readWholeList(connectTo(node.url, { archive }))
    behave((proposal) => ({ ...proposal, title: `Restarted: ${proposal.title}` }))
    const { rows, keptCount, isComplete } = await readWholeList(connectTo(node.url, { archive }))
    const proposals = rows.flatMap((row) => (row.kind === 'proposal' ? [row.proposal] : []))
    expect(proposals).toHaveLength(196)
    expect(proposals.filter(({ title }) => !title.startsWith('Restarted: '))).toEqual([])
    expect([keptCount, isComplete]).toEqual([0, true])
    const kept = await archive.load()
    const titles = kept.proposals.map(({ bytes }) => RecordedProposal.decode(bytes).title)
    expect(titles).toHaveLength(187)
    expect(titles.filter((title) => !title.startsWith('Restarted: '))).toEqual([])
  })

  it('shows none of the old proposals when the restarted chain has fewer', async () => {
    behave()
    const archive = createProposalArchive('shorter')
    await readWholeList(connectTo(node.url, { archive }))
    behave((proposal) => (proposal.id <= 12n ? proposal : undefined))
    const { rows } = await readWholeList(connectTo(node.url, { archive }))
    expect(rows.flatMap(({ kind, id }) => (kind === 'proposal' ? [Number(id)] : []))).toEqual([
      12, 11, 9, 8, 7, 6, 4, 3, 2, 1,
    ])
    expect((await archive.load()).proposals).toHaveLength(10)
  })

  it('neither reads nor changes what was kept when the reader asks for a height', async () => {
    behave()
    const archive = createProposalArchive('height')
    const options = { archive, explicitHeight: 27_400_494n }
    await readWholeList(connectTo(node.url, options))
    await expect(archive.load()).resolves.toEqual({ proposals: [], completeBelow: undefined })
    await readWholeList(connectTo(node.url, { archive }))
    const kept = await archive.load()
    behave()
    const { keptCount } = await readWholeList(connectTo(node.url, options))
    expect(keptCount).toBe(0)
    await expect(archive.load()).resolves.toEqual(kept)
  })

  it('keeps nothing of a list that broke off, because its gaps would be taken for deleted proposals', async () => {
    let pages = 0
    node.misbehave((call) => {
      if (queryPath(call) !== PROPOSALS) return undefined
      pages += 1
      return pages < 3
        ? undefined
        : { kind: 'error', error: { code: -32603, message: 'Internal error', data: 'disk gone' } }
    })
    const archive = createProposalArchive('broken-off')
    await expect(readWholeList(connectTo(node.url, { archive }))).rejects.toThrow(
      `${node.url} refused abci_query (code -32603); try another endpoint.`,
    )
    await expect(archive.load()).resolves.toEqual({ proposals: [], completeBelow: undefined })
  })
})

/** Has the node answer pages with each proposal as `edit` leaves it; undefined takes it out. */
function behave(edit?: (proposal: RecordedProposal) => RecordedProposal | undefined): void {
  node.misbehave((call, ask) => {
    if (edit === undefined || queryPath(call) !== PROPOSALS) return undefined
    return ask(call).then((answer) => {
      const { proposals, nextKey } = splitPage(bytesIn(answer))
      const edited = proposals.flatMap((bytes) => {
        const proposal = edit(RecordedProposal.decode(bytes))
        return proposal === undefined ? [] : [RecordedProposal.encode(proposal).finish()]
      })
      return valueAnswer(joinPage({ proposals: edited, nextKey }), queryHeight(call))
    })
  })
}
