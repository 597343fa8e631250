import { describe, expect, it } from 'vitest'
import type { Json, RequestOptions, RpcRequest, Transport } from '../rpc/transport.ts'
import { AbciQueryError, abciRequest, classifyAbciRefusal, fetchAbci } from './abci.ts'
import { WireShapeError } from './wire.ts'

// Codes and logs as recorded in scene `steady` (files 057, 095, 235–245) at 27,400,494.
describe('classifyAbciRefusal', () => {
  it.each([
    [
      22,
      'sdk',
      "rpc error: code = NotFound desc = proposal 351 doesn't exist: key not found",
      'not-found',
    ],
    [38, 'sdk', 'version mismatch on immutable IAVL tree; version does not exist', 'pruned'],
    [
      26,
      'sdk',
      'cannot query with height in the future; please provide a valid height: invalid height',
      'in-future',
    ],
    [6, 'sdk', 'unknown query path: unknown request', 'unknown-path'],
    [6, 'sdk', 'rpc error: code = Internal desc = payment not found', 'other'],
    [18, 'sdk', 'voter: akash1 not found for proposal: 353: invalid request', 'not-found'],
    [18, 'sdk', 'invalid state value: invalid request', 'invalid-argument'],
    [4, 'store', 'no such store: nope: unknown request', 'unknown-store'],
    [7, 'store', 'proof is unexpectedly empty; ensure height has not been pruned', 'pruned'],
    [111222, 'undefined', '{ReadFlat}: panic', 'other'],
  ] as const)('%i %s %s is %s', (code, codespace, log, refusal) => {
    expect(classifyAbciRefusal(code, codespace, log)).toBe(refusal)
  })
})

describe('fetchAbci', () => {
  it('asks for an explicit height and hex data without a prefix', () => {
    expect(
      abciRequest({
        path: '/cosmos.gov.v1.Query/Proposal',
        data: Uint8Array.of(8, 255),
        height: 5n,
      }),
    ).toEqual({
      method: 'abci_query',
      params: { path: '/cosmos.gov.v1.Query/Proposal', data: '08ff', height: '5', prove: false },
    })
  })

  it('gives the bytes, the height of the state and who answered', async () => {
    const { transport } = setup({ response: { code: 0, value: 'CAI=', height: '27400494' } })
    await expect(fetchAbci(transport, { path: '/p', height: 27400494n })).resolves.toEqual({
      value: Uint8Array.of(8, 2),
      height: 27400494n,
      endpoint: 'http://node.test',
      receivedAtMs: 1,
    })
  })

  it('reads an absent value as an empty message, which is what the node means by it', async () => {
    const { transport } = setup({ response: { code: 0, value: null, height: '5' } })
    expect((await fetchAbci(transport, { path: '/p', height: 5n })).value).toEqual(new Uint8Array())
  })

  it('throws what the application said, with height, path and endpoint', async () => {
    const { transport } = setup({
      response: { code: 38, codespace: 'sdk', log: 'pruned', value: null, height: '0' },
    })
    const error = await fetchAbci(transport, { path: '/p', height: 7n }).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(AbciQueryError)
    expect(error).toMatchObject({ refusal: 'pruned', height: 7n, path: '/p', log: 'pruned' })
    expect(error).toHaveProperty('message', 'The node refused /p (sdk 38).')
  })

  it('lets another endpoint try where this one has pruned the state, but not where the answer is "no"', async () => {
    const { transport, judged } = setup({
      response: { code: 0, value: null, height: '5' },
    })
    await fetchAbci(transport, { path: '/p', height: 5n })
    const judge = judged()
    expect(judge({ response: { code: 38, codespace: 'sdk', log: '' } })).toBe(false)
    expect(judge({ response: { code: 22, codespace: 'sdk', log: '' } })).toBe(true)
    expect(judge({ response: { code: 0, height: '5' } })).toBe(true)
  })

  it('refuses an answer of another height, whose figures would be mixed with the picture', async () => {
    const { transport, judged } = setup({ response: { code: 0, value: null, height: '5' } })
    const asked = fetchAbci(transport, { path: '/p', height: 7n })
    await expect(asked).rejects.toThrow('Asked for height 7, the node answered of 5.')
    expect(judged()({ response: { code: 0, value: null, height: '5' } })).toBe(false)
  })

  it.each([
    ['a value that is not base64', { response: { code: 0, value: '*', height: '5' } }],
    ['no code', { response: { height: '5' } }],
    ['a height that is no number', { response: { code: 0, height: 'x' } }],
    ['no response at all', {}],
  ])('names the missing field of %s', async (_label, result) => {
    const { transport } = setup(result)
    await expect(fetchAbci(transport, { path: '/p', height: 5n })).rejects.toBeInstanceOf(
      WireShapeError,
    )
  })
})

function setup(result: Json) {
  let judge: RequestOptions['isFinal']
  const transport: Transport = {
    endpoints: ['http://node.test'],
    request: (_request: RpcRequest, options?: RequestOptions) => {
      judge = options?.isFinal
      return Promise.resolve({
        result,
        endpoint: 'http://node.test',
        receivedAtMs: 1,
        latencyMs: 1,
      })
    },
    execute: () => Promise.reject(new Error('not used')),
    disconnect: () => undefined,
  }
  return {
    transport,
    judged: () => {
      if (judge === undefined) throw new Error('the query set no judge')
      return judge
    },
  }
}
