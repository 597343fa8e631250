import { describe, expect, it } from 'vitest'
import { abciValue, createFakeTransport } from '../../test/fake-transport.ts'
import { DEC_ONE } from '../domain/decimal.ts'
import type { RpcRequest } from '../rpc/transport.ts'
import { UndecodableError } from './gov.ts'
import { PageOrderError } from './page-order.ts'
import {
  QueryValidatorsRequest,
  QueryValidatorsResponse,
} from './proto/generated/cosmos/staking/v1beta1/query.ts'
import { Validator } from './proto/generated/cosmos/staking/v1beta1/staking.ts'
import { fetchBondedValidators } from './staking.ts'

describe('fetchBondedValidators', () => {
  it('reads two pages into one list, in their order', async () => {
    const transport = createFakeTransport((request) =>
      keyOf(request).length === 0
        ? validatorsPage([{ operator: 'a' }, { operator: 'b' }], 7)
        : validatorsPage([{ operator: 'c', jailed: true }]),
    )
    const { value, endpoint, height } = await fetchBondedValidators(transport, 100n)
    expect(value.map(({ operatorAddress }) => operatorAddress)).toEqual(['a', 'b', 'c'])
    expect(value[2]).toEqual({
      operatorAddress: 'c',
      // No operator address of any chain.
      accountAddress: '',
      moniker: 'Moniker of c',
      identity: '',
      website: '',
      tokens: 5_000_000n,
      delegatorShares: 5n * DEC_ONE,
      jailed: true,
      status: 'BOND_STATUS_BONDED',
    })
    expect([endpoint, height]).toEqual(['http://node.test', 100n])
    expect(transport.seen.map(({ request }) => keyOf(request))).toEqual([[], [7]])
    expect(transport.seen.map(({ request }) => queryOf(request).status)).toEqual([
      'BOND_STATUS_BONDED',
      'BOND_STATUS_BONDED',
    ])
  })

  it('gives up on pages that lead into themselves', async () => {
    const transport = createFakeTransport(() => validatorsPage([{ operator: 'a' }], 7))
    await expect(fetchBondedValidators(transport, 100n)).rejects.toThrow(PageOrderError)
    expect(transport.seen).toHaveLength(2)
  })

  it.each([
    ['tokens', { operator: 'a', tokens: '1.5' }],
    ['tokens', { operator: 'a', tokens: '' }],
    ['shares', { operator: 'a', shares: 'all' }],
  ])('refuses %s that are no number, for stake left out changes every share', async (_, one) => {
    const transport = createFakeTransport(() => validatorsPage([one]))
    const error = await fetchBondedValidators(transport, 100n).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UndecodableError)
    expect(error).toMatchObject({ cause: new RangeError('the stake of a is not a number') })
  })
})

function queryOf({ params }: RpcRequest) {
  const data = typeof params?.data === 'string' ? params.data : ''
  return QueryValidatorsRequest.decode(Buffer.from(data, 'hex'))
}

function keyOf(request: RpcRequest): readonly number[] {
  return [...(queryOf(request).pagination?.key ?? [])]
}

interface Asked {
  readonly operator: string
  readonly tokens?: string
  readonly shares?: string
  readonly jailed?: boolean
}

function validatorsPage(validators: readonly Asked[], next?: number) {
  const shares18 = (5n * DEC_ONE).toString()
  return abciValue(
    QueryValidatorsResponse.encode({
      validators: validators.map(({ operator, tokens, shares, jailed }) => ({
        ...Validator.decode(new Uint8Array()),
        operatorAddress: operator,
        jailed: jailed ?? false,
        status: 3,
        tokens: tokens ?? '5000000',
        delegatorShares: shares ?? shares18,
        description: {
          moniker: `Moniker of ${operator}`,
          identity: '',
          website: '',
          securityContact: '',
          details: '',
        },
      })),
      pagination: next === undefined ? undefined : { nextKey: Uint8Array.of(next), total: 0n },
    }).finish(),
  )
}
