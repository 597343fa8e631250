import { describe, expect, it } from 'vitest'
import { classifyStreamError, decodeFrame } from './event-stream-frame.ts'

const EVENT = {
  jsonrpc: '2.0',
  id: 1,
  result: {
    query: "tm.event='Tx'",
    data: { type: 'tendermint/event/Tx', value: { TxResult: { height: '5' } } },
    events: { 'proposal_vote.proposal_id': ['354'], 'tm.event': ['Tx'] },
  },
}

describe('decodeFrame', () => {
  it('reads a confirmation', () => {
    expect(decodeFrame('{"jsonrpc":"2.0","id":0,"result":{}}', 2)).toEqual({
      kind: 'confirmed',
      id: 0,
    })
  })

  it('reads an event with its attributes', () => {
    expect(decodeFrame(JSON.stringify(EVENT), 2)).toEqual({
      kind: 'event',
      id: 1,
      event: {
        type: 'tendermint/event/Tx',
        value: { TxResult: { height: '5' } },
        events: new Map([
          ['proposal_vote.proposal_id', ['354']],
          ['tm.event', ['Tx']],
        ]),
      },
    })
  })

  it('keeps an event whose attributes are of another form, without them', () => {
    const { result } = EVENT
    const frame = { ...EVENT, result: { ...result, events: { a: 'text', b: [1, 'two'] } } }
    expect(decodeFrame(JSON.stringify(frame), 2)).toMatchObject({
      kind: 'event',
      event: { events: new Map([['b', ['two']]]) },
    })
  })

  it('reads a refusal under its id, and one that came without', () => {
    const error = { code: -32603, message: 'Internal error', data: 'subscription not found' }
    expect(decodeFrame(JSON.stringify({ id: 0, error }), 2)).toEqual({
      kind: 'error',
      id: 0,
      error,
    })
    expect(decodeFrame(JSON.stringify({ error }), 2)).toEqual({
      kind: 'error',
      id: undefined,
      error,
    })
  })

  it.each([
    ['text', 'hello'],
    ['JSON that is no reply', '{"greeting":"hello"}'],
    ['an answer to what was not asked', '{"jsonrpc":"2.0","id":7,"result":{}}'],
    ['a result that is no object', '{"jsonrpc":"2.0","id":0,"result":"ok"}'],
    ['data without a type', '{"jsonrpc":"2.0","id":0,"result":{"data":{"value":{}}}}'],
  ])('takes %s for junk', (_, text) => {
    expect(decodeFrame(text, 2)).toEqual({ kind: 'junk' })
  })
})

describe('classifyStreamError', () => {
  it('tells the limit of subscriptions from a refusal, for it may pass', () => {
    const limit = {
      code: -32603,
      message: 'Internal error',
      data: 'max_subscriptions_per_client 5 reached',
    }
    expect(classifyStreamError(limit, false)).toEqual({ kind: 'too-many-subscriptions' })
    const syntax = { ...limit, data: 'failed to parse query: offset 9: EOF' }
    expect(classifyStreamError(syntax, false)).toEqual({
      kind: 'refused',
      reason: 'Internal error failed to parse query: offset 9: EOF',
    })
  })

  it('takes an error after the confirmation for the end of the subscription', () => {
    const data = 'subscription was canceled (reason: CometBFT exited)'
    const error = { code: -32000, message: 'Server error', data }
    expect(classifyStreamError(error, true)).toEqual({
      kind: 'cancelled',
      reason: `Server error ${data}`,
    })
  })
})
