import { describe, expect, it } from 'vitest'
import {
  QuerySigningInfoResponse,
  QuerySigningInfosResponse,
} from '../../chain/proto/generated/cosmos/slashing/v1beta1/query.ts'
import {
  QueryDelegationResponse,
  QueryDelegatorDelegationsResponse,
  QueryValidatorDelegationsResponse,
  QueryValidatorResponse,
  QueryValidatorsResponse,
} from '../../chain/proto/generated/cosmos/staking/v1beta1/query.ts'
import { concatBytes, encodeUtf8 } from '../server/bytes.ts'
import { createAsk, refusalText } from './testing/ask.ts'
import { addressOf, SMALL_WORLD } from './testing/small-world.ts'
import { encodeBytesField, encodeIntegerField } from './wire-fields.ts'

const STAKING = '/cosmos.staking.v1beta1.Query/'
const SLASHING = '/cosmos.slashing.v1beta1.Query/'
const OPERATOR = addressOf(2, 'akashvaloper')
const ask = createAsk(SMALL_WORLD)

function texts(...values: readonly string[]): Uint8Array {
  return concatBytes(...values.map((value, at) => encodeBytesField(at + 1, encodeUtf8(value))))
}

function goodValue(path: string, data?: Uint8Array): Uint8Array {
  const answer = ask(path, data)
  expect(answer).toMatchObject({ code: 0, codespace: '', log: '', height: 200n })
  return answer.value ?? new Uint8Array()
}

describe('Validators', () => {
  it.each([
    ['', [addressOf(1, 'akashvaloper'), OPERATOR]],
    ['BOND_STATUS_BONDED', [addressOf(1, 'akashvaloper')]],
    ['BOND_STATUS_UNBONDED', [OPERATOR]],
    ['BOND_STATUS_UNBONDING', []],
  ])('of status %j', (status, operators) => {
    const response = QueryValidatorsResponse.decode(
      goodValue(`${STAKING}Validators`, texts(status)),
    )
    expect(response.validators.map(({ operatorAddress }) => operatorAddress)).toEqual(operators)
    expect(response.pagination?.total).toBe(BigInt(operators.length))
  })

  it('of a status there is not are refused', () => {
    expect(refusalText(ask(`${STAKING}Validators`, texts('bonded')))).toBe(
      'sdk 18: rpc error: code = InvalidArgument desc = invalid validator status bonded: invalid request',
    )
  })
})

describe('Validator', () => {
  it('is found by its operator, or is not there', () => {
    const found = QueryValidatorResponse.decode(goodValue(`${STAKING}Validator`, texts(OPERATOR)))
    expect(found.validator?.tokens).toBe('1000000')
    const stranger = addressOf(9, 'akashvaloper')
    expect(refusalText(ask(`${STAKING}Validator`, texts(stranger)))).toBe(
      `sdk 22: rpc error: code = NotFound desc = validator ${stranger} not found: key not found`,
    )
  })

  it.each(['Validator', 'ValidatorDelegations'])('has to be named for %s', (method) => {
    expect(refusalText(ask(`${STAKING}${method}`))).toBe(
      'sdk 18: rpc error: code = InvalidArgument desc = validator address cannot be empty: invalid request',
    )
  })
})

describe('delegations', () => {
  it('of a delegator are worth their part of the tokens, cut to whole uakt', () => {
    const data = texts(addressOf(1))
    const { delegationResponses } = QueryDelegatorDelegationsResponse.decode(
      goodValue(`${STAKING}DelegatorDelegations`, data),
    )
    // 10^6 shares of 2·10^6 that hold 2·10^6 uakt; 1 share of 2·10^6 that hold 10^6, which is half a uakt.
    expect(delegationResponses.map(({ balance }) => balance)).toEqual([
      { denom: 'uakt', amount: '1000000' },
      { denom: 'uakt', amount: '0' },
    ])
  })

  it('to a validator are counted, and go on at the bare bytes of the delegator', () => {
    const page = encodeBytesField(
      2,
      concatBytes(encodeIntegerField(3, 1n), encodeIntegerField(4, 1n)),
    )
    const { delegationResponses, pagination } = QueryValidatorDelegationsResponse.decode(
      goodValue(`${STAKING}ValidatorDelegations`, concatBytes(texts(OPERATOR), page)),
    )
    expect(delegationResponses[0]?.delegation?.delegatorAddress).toBe(addressOf(1))
    expect(pagination).toEqual({ nextKey: new Uint8Array(20).fill(3), total: 2n })
  })

  it('of a stranger are an empty list and no error', () => {
    expect(goodValue(`${STAKING}DelegatorDelegations`, texts(addressOf(8)))).toEqual(
      Uint8Array.of(0x12, 0x00),
    )
  })

  it('are found by both ends, or are not there', () => {
    const pair = texts(addressOf(3), OPERATOR)
    const found = QueryDelegationResponse.decode(goodValue(`${STAKING}Delegation`, pair))
    expect(found.delegationResponse?.balance?.amount).toBe('499999')
    const [delegator, operator] = [addressOf(3), addressOf(1, 'akashvaloper')]
    expect(refusalText(ask(`${STAKING}Delegation`, texts(delegator, operator)))).toBe(
      `sdk 22: rpc error: code = NotFound desc = delegation with delegator ${delegator} not found for validator ${operator}: key not found`,
    )
  })

  it.each<[string, string[], string]>([
    ['DelegatorDelegations', [''], 'delegator address cannot be empty: invalid request'],
    ['Delegation', ['', OPERATOR], 'delegator address cannot be empty: invalid request'],
    ['Delegation', [addressOf(1), ''], 'validator address cannot be empty: invalid request'],
    [
      'DelegatorDelegations',
      ['x'],
      'sdk 18: decoding bech32 failed: invalid bech32 string length 1: invalid request',
    ],
    [
      'Delegation',
      [addressOf(1), addressOf(1)],
      "expected 'akashvaloper' got 'akash': internal logic error: unknown request",
    ],
  ])('by no address are refused: %s of %j', (method, values, ending) => {
    expect(refusalText(ask(`${STAKING}${method}`, texts(...values))).endsWith(ending)).toBe(true)
  })
})

describe('signing infos', () => {
  it('are listed and found by consensus address', () => {
    const { info } = QuerySigningInfosResponse.decode(goodValue(`${SLASHING}SigningInfos`))
    expect(info.map(({ missedBlocksCounter }) => missedBlocksCounter)).toEqual([1n, 2n])
    const one = goodValue(`${SLASHING}SigningInfo`, texts(addressOf(2, 'akashvalcons')))
    expect(QuerySigningInfoResponse.decode(one).valSigningInfo?.missedBlocksCounter).toBe(2n)
  })

  it('of nobody are refused', () => {
    const stranger = addressOf(9, 'akashvalcons')
    expect(refusalText(ask(`${SLASHING}SigningInfo`, texts(stranger)))).toBe(
      `sdk 22: rpc error: code = NotFound desc = SigningInfo not found for validator ${stranger}: key not found`,
    )
    expect(refusalText(ask(`${SLASHING}SigningInfo`))).toBe(
      'sdk 18: rpc error: code = InvalidArgument desc = invalid request: invalid request',
    )
  })

  it('refuse key and offset together without a gRPC status, which x/slashing does not give', () => {
    const page = concatBytes(encodeBytesField(1, Uint8Array.of(1)), encodeIntegerField(2, 1n))
    expect(refusalText(ask(`${SLASHING}SigningInfos`, encodeBytesField(1, page)))).toBe(
      'sdk 18: invalid request, either offset or key is expected, got both: invalid request',
    )
  })
})
