import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { createFakeChain } from '../../test/fake-chain.ts'
import { createFakeTransport } from '../../test/fake-transport.ts'
import { fetchVoteHistory } from '../chain/vote-history.ts'
import { DEC_ONE } from '../domain/decimal.ts'
import type { KnownVoteOption, Vote } from '../domain/vote.ts'
import { fingerprintVotes, voteHistoryQuery } from './vote-history.ts'

describe('voteHistoryQuery', () => {
  const before = [vote('akash1a', 'VOTE_OPTION_YES')]

  it('asks the index again when somebody has voted otherwise, and keeps what it had meanwhile', async () => {
    const transport = createFakeTransport(() => ({ txs: [], total_count: '0' }))
    const chain = createFakeChain(transport)
    const client = new QueryClient()
    const observer = new QueryObserver(client, voteHistoryQuery(chain, 1n, before))
    const stop = observer.subscribe(() => undefined)
    await client.fetchQuery(voteHistoryQuery(chain, 1n, before))
    expect(transport.seen).toHaveLength(1)
    // Another height with the same votes.
    observer.setOptions(voteHistoryQuery(chain, 1n, [vote('akash1a', 'VOTE_OPTION_YES')]))
    expect(transport.seen).toHaveLength(1)
    const changed = [vote('akash1a', 'VOTE_OPTION_NO')]
    observer.setOptions(voteHistoryQuery(chain, 1n, changed))
    expect(observer.getCurrentResult().data).toMatchObject({ kind: 'read' })
    await client.fetchQuery(voteHistoryQuery(chain, 1n, changed))
    expect(transport.seen).toHaveLength(2)
    // What was told of one proposal says nothing of another.
    observer.setOptions(voteHistoryQuery(chain, 2n, changed))
    expect(observer.getCurrentResult().data).toBeUndefined()
    stop()
    client.clear()
  })

  it('tells votes apart by voter, option and weight', () => {
    const marks = [
      [],
      before,
      [vote('akash1b', 'VOTE_OPTION_YES')],
      [vote('akash1a', 'VOTE_OPTION_NO')],
      [vote('akash1a', 'VOTE_OPTION_YES', DEC_ONE / 2n)],
      [...before, vote('akash1b', 'VOTE_OPTION_YES')],
    ].map(fingerprintVotes)
    expect(new Set(marks).size).toBe(marks.length)
  })
})

describe('fetchVoteHistory', () => {
  it('names all transactions the node has where only the first pages of them are read', async () => {
    const tx = { height: '5', hash: 'AB', tx_result: { events: [] } }
    const transport = createFakeTransport(() => ({ txs: [tx], total_count: '20000' }))
    await expect(fetchVoteHistory(transport, 1n)).resolves.toMatchObject({
      total: 20_000,
      isComplete: false,
    })
  })
})

function vote(voter: string, option: KnownVoteOption, weight = DEC_ONE): Vote {
  return { voter, options: [{ option, weight }], metadata: '' }
}
