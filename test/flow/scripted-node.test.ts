import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readExactVote } from '../../src/queries/exact-tally.ts'
import { readProposalDetail } from '../../src/queries/proposal-detail.ts'
import { readVotes } from '../../src/queries/votes.ts'
import { type ScriptedNode, startScriptedNode } from '../scripted-node.ts'
import { connectTo, readWholeList } from './reading.ts'

const PROPOSAL = 353n

let node: ScriptedNode

beforeEach(async () => {
  node = await startScriptedNode()
})
afterEach(() => node.close())

async function readAt(explicitHeight?: bigint) {
  const chain = connectTo(node.url, explicitHeight === undefined ? {} : { explicitHeight })
  const detail = await readProposalDetail(chain, PROPOSAL)
  if (detail.kind !== 'found') throw new Error(detail.kind)
  return { chain, detail }
}

describe('the scripted node', () => {
  it('counts as the recorded node did, and after a vote still as an exact recount does', async () => {
    const [voter = ''] = await node.findSilentVoters(PROPOSAL)
    await node.addVote({ proposalId: PROPOSAL, voter, option: 4 })
    node.advance(2)
    for (const [height, votes] of [
      [27_400_494n, 82],
      [27_400_497n, 83],
    ] as const) {
      const { chain, detail } = await readAt(height)
      const view = await readVotes(chain, detail)
      expect(view.votes).toHaveLength(votes)
      expect((await readExactVote(chain, view)).match).toEqual({ kind: 'equal' })
    }
  })

  it('goes on from the recorded height, with later times, and knows no future', async () => {
    const start = node.now
    expect(node.height).toBe(27_400_496n)
    expect(node.advance(3)).toBe(27_400_499n)
    expect(node.now.getTime() - start.getTime()).toBe(6_000)
    const { detail } = await readAt()
    expect(detail.pin).toEqual({ height: 27_400_497n, reason: 'behind-latest' })
    expect(detail.source.time?.getTime()).toBe(node.now.getTime() - 6_000)
    await expect(readAt(27_400_500n)).rejects.toThrow('refused')
  })

  it('replaces the vote of a voter who votes again', async () => {
    const { chain, detail } = await readAt()
    const [first] = (await readVotes(chain, detail)).votes
    const voter = first?.voter ?? ''
    await node.addVote({ proposalId: PROPOSAL, voter, option: 2 })
    await node.addVote({ proposalId: PROPOSAL, voter, option: 4 })
    node.advance(2)
    const later = await readAt()
    const { votes } = await readVotes(later.chain, later.detail)
    expect(votes).toHaveLength(82)
    const own = votes.filter((vote) => vote.voter === voter)
    expect(own.map(({ options }) => options.map(({ option }) => option))).toEqual([
      ['VOTE_OPTION_NO_WITH_VETO'],
    ])
  })

  it('shows a closed proposal in the list too', async () => {
    await node.closeVote(PROPOSAL)
    node.advance(2)
    const { rows } = await readWholeList(connectTo(node.url))
    const row = rows.find(({ kind, id }) => kind === 'proposal' && id === PROPOSAL)
    expect(row?.kind === 'proposal' && row.proposal.status).not.toBe(
      'PROPOSAL_STATUS_VOTING_PERIOD',
    )
    expect(rows.filter(({ kind }) => kind === 'unreadable')).toEqual([])
  })

  it('takes no vote of a voter whose stake was not recorded, for it could not count it', async () => {
    const voter = 'akash1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqjddvn8'
    await expect(node.addVote({ proposalId: PROPOSAL, voter, option: 1 })).rejects.toThrow(
      'not in this recording',
    )
    expect(node.height).toBe(27_400_496n)
  })
})
