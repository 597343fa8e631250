import { describe, expect, it } from 'vitest'
import type { EventStreamListening } from '../rpc/event-stream.ts'
import type { Json } from '../rpc/transport.ts'
import { type ChainEvent, createChainEvents, decodeChainEvent } from './events.ts'

describe('decodeChainEvent', () => {
  it('reads height and time of a new block', () => {
    const value = { header: { height: '27400346', time: '2026-11-21T03:00:54.973436925Z' } }
    expect(decode('tendermint/event/NewBlockHeader', value)).toEqual({
      kind: 'block',
      height: 27400346n,
      time: new Date('2026-11-21T03:00:54.973Z'),
    })
  })

  it('reads every vote of a transaction, whatever else it does', () => {
    const value = tx([
      emitted('coin_spent', { spender: 'akash1a' }),
      emitted('proposal_vote', { voter: 'akash1a', option: '[]', proposal_id: '354' }),
      emitted('proposal_vote', {
        voter: 'akash1b',
        proposal_id: '353',
        authz_msg_index: '0',
        msg_index: '1',
      }),
    ])
    expect(decode('tendermint/event/Tx', value)).toEqual({
      kind: 'votes',
      height: 5n,
      votes: [
        { proposalId: 354n, voter: 'akash1a' },
        { proposalId: 353n, voter: 'akash1b' },
      ],
    })
  })

  it.each<[string, string, Json]>([
    [
      'another event',
      'tendermint/event/Vote',
      { header: { height: '5', time: '2026-11-21T03:00:54Z' } },
    ],
    ['a header without a height', 'tendermint/event/NewBlockHeader', { header: {} }],
    ['a height that is a number', 'tendermint/event/NewBlockHeader', { header: { height: 5 } }],
    ['a transaction without votes', 'tendermint/event/Tx', tx([emitted('tx', { fee: '1' })])],
    [
      'a vote on something that has no number',
      'tendermint/event/Tx',
      tx([emitted('proposal_vote', { voter: 'akash1a', proposal_id: 'all' })]),
    ],
    [
      'a vote of nobody',
      'tendermint/event/Tx',
      tx([emitted('proposal_vote', { proposal_id: '5' })]),
    ],
    ['events that are no list', 'tendermint/event/Tx', { TxResult: { height: '5', result: null } }],
    ['nothing', 'tendermint/event/Tx', null],
  ])('passes over %s', (_, type, value) => {
    expect(decode(type, value)).toBeUndefined()
  })
})

describe('createChainEvents', () => {
  it('asks for headers and votes and never for whole blocks, and hands out what it can read', () => {
    const asked: EventStreamListening[] = []
    const stream = { endpoint: '', state: () => ({ kind: 'paused' }) as const, ...noControls() }
    const open = createChainEvents((listening) => {
      asked.push(listening)
      return stream
    })
    const heard: ChainEvent[] = []
    expect(open({ onEvent: (event) => heard.push(event), onState: () => {} })).toBe(stream)
    const [listening] = asked
    expect([listening?.heartbeatQuery, ...(listening?.otherQueries ?? [])]).toEqual([
      "tm.event='NewBlockHeader'",
      "tm.event='Tx' AND proposal_vote.proposal_id EXISTS",
    ])
    const votes = tx([emitted('proposal_vote', { voter: 'akash1a', proposal_id: '354' })])
    listening?.onEvent({ query: '', type: 'tendermint/event/Tx', value: null, events: new Map() })
    listening?.onEvent({ query: '', type: 'tendermint/event/Tx', value: votes, events: new Map() })
    expect(heard.map(({ kind }) => kind)).toEqual(['votes'])
  })
})

function decode(type: string, value: Json): ChainEvent | undefined {
  return decodeChainEvent({ query: '', type, value, events: new Map() })
}

function tx(events: Json[]): Json {
  return { TxResult: { height: '5', tx: '', result: { events } } }
}

function emitted(type: string, attributes: Readonly<Record<string, string>>): Json {
  return {
    type,
    attributes: Object.entries(attributes).map(([key, value]) => ({ key, value, index: true })),
  }
}

function noControls() {
  const nothing = () => undefined
  return { resume: nothing, pause: nothing, restart: nothing, close: nothing }
}
