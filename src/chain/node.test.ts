import { describe, expect, it } from 'vitest'
import { statusOf } from '../../test/fake-node.ts'
import { abciRefusal, abciValue, createFakeTransport } from '../../test/fake-transport.ts'
import type { Json, RpcRequest } from '../rpc/transport.ts'
import { fetchBlockTime, fetchNodeFacts, nodeFactsRequests } from './node.ts'
import { WireShapeError } from './wire.ts'

describe('fetchNodeFacts', () => {
  it('makes the calls it says it makes, in that order, so that an early script can send the same', async () => {
    const transport = createFakeTransport(answerAll)
    await fetchNodeFacts(transport)
    expect(transport.seen.map(({ request }) => request)).toEqual(nodeFactsRequests())
  })

  it('knows the plan, the newest applied upgrade and the versions', async () => {
    await expect(fetchNodeFacts(createFakeTransport(answerAll))).resolves.toMatchObject({
      chainId: 'skydev-1',
      latestHeight: 27_400_496n,
      txIndex: 'on',
      isCatchingUp: false,
      engineVersion: '0.38.19',
      appVersion: 'v2.1.0',
      plan: { name: 'v3', height: 200n },
      lastAppliedHeight: 300n,
    })
  })

  it.each<[string, (request: RpcRequest) => Json]>([
    ['refused', () => abciRefusal(6, 'unknown query path')],
    ['not decodable', () => abciValue(Uint8Array.of(0x0a, 0x7f, 1))],
    ['of another shape', () => ({ nothing: true })],
  ])('needs the status alone: everything else may be %s', async (_, other) => {
    const transport = createFakeTransport((request) =>
      request.method === 'status' ? statusOf({}) : other(request),
    )
    await expect(fetchNodeFacts(transport)).resolves.toMatchObject({
      chainId: 'skydev-1',
      appVersion: undefined,
      plan: undefined,
      lastAppliedHeight: undefined,
    })
  })

  it.each([
    [{}, 'node_info.network'],
    [{ node_info: { network: 'x' } }, 'sync_info.latest_block_height'],
    [
      {
        node_info: { network: 'x' },
        sync_info: { latest_block_height: '5', latest_block_time: 0 },
      },
      'sync_info.latest_block_time',
    ],
  ])('does not accept %j as a status', async (status, field) => {
    const transport = createFakeTransport(() => status)
    await expect(fetchNodeFacts(transport)).rejects.toThrow(
      new WireShapeError('status', field).message,
    )
  })
})

describe('fetchBlockTime', () => {
  it('reads the time to the nanosecond', async () => {
    const transport = createFakeTransport(() => ({
      header: { height: '27400494', time: '2026-11-21T03:05:19.878396608Z' },
    }))
    const time = await fetchBlockTime(transport, 27_400_494n)
    expect(time.toISOString()).toBe('2026-11-21T03:05:19.878396608Z')
    expect(transport.seen[0]?.request.params).toEqual({ height: '27400494' })
  })

  it('takes the time of no other block', async () => {
    const transport = createFakeTransport(() => ({
      header: { height: '27400484', time: '2026-11-21T03:04:19Z' },
    }))
    await expect(fetchBlockTime(transport, 27_400_494n)).rejects.toThrow(
      'Asked for height 27400494, the node answered of 27400484.',
    )
  })
})

/** Plan v3 at 200; upgrades applied at 10 and 300, kept under 01 | height | name. */
function answerAll(request: RpcRequest): Json {
  if (request.method === 'status') return statusOf({})
  if (request.method === 'abci_info') return { response: { version: 'v2.1.0' } }
  if (request.params?.path === '/store/upgrade/subspace') {
    return abciValue(Uint8Array.of(...applied(0, 10), ...applied(1, 44)))
  }
  return abciValue(Uint8Array.of(0x0a, 7, 0x0a, 2, 0x76, 0x33, 0x18, 0xc8, 1))
}

/** A pair whose height is `high` × 256 + `low`, named "v". */
function applied(high: number, low: number): number[] {
  const key = [1, 0, 0, 0, 0, 0, 0, high, low, 0x76]
  const pair = [0x0a, key.length, ...key, 0x12, 1, 1]
  return [0x0a, pair.length, ...pair]
}
