import { parseDec } from '../domain/decimal.ts'
import { parseVoteOption, type Vote } from '../domain/vote.ts'
import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { fetchAllPages } from './all-pages.ts'
import { PageCountError } from './page-count.ts'
import type { Vote as VoteProto } from './proto/generated/cosmos/gov/v1/gov.ts'
import { QueryVotesRequest, QueryVotesResponse } from './proto/generated/cosmos/gov/v1/query.ts'
import { readBelievable } from './unbelievable.ts'

export const VOTES_PATH = '/cosmos.gov.v1.Query/Votes'

/** About 110 bytes a vote: a page of this size is half a megabyte, well within a node's eleven seconds. */
const PAGE_SIZE = 5_000n
/** 50,000 votes are ten pages; a node that has more to say after fifty is not to be believed. */
const MOST_PAGES = 50

export interface VotesAnswer {
  /** In the order of the voters' address bytes, as the chain keeps them. */
  readonly votes: readonly Vote[]
  readonly endpoint: string
}

/**
 * Every vote a proposal has at a height. The chain deletes them when the vote ends, so a closed proposal answers with
 * none. Pages follow one another; one that leads back to where another began ends the reading with an error, and so do
 * pages that hold another number of votes than the node counts: whoever is missing would pass for a non-voter.
 * @throws {AbciQueryError|EndpointError|UndecodableError|PageOrderError|PageCountError}
 */
export async function fetchVotes(
  transport: Transport,
  proposalId: bigint,
  height: bigint,
  options: RequestOptions = {},
): Promise<VotesAnswer> {
  return readBelievable(transport, options, (each) =>
    readVotes(transport, proposalId, height, each),
  )
}

async function readVotes(
  transport: Transport,
  proposalId: bigint,
  height: bigint,
  options: RequestOptions,
): Promise<VotesAnswer> {
  let total = 0n
  const { value, endpoint } = await fetchAllPages(
    transport,
    {
      path: VOTES_PATH,
      height,
      pageSize: PAGE_SIZE,
      mostPages: MOST_PAGES,
      encode: (pagination) => QueryVotesRequest.encode({ proposalId, pagination }).finish(),
      isCounted: true,
      keyOf: ({ voter }: Vote) => voter,
      decode: (bytes) => {
        const page = decodeVotes(bytes)
        // Pages asked for by key have none.
        if (page.total > 0n) total = page.total
        return page
      },
    },
    options,
  )
  // Some nodes do not count.
  if (total > 0n && BigInt(value.length) !== total) {
    throw new PageCountError(VOTES_PATH, endpoint)
  }
  return { votes: value, endpoint }
}

/** The votes of one page in their order, the key of the next, and of how many. @throws what the decoder throws, RangeError */
export function decodeVotes(bytes: Uint8Array) {
  const { votes, pagination } = QueryVotesResponse.decode(bytes)
  return { items: votes.map(toVote), nextKey: pagination?.nextKey, total: pagination?.total ?? 0n }
}

/** @throws {RangeError} on a weight that is no decimal: it would be missing from every sum */
export function toVote({ voter, options, metadata }: VoteProto): Vote {
  return {
    voter,
    metadata,
    options: options.map(({ option, weight }) => {
      const value = parseDec(weight)
      if (value === undefined) throw new RangeError(`a weight of ${voter} is not a decimal`)
      return { option: parseVoteOption(option), weight: value }
    }),
  }
}
