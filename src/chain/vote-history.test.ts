import { describe, expect, it } from 'vitest'
import { createFakeTransport } from '../../test/fake-transport.ts'
import { DEC_ONE } from '../domain/decimal.ts'
import { RpcRefusalError } from '../rpc/errors.ts'
import type { Json } from '../rpc/transport.ts'
import { fetchVoteHistory } from './vote-history.ts'
import { WireShapeError } from './wire.ts'

const YES = '[{"option":1,"weight":"1.000000000000000000"}]'
const NO = '[{"option":3,"weight":"1.000000000000000000"}]'

describe('fetchVoteHistory', () => {
  it('asks for the query a reader can repeat, oldest first', async () => {
    const transport = createFakeTransport(() => found([]))
    await expect(fetchVoteHistory(transport, 353n)).resolves.toEqual({
      casts: [],
      total: 0,
      isComplete: true,
      endpoint: 'http://node.test',
    })
    expect(transport.seen.map(({ request }) => request)).toEqual([
      {
        method: 'tx_search',
        params: {
          query: "proposal_vote.proposal_id='353'",
          prove: false,
          page: '1',
          per_page: '100',
          order_by: 'asc',
        },
      },
    ])
  })

  it('has a vote that was changed twice over, in the order it was cast', async () => {
    const transport = createFakeTransport(() =>
      found([tx('27400300', [vote({ option: YES })]), tx('27400301', [vote({ option: NO })])]),
    )
    const { casts, total, isComplete } = await fetchVoteHistory(transport, 353n)
    expect(casts).toEqual([
      {
        voter: 'akash1a',
        options: [{ option: 'VOTE_OPTION_YES', weight: DEC_ONE }],
        height: 27_400_300n,
        txHash: 'HASH27400300',
        isByAuthz: false,
      },
      {
        voter: 'akash1a',
        options: [{ option: 'VOTE_OPTION_NO', weight: DEC_ONE }],
        height: 27_400_301n,
        txHash: 'HASH27400301',
        isByAuthz: false,
      },
    ])
    expect([total, isComplete]).toEqual([2, true])
  })

  it('tells votes cast by another account (authz) from those the voter cast', async () => {
    const transport = createFakeTransport(() =>
      found([tx('5', [vote({ option: YES, authz_msg_index: '0' }), vote({ voter: 'akash1b' })])]),
    )
    const { casts } = await fetchVoteHistory(transport, 353n)
    expect(casts.map(({ voter, isByAuthz }) => [voter, isByAuthz])).toEqual([
      ['akash1a', true],
      ['akash1b', false],
    ])
  })

  it('has every part of a split vote, and options it does not know by their number', async () => {
    const option =
      '[{"option":1,"weight":"0.250000000000000000"},{"option":9,"weight":"0.750000000000000000"}]'
    const transport = createFakeTransport(() => found([tx('5', [vote({ option })])]))
    const { casts } = await fetchVoteHistory(transport, 353n)
    expect(casts[0]?.options).toEqual([
      { option: 'VOTE_OPTION_YES', weight: DEC_ONE / 4n },
      { option: 9, weight: (DEC_ONE / 4n) * 3n },
    ])
  })

  it('leaves out events that name no voter, as those before SDK 0.47 do, and those of other votes', async () => {
    const nameless = event('proposal_vote', { option: YES, proposal_id: '353' })
    const transport = createFakeTransport(() =>
      found([
        tx('5', [
          nameless,
          vote({ voter: 'akash1b', proposal_id: '354' }),
          event('message', { voter: 'akash1c', option: YES, proposal_id: '353' }),
          vote({ voter: 'akash1d' }),
        ]),
      ]),
    )
    const { casts, total } = await fetchVoteHistory(transport, 353n)
    expect(casts.map(({ voter }) => voter)).toEqual(['akash1d'])
    expect(total).toBe(1)
  })

  it.each([
    '',
    'VOTE_OPTION_YES',
    '{"option":1,"weight":"1.0"}',
    '[null]',
    '[{"option":"1","weight":"1.0"}]',
    '[{"option":1,"weight":1}]',
    '[{"option":1,"weight":"all"}]',
    '[{"option":1,"weight":"1.0"},{}]',
  ])('leaves out a vote whose options are %j rather than guess at them', async (option) => {
    const transport = createFakeTransport(() =>
      found([tx('5', [vote({ option }), vote({ voter: 'akash1b' })])]),
    )
    const { casts } = await fetchVoteHistory(transport, 353n)
    expect(casts.map(({ voter }) => voter)).toEqual(['akash1b'])
  })

  it('follows the pages to the last', async () => {
    const transport = createFakeTransport(({ params }) => {
      const page = Number(params?.page)
      const txs = Array.from({ length: page === 3 ? 50 : 100 }, (_, at) =>
        tx(`${page * 1_000 + at}`, [vote({ voter: `akash1p${page}n${at}` })]),
      )
      return found(txs, 250)
    })
    const { casts, total, isComplete } = await fetchVoteHistory(transport, 353n)
    expect(new Set(casts.map(({ voter }) => voter)).size).toBe(250)
    expect([casts[0]?.voter, casts[249]?.voter]).toEqual(['akash1p1n0', 'akash1p3n49'])
    expect([total, isComplete]).toEqual([250, true])
    expect(transport.seen.map(({ request }) => request.params?.page)).toEqual(['1', '2', '3'])
  })

  it('says that it is incomplete where the node stops before the number it gave', async () => {
    const transport = createFakeTransport(({ params }) =>
      params?.page === '1' ? found([tx('5', [vote({})])], 2) : found([], 2),
    )
    const { casts, total, isComplete } = await fetchVoteHistory(transport, 353n)
    expect([casts.length, total, isComplete]).toEqual([1, 2, false])
  })

  it('stops asking a node that never comes to an end, and says that it did', async () => {
    const transport = createFakeTransport(() => found([tx('5', [vote({})])], 1_000_000))
    const { casts, isComplete } = await fetchVoteHistory(transport, 353n)
    expect([casts.length, isComplete, transport.seen.length]).toEqual([100, false, 100])
  })

  it('passes on that a node keeps no index, so that the reader can be told', async () => {
    const refusal = new RpcRefusalError({
      error: { code: -32603, message: 'Internal error', data: 'transaction indexing is disabled' },
      request: { method: 'tx_search' },
      endpoint: 'http://node.test',
    })
    const transport = createFakeTransport(() => Promise.reject(refusal))
    await expect(fetchVoteHistory(transport, 353n)).rejects.toBe(refusal)
    expect(refusal.refusal.kind).toBe('tx-index-disabled')
  })

  it.each<[string, Json]>([
    ['no list', { txs: null, total_count: '0' }],
    ['no number', { txs: [] }],
    ['no events', { txs: [{ height: '5', hash: 'HASH5', tx_result: {} }], total_count: '1' }],
  ])('does not take an answer with %s for "nobody voted"', async (_, answer) => {
    const transport = createFakeTransport(() => answer)
    await expect(fetchVoteHistory(transport, 353n)).rejects.toThrow(WireShapeError)
  })
})

function found(txs: Json[], total = txs.length): Json {
  return { txs, total_count: total.toString() }
}

function tx(height: string, events: Json[]): Json {
  return { hash: `HASH${height}`, height, index: 0, tx_result: { code: 0, events } }
}

/** A `proposal_vote` event as scene `steady` has them. */
function vote(attributes: { readonly [key: string]: string }): Json {
  const usual = { voter: 'akash1a', option: YES, proposal_id: '353' }
  return event('proposal_vote', { ...usual, ...attributes })
}

function event(type: string, attributes: { readonly [key: string]: string }): Json {
  return {
    type,
    attributes: Object.entries(attributes).map(([key, value]) => ({ key, value, index: true })),
  }
}
