import { parseDec } from '../domain/decimal.ts'
import { parseVoteOption, type Vote } from '../domain/vote.ts'
import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { fetchAbci } from './abci.ts'
import { UndecodableError } from './gov.ts'
import { PageOrderError } from './page-order.ts'
import type { Vote as VoteProto } from './proto/generated/cosmos/gov/v1/gov.ts'
import { QueryVotesRequest, QueryVotesResponse } from './proto/generated/cosmos/gov/v1/query.ts'

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
 * none. Pages follow one another; one that leads back to where another began ends the reading with an error, for votes
 * missing from a tally are worse than no tally.
 * @throws {AbciQueryError|EndpointError|UndecodableError|PageOrderError}
 */
export async function fetchVotes(
  transport: Transport,
  proposalId: bigint,
  height: bigint,
  options: RequestOptions = {},
): Promise<VotesAnswer> {
  const votes: Vote[] = []
  const keys = new Set<string>()
  let key: Uint8Array = new Uint8Array()
  for (let page = 0; page < MOST_PAGES; page++) {
    const data = QueryVotesRequest.encode({
      proposalId,
      pagination: { key, offset: 0n, limit: PAGE_SIZE, countTotal: false, reverse: false },
    }).finish()
    const answer = await fetchAbci(transport, { path: VOTES_PATH, data, height }, options)
    const { votes: read, nextKey } = decodeVotes(answer.value, answer.endpoint)
    for (const vote of read) votes.push(vote)
    if (nextKey.length === 0) return { votes, endpoint: answer.endpoint }
    if (keys.has(nextKey.join())) throw new PageOrderError(VOTES_PATH, answer.endpoint)
    keys.add(nextKey.join())
    key = nextKey
  }
  throw new PageOrderError(VOTES_PATH, transport.endpoints[0] ?? '')
}

/** The votes of one page, in their order, and the key of the next. @throws {UndecodableError} */
export function decodeVotes(bytes: Uint8Array, endpoint: string) {
  try {
    const { votes, pagination } = QueryVotesResponse.decode(bytes)
    return { votes: votes.map(toVote), nextKey: pagination?.nextKey ?? new Uint8Array() }
  } catch (cause) {
    throw new UndecodableError(VOTES_PATH, endpoint, { cause })
  }
}

/** @throws {RangeError} on a weight that is no decimal: it would be missing from every sum */
function toVote({ voter, options, metadata }: VoteProto): Vote {
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
