import { describe, expect, it } from 'vitest'
import { decodeReplies, encodeRequestBody, isCutOff, readBatchLimit } from './json-rpc.ts'

describe('encodeRequestBody', () => {
  it('writes one call as an object and several as a list, byte for byte the same each time', () => {
    expect(encodeRequestBody([{ method: 'status' }])).toBe(
      '{"jsonrpc":"2.0","id":0,"method":"status","params":{}}',
    )
    expect(
      encodeRequestBody([
        { params: { path: '/a', height: '5' }, method: 'abci_query' },
        { method: 'status' },
      ]),
    ).toBe(
      '[{"jsonrpc":"2.0","id":0,"method":"abci_query","params":{"path":"/a","height":"5"}},' +
        '{"jsonrpc":"2.0","id":1,"method":"status","params":{}}]',
    )
  })
})

describe('decodeReplies', () => {
  it('sorts replies by id, whatever their order and whether ids are numbers or text', () => {
    const decoded = decodeReplies(
      [
        { jsonrpc: '2.0', id: '1', result: 'b' },
        { jsonrpc: '2.0', id: 0, result: null, error: { code: -1, message: 'm', data: { x: 1 } } },
      ],
      2,
    )
    expect(decoded).toEqual({
      kind: 'replies',
      strangers: 0,
      byId: new Map([
        [1, { kind: 'result', result: 'b' }],
        [0, { kind: 'error', error: { code: -1, message: 'm', data: '{"x":1}' } }],
      ]),
    })
  })

  it('counts replies nobody asked for, also a second one to the same id', () => {
    const reply = (id: number) => ({ id, result: id })
    const decoded = decodeReplies([reply(0), reply(0), reply(7), { id: -1, result: 1 }], 2)
    expect(decoded).toMatchObject({ kind: 'replies', strangers: 3 })
  })

  it('takes an error without id, or with the id CometBFT uses for none, as meant for all', () => {
    const error = { code: -32700, message: 'Parse error. Invalid JSON' }
    for (const body of [{ error }, { id: null, error }, { id: -1, error }]) {
      expect(decodeReplies(body, 3)).toEqual({
        kind: 'error-for-all',
        error: { ...error, data: '' },
      })
    }
  })

  it('accepts a null result, which is an answer', () => {
    expect(decodeReplies({ id: 0, result: null, error: null }, 1)).toMatchObject({
      byId: new Map([[0, { kind: 'result', result: null }]]),
    })
  })

  it.each([null, 5, 'ok', {}, [], [5], { status: 'up' }])(
    'does not take %j for a node speaking',
    (body) => expect(decodeReplies(body, 1)).toEqual({ kind: 'not-json-rpc' }),
  )

  it('survives an error that is no object', () => {
    expect(decodeReplies({ id: 0, error: 'no' }, 1)).toMatchObject({
      byId: new Map([[0, { kind: 'error', error: { code: -32603, message: 'no', data: '' } }]]),
    })
  })
})

describe('readBatchLimit', () => {
  it('reads the number of calls a node takes at once from its complaint', () => {
    const data = 'batch request exceeds maximum (10) allowed number of requests'
    expect(readBatchLimit({ code: -32600, message: 'Invalid Request', data })).toBe(10)
    expect(readBatchLimit({ code: -32600, message: 'Invalid Request', data: '' })).toBeUndefined()
  })
})

describe('isCutOff', () => {
  it.each(['{"a":[1,2', '{"a":"x', '[{"a":"\\"}', '{', ' ["\\'])('sees that %j broke off', (text) =>
    expect(isCutOff(text)).toBe(true),
  )
  it.each(['hello', '{"a":1}}', '{"a":1} trailing', '{a:1}', ''])(
    'sees that %j is junk rather than broken off',
    (text) => expect(isCutOff(text)).toBe(false),
  )
})
