import { describe, expect, it } from 'vitest'
import { statusOf } from '../../test/fake-node.ts'
import { RpcRefusalError } from './errors.ts'
import { readHealthFacts, readStatusFacts } from './health-facts.ts'
import type { Json } from './transport.ts'

const result = (method: string, value: Json) =>
  readHealthFacts({ kind: 'result', request: { method }, result: value })

const refusal = (data: string) => {
  const request = { method: 'block' }
  const error = { code: -32603, message: 'Internal error', data }
  return readHealthFacts({
    kind: 'refusal',
    request,
    error: new RpcRefusalError({ error, request, endpoint: 'https://rpc.example.org' }),
  })
}

describe('readHealthFacts', () => {
  it('reads all of a status, with nanoseconds cut to milliseconds', () => {
    // Values as in the recording steady/001 of skydev-1 (2026-11-21).
    expect(result('status', statusOf({}))).toEqual({
      chainId: 'skydev-1',
      latestHeight: 27_400_496n,
      latestBlockTimeMs: Date.parse('2026-11-21T03:05:24.593Z'),
      earliestHeight: 27_400_000n,
      isCatchingUp: false,
      hasTxIndex: true,
    })
  })

  it("reads the chain from akash, and no height from abci_info: on a halted chain that is one behind status's", () => {
    expect(result('akash', { chain_id: 'skydev-1' })).toEqual({ chainId: 'skydev-1' })
    expect(result('abci_info', { response: { last_block_height: '5' } })).toEqual({})
  })

  it('learns from refusals what the node does not have', () => {
    expect(refusal('transaction indexing is disabled')).toEqual({ hasTxIndex: false })
    expect(refusal('height 5 is not available, lowest height is 7')).toEqual({ earliestHeight: 7n })
    expect(
      refusal('height 9 must be less than or equal to the current blockchain height 8'),
    ).toEqual({ latestHeight: 8n })
    expect(refusal('offset 26: EOF')).toEqual({})
  })

  it('learns nothing from answers to other questions', () => {
    expect(result('block', { block: { header: { chain_id: 'x' } } })).toEqual({})
  })
})

describe('readStatusFacts', () => {
  it.each<[string, Json]>([
    ['nothing', null],
    ['a list', []],
    ['text', 'ok'],
    ['members of the wrong kind', { node_info: [], sync_info: 'x' }],
    [
      'values of the wrong kind',
      {
        node_info: { network: 'm'.repeat(101), other: { tx_index: 1 } },
        sync_info: {
          latest_block_height: 5,
          latest_block_time: 'yesterday',
          earliest_block_height: '-1',
          catching_up: 'no',
        },
      },
    ],
  ])('claims nothing when the status is %s', (_, status) => {
    expect(readStatusFacts(status)).toEqual({})
  })
})
