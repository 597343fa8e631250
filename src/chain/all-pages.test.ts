import { describe, expect, it } from 'vitest'
import { abciRefusal, abciValue, createFakeTransport } from '../../test/fake-transport.ts'
import type { RpcRequest } from '../rpc/transport.ts'
import { fetchDeposits } from './gov-detail.ts'
import {
  QueryDepositsRequest,
  QueryDepositsResponse,
} from './proto/generated/cosmos/gov/v1/query.ts'
import {
  QueryDelegatorDelegationsRequest,
  QueryDelegatorDelegationsResponse,
} from './proto/generated/cosmos/staking/v1beta1/query.ts'
import { fetchDelegations } from './staking.ts'

const SHARES = '1000000000000000000'

describe('fetchDelegations', () => {
  it('follows the pages of an account with more delegations than one page has', async () => {
    const transport = createFakeTransport((request) => {
      const at = delegationsPage(request)
      return at === undefined ? delegations(['val1', 'val2'], 7) : delegations(['val3'])
    })
    const read = await fetchDelegations(transport, 'akash1a', 100n)
    expect(read.map(({ operatorAddress }) => operatorAddress)).toEqual(['val1', 'val2', 'val3'])
    // The first request as recorded, the next from the key on.
    expect(transport.seen.map(({ request }) => delegationsPage(request))).toEqual([
      undefined,
      { key: [7], limit: 500n },
    ])
  })

  it('gives up on a node that leads in circles instead of counting with it for ever', async () => {
    const transport = createFakeTransport((request) => {
      const key = delegationsPage(request)?.key[0] ?? 0
      return delegations([`val${key}`], key === 7 ? 8 : 7)
    })
    await expect(fetchDelegations(transport, 'akash1a', 100n)).rejects.toThrow(/repeat/)
    expect(transport.seen).toHaveLength(3)
  })

  it('counts no stake twice that a node tells twice', async () => {
    const transport = createFakeTransport(() => delegations(['val1', 'val1']))
    await expect(fetchDelegations(transport, 'akash1a', 100n)).rejects.toThrow(/repeat/)
  })

  it('knows none of an account that never delegated, but does not forget a first page', async () => {
    const none = createFakeTransport(() => abciRefusal(22, 'unable to find delegations'))
    await expect(fetchDelegations(none, 'akash1a', 100n)).resolves.toEqual([])
    const half = createFakeTransport((request) =>
      delegationsPage(request) === undefined
        ? delegations(['val1'], 7)
        : abciRefusal(22, 'unable to find delegations'),
    )
    await expect(fetchDelegations(half, 'akash1a', 100n)).rejects.toThrow(/refused/)
  })
})

describe('fetchDeposits', () => {
  it('reads depositors beyond the first hundred', async () => {
    const transport = createFakeTransport((request) => {
      const { pagination } = QueryDepositsRequest.decode(dataOf(request))
      return pagination === undefined ? deposits('akash1a', 9) : deposits('akash1b')
    })
    const { value } = await fetchDeposits(transport, 1n, 100n)
    expect(value.map(({ depositor }) => depositor)).toEqual(['akash1a', 'akash1b'])
  })

  it('ends with an error, not with a part, where the node never comes to an end', async () => {
    let next = 0
    const transport = createFakeTransport(() => {
      next += 1
      return deposits(`akash1a${next}`, next)
    })
    await expect(fetchDeposits(transport, 1n, 100n)).rejects.toThrow(/repeat/)
    expect(transport.seen).toHaveLength(6)
  })
})

function dataOf({ params }: RpcRequest): Uint8Array {
  return Buffer.from(typeof params?.data === 'string' ? params.data : '', 'hex')
}

function delegationsPage(request: RpcRequest) {
  const { pagination } = QueryDelegatorDelegationsRequest.decode(dataOf(request))
  return pagination && { key: [...pagination.key], limit: pagination.limit }
}

function delegations(operators: readonly string[], next?: number) {
  return abciValue(
    QueryDelegatorDelegationsResponse.encode({
      delegationResponses: operators.map((validatorAddress) => ({
        delegation: { delegatorAddress: 'akash1a', validatorAddress, shares: SHARES },
        balance: undefined,
      })),
      pagination: paginationOf(next),
    }).finish(),
  )
}

function deposits(depositor: string, next?: number) {
  return abciValue(
    QueryDepositsResponse.encode({
      deposits: [{ proposalId: 1n, depositor, amount: [] }],
      pagination: paginationOf(next),
    }).finish(),
  )
}

function paginationOf(next: number | undefined) {
  return next === undefined ? undefined : { nextKey: Uint8Array.of(next), total: 0n }
}
