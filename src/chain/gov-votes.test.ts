import { describe, expect, it } from 'vitest'
import { abciValue, createFakeTransport } from '../../test/fake-transport.ts'
import { DEC_ONE } from '../domain/decimal.ts'
import type { RpcRequest } from '../rpc/transport.ts'
import { UndecodableError } from './gov.ts'
import { fetchVotes } from './gov-votes.ts'
import { PageCountError } from './page-count.ts'
import { PageOrderError } from './page-order.ts'
import { QueryVotesRequest, QueryVotesResponse } from './proto/generated/cosmos/gov/v1/query.ts'

describe('fetchVotes', () => {
  it('reads 50,000 votes over ten pages whole, and asks for their number once', async () => {
    const transport = createFakeTransport((request) => {
      const { key, limit } = asked(request)
      const first = key.length === 0 ? 0 : Number(Buffer.from(key).readUInt32BE())
      const end = first + Number(limit)
      const voters = Array.from({ length: Number(limit) }, (_, at) => `akash1voter${first + at}`)
      return votesPage(voters, {
        next: end < 50_000 ? end : undefined,
        total: first === 0 ? 50_000 : 0,
      })
    })
    const { votes, endpoint } = await fetchVotes(transport, 353n, 100n)
    expect(votes).toHaveLength(50_000)
    expect(new Set(votes.map(({ voter }) => voter)).size).toBe(50_000)
    expect(votes[49_999]).toEqual({
      voter: 'akash1voter49999',
      metadata: 'why',
      options: [
        { option: 'VOTE_OPTION_YES', weight: DEC_ONE / 4n },
        { option: 0, weight: (DEC_ONE / 4n) * 3n },
      ],
    })
    expect(endpoint).toBe('http://node.test')
    expect(transport.seen.map(({ request }) => asked(request).countTotal)).toEqual([
      true,
      ...Array.from({ length: 9 }, () => false),
    ])
  })

  it('refuses pages that lead back to one another, instead of reading them for ever', async () => {
    const transport = createFakeTransport((request) => {
      const key = asked(request).key[3] ?? 0
      return votesPage([`akash1${key}`], { next: key === 0 ? 7 : 8 })
    })
    await expect(fetchVotes(transport, 353n, 100n)).rejects.toThrow(PageOrderError)
    expect(transport.seen).toHaveLength(3)
  })

  it('refuses pages that stop early, for whoever is missing would pass for a non-voter', async () => {
    const transport = createFakeTransport(() => votesPage(['akash1a', 'akash1b'], { total: 3 }))
    const error = await fetchVotes(transport, 353n, 100n).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(PageCountError)
    expect(error).toMatchObject({
      message:
        'The pages of /cosmos.gov.v1.Query/Votes do not hold as many items as the node counts.',
      endpoint: 'http://node.test',
    })
  })

  it('refuses a voter given twice in place of another', async () => {
    const transport = createFakeTransport((request) =>
      asked(request).key.length === 0
        ? votesPage(['akash1a', 'akash1b'], { next: 7, total: 4 })
        : votesPage(['akash1b', 'akash1c']),
    )
    await expect(fetchVotes(transport, 353n, 100n)).rejects.toThrow(PageOrderError)
  })

  it('believes a node that does not count', async () => {
    const transport = createFakeTransport(() => votesPage(['akash1a', 'akash1b']))
    const { votes } = await fetchVotes(transport, 353n, 100n)
    expect(votes.map(({ voter }) => voter)).toEqual(['akash1a', 'akash1b'])
  })

  it('reads that nobody voted', async () => {
    const transport = createFakeTransport(() => votesPage([]))
    await expect(fetchVotes(transport, 353n, 100n)).resolves.toMatchObject({ votes: [] })
  })

  it('refuses a page that cannot be decoded, on whichever page it is', async () => {
    const transport = createFakeTransport((request) =>
      asked(request).key.length === 0
        ? votesPage(['akash1a'], { next: 7, total: 2 })
        : abciValue(Uint8Array.of(0x0a, 0xff)),
    )
    await expect(fetchVotes(transport, 353n, 100n)).rejects.toThrow(UndecodableError)
  })

  it.each(['', 'much', '0.1234567890123456789'])(
    'refuses the weight %j, which would be missing from every sum',
    async (weight) => {
      const transport = createFakeTransport(() => votesPage(['akash1a'], { weight }))
      const error = await fetchVotes(transport, 353n, 100n).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(UndecodableError)
      expect(error).toMatchObject({
        cause: new RangeError('a weight of akash1a is not a decimal'),
      })
    },
  )
})

function asked({ params }: RpcRequest) {
  const data = Buffer.from(typeof params?.data === 'string' ? params.data : '', 'hex')
  const { pagination } = QueryVotesRequest.decode(data)
  if (pagination === undefined) throw new Error('no page was asked for')
  return pagination
}

interface PageEnd {
  readonly next?: number | undefined
  readonly total?: number
  readonly weight?: string
}

function votesPage(voters: readonly string[], { next, total = 0, weight }: PageEnd = {}) {
  const nextKey = Buffer.alloc(next === undefined ? 0 : 4)
  if (next !== undefined) nextKey.writeUInt32BE(next)
  return abciValue(
    QueryVotesResponse.encode({
      votes: voters.map((voter) => ({
        proposalId: 353n,
        voter,
        options: [
          { option: 1, weight: weight ?? '0.250000000000000000' },
          { option: 0, weight: '0.750000000000000000' },
        ],
        metadata: 'why',
      })),
      pagination: { nextKey, total: BigInt(total) },
    }).finish(),
  )
}
