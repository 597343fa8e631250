import { describe, expect, it } from 'vitest'
import { TallyResult } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import {
  QueryConstitutionResponse,
  QueryDepositResponse,
  QueryDepositsResponse,
  QueryParamsResponse,
  QueryProposalResponse,
  QueryProposalsRequest,
  QueryProposalsResponse,
  QueryTallyResultResponse,
  QueryVoteResponse,
  QueryVotesResponse,
} from '../../chain/proto/generated/cosmos/gov/v1/query.ts'
import { concatBytes, encodeHex, encodeUtf8 } from '../server/bytes.ts'
import { createAsk, refusalText } from './testing/ask.ts'
import { addressOf, SMALL_WORLD } from './testing/small-world.ts'
import { encodeBytesField, encodeIntegerField } from './wire-fields.ts'

const GOV = '/cosmos.gov.v1.Query/'
const ask = createAsk(SMALL_WORLD)

function on(id: bigint, address?: string): Uint8Array {
  const owner = address === undefined ? new Uint8Array() : encodeBytesField(2, encodeUtf8(address))
  return concatBytes(encodeIntegerField(1, id), owner)
}

function goodValue(method: string, data?: Uint8Array): Uint8Array {
  const answer = ask(`${GOV}${method}`, data)
  expect(answer).toMatchObject({ code: 0, codespace: '', log: '', height: 200n })
  return answer.value ?? new Uint8Array()
}

function refused(method: string, data?: Uint8Array): string {
  const answer = ask(`${GOV}${method}`, data)
  expect(answer).toMatchObject({ value: undefined, height: 200n })
  return refusalText(answer)
}

/** Ids on the page of a filter. */
function idsOf(filter: Partial<QueryProposalsRequest>): bigint[] {
  const none = QueryProposalsRequest.decode(new Uint8Array())
  const data = QueryProposalsRequest.encode({ ...none, ...filter }).finish()
  return QueryProposalsResponse.decode(goodValue('Proposals', data)).proposals.map(({ id }) => id)
}

describe('Proposals', () => {
  it('lists all, or those of a status, in the order of their ids', () => {
    expect(idsOf({})).toEqual([1n, 2n, 3n])
    expect(idsOf({ proposalStatus: 2 })).toEqual([2n])
    expect(idsOf({ proposalStatus: 5 })).toEqual([])
  })

  it('lists those somebody voted on or gave a deposit to, and those with both', () => {
    expect(idsOf({ voter: addressOf(1) })).toEqual([2n])
    expect(idsOf({ depositor: addressOf(1) })).toEqual([3n])
    expect(idsOf({ voter: addressOf(2), depositor: addressOf(2) })).toEqual([2n])
    expect(idsOf({ voter: addressOf(1), depositor: addressOf(1) })).toEqual([])
  })

  it('fails as the module does where an address cannot be read', () => {
    const bad = QueryProposalsRequest.encode({
      ...QueryProposalsRequest.decode(new Uint8Array()),
      depositor: 'nobody',
    }).finish()
    expect(refused('Proposals', bad)).toBe(
      'sdk 6: rpc error: code = Internal desc = decoding bech32 failed: invalid bech32 string length 6: unknown request',
    )
  })
})

describe('one proposal', () => {
  it('is found, or does not exist', () => {
    const { proposal } = QueryProposalResponse.decode(goodValue('Proposal', on(2n)))
    expect(proposal?.title).toBe('Proposal 2')
    expect(refused('Proposal', on(9n))).toBe(
      "sdk 22: rpc error: code = NotFound desc = proposal 9 doesn't exist: key not found",
    )
  })

  it.each(['Proposal', 'TallyResult', 'Votes', 'Vote', 'Deposits', 'Deposit'])(
    'is not number 0 for %s',
    (method) => {
      expect(refused(method)).toBe(
        'sdk 18: rpc error: code = InvalidArgument desc = proposal id can not be 0: invalid request',
      )
    },
  )

  it.each<[bigint, string, string]>([
    [1n, 'stored when its vote has ended', '7'],
    [2n, 'live while it is voted on', '11'],
    [3n, 'of nobody before', '0'],
  ])('has the count of %s: %s', (id, _, yesCount) => {
    const { tally } = QueryTallyResultResponse.decode(goodValue('TallyResult', on(id)))
    expect(tally).toEqual({
      ...TallyResult.decode(new Uint8Array()),
      abstainCount: '0',
      noCount: '0',
      noWithVetoCount: '0',
      yesCount,
    })
  })

  it('of which there is none has no count', () => {
    expect(refused('TallyResult', on(9n))).toMatch(/^sdk 22: .*proposal 9 doesn't exist/)
  })
})

describe('votes', () => {
  it('are listed and counted while the vote is open, and gone afterwards', () => {
    const { votes, pagination } = QueryVotesResponse.decode(goodValue('Votes', on(2n)))
    expect(votes.map(({ voter }) => voter)).toEqual([addressOf(1), addressOf(2)])
    expect(pagination?.total).toBe(2n)
    expect(encodeHex(goodValue('Votes', on(1n)))).toBe('1200')
    expect(encodeHex(goodValue('Votes', on(99n)))).toBe('1200')
  })

  it('are found by voter', () => {
    const { vote } = QueryVoteResponse.decode(goodValue('Vote', on(2n, addressOf(2))))
    expect(vote?.voter).toBe(addressOf(2))
  })

  it('of somebody who did not vote, or of no address, are refused', () => {
    const voter = addressOf(3)
    expect(refused('Vote', on(2n, voter))).toBe(
      `sdk 18: rpc error: code = InvalidArgument desc = voter: ${voter} not found for proposal: 2: invalid request`,
    )
    expect(refused('Vote', on(2n))).toMatch(/desc = empty voter address: invalid request$/)
    expect(refused('Vote', on(2n, addressOf(1, 'akashvaloper')))).toMatch(
      /^sdk 6: hrp does not match/,
    )
  })
})

describe('deposits', () => {
  it('are listed and found by depositor', () => {
    const { deposits } = QueryDepositsResponse.decode(goodValue('Deposits', on(2n)))
    expect(deposits.map(({ depositor }) => depositor)).toEqual([addressOf(2)])
    const { deposit } = QueryDepositResponse.decode(goodValue('Deposit', on(3n, addressOf(1))))
    expect(deposit?.amount).toEqual([{ denom: 'uakt', amount: '1' }])
  })

  it('that were not made are not found, in the words of the store', () => {
    const depositor = addressOf(3)
    expect(refused('Deposit', on(2n, depositor))).toBe(
      `sdk 22: rpc error: code = NotFound desc = collections: not found: key '("2", "${depositor}")' of type github.com/cosmos/gogoproto/cosmos.gov.v1.Deposit: key not found`,
    )
    expect(refused('Deposit', on(2n))).toMatch(/desc = empty depositor address: invalid request$/)
  })
})

describe('Params', () => {
  const paramsOf = (type: string) =>
    QueryParamsResponse.decode(goodValue('Params', encodeBytesField(1, encodeUtf8(type))))

  it.each([
    ['voting', 'votingParams'],
    ['deposit', 'depositParams'],
    ['tallying', 'tallyParams'],
  ] as const)('gives the %s part beside all of them', (type, part) => {
    const response = paramsOf(type)
    const present = Object.entries(response).flatMap(([key, value]) => (value ? [key] : []))
    expect(present.sort()).toEqual(['params', part].sort())
  })

  it('does not know other types', () => {
    expect(refused('Params', encodeBytesField(1, encodeUtf8('burn')))).toBe(
      'sdk 18: rpc error: code = InvalidArgument desc = unknown params type: burn: invalid request',
    )
  })
})

describe('Constitution', () => {
  it('is the text, and an empty message where there is none', () => {
    expect(QueryConstitutionResponse.decode(goodValue('Constitution')).constitution).toBe(
      'Be kind.',
    )
    expect(createAsk({})(`${GOV}Constitution`).value).toEqual(new Uint8Array())
  })
})

describe('data that is no request', () => {
  it.each([
    ['ends in the middle of a field', Uint8Array.from([0x0a, 0x05]), 'unexpected EOF'],
    ['holds a number too long', new Uint8Array(11).fill(0xff), 'proto: integer overflow'],
    ['names no field', Uint8Array.of(0x00), 'proto: illegal tag 0 (wire type 0)'],
    ['has a field of no kind', Uint8Array.of(0x0e), 'proto: illegal wireType 6'],
  ])('is refused when it %s', (_, data, description) => {
    expect(refused('Proposal', data)).toBe(`sdk 18: ${description}: invalid request`)
  })
})
