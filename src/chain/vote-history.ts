import { parseDec } from '../domain/decimal.ts'
import { parseVoteOption, type WeightedVoteOption } from '../domain/vote.ts'
import type { CastOnProposal, CastVote } from '../domain/vote-history.ts'
import type { Json, RequestOptions, Transport } from '../rpc/transport.ts'
import { readAttributes, readJson, WireShapeError } from './wire.ts'

const PAGE_SIZE = 100
/** A node loads and sorts all matches for every page, so this many pages of a hundred is the most to ask of it. */
const MOST_PAGES = 100

export interface VoteHistory {
  /** By height, then place in the block. */
  readonly casts: readonly CastVote[]
  /** Transactions the node says there are; fewer may have been read when it stopped early. */
  readonly total: number
  readonly isComplete: boolean
  readonly endpoint: string
}

/** The query a reader can repeat. Every way of voting emits this event: v1beta1, weighted, authz, contracts. */
export function voteHistoryQuery(proposalId: bigint): string {
  return `proposal_vote.proposal_id='${proposalId}'`
}

/**
 * Every vote the node's transaction index has for a proposal, changed ones included. An index may reach less far back
 * than the vote and says nothing of it, so this adds to the chain's votes and never replaces them.
 * @throws {RpcRefusalError} when the node keeps no index
 */
export async function fetchVoteHistory(
  transport: Transport,
  proposalId: bigint,
  options: RequestOptions = {},
): Promise<VoteHistory> {
  const casts: CastVote[] = []
  let read = 0
  let total = 0
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await transport.request(
      {
        method: 'tx_search',
        params: {
          query: voteHistoryQuery(proposalId),
          prove: false,
          page: page.toString(),
          per_page: PAGE_SIZE.toString(),
          order_by: 'asc',
        },
      },
      // A slow search must not hold up what else is asked at the moment: a batch is answered as a whole.
      { ...options, isBatchable: false },
    )
    const result = readJson('tx_search', answer.result)
    total = Number(result.integer('total_count'))
    const txs = result.at('txs')
    if (!Array.isArray(txs)) throw new WireShapeError('tx_search', 'txs')
    for (const tx of txs) {
      for (const { proposalId: id, ...cast } of castsOf(tx)) {
        if (id === proposalId) casts.push(cast)
      }
    }
    read += txs.length
    if (read >= total || txs.length === 0) {
      return { casts, total, isComplete: read >= total, endpoint: answer.endpoint }
    }
  }
  return { casts, total, isComplete: false, endpoint: transport.endpoints[0] ?? '' }
}

/** Every vote a transaction of a `tx_search` answer cast. @throws {WireShapeError} */
export function castsOf(tx: Json): readonly CastOnProposal[] {
  const read = readJson('tx_search', tx)
  const events = read.at('tx_result.events')
  if (!Array.isArray(events)) throw new WireShapeError('tx_search', 'txs[].tx_result.events')
  const height = read.integer('height')
  const txHash = read.text('hash')
  return events.flatMap((event) => {
    if (readJson('tx_search', event).at('type') !== 'proposal_vote') return []
    const attributes = readAttributes('tx_search', event)
    const voter = attributes.get('voter')
    const options = parseOptions(attributes.get('option') ?? '')
    // Before SDK 0.47 events name no voter; such votes stay unknown rather than nameless.
    if (voter === undefined || options === undefined) return []
    const id = attributes.get('proposal_id') ?? ''
    if (!/^\d{1,20}$/.test(id)) return []
    const isByAuthz = attributes.has('authz_msg_index')
    return [{ proposalId: BigInt(id), voter, options, height, txHash, isByAuthz }]
  })
}

/** `[{"option":1,"weight":"1.000000000000000000"}]`; undefined for any other text. */
function parseOptions(text: string): readonly WeightedVoteOption[] | undefined {
  let json: Json
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!Array.isArray(json)) return undefined
  const options: WeightedVoteOption[] = []
  for (const item of json) {
    const read = readJson('tx_search', item)
    const option = read.at('option')
    const weight = read.at('weight')
    const value = typeof weight === 'string' ? parseDec(weight) : undefined
    if (typeof option !== 'number' || value === undefined) return undefined
    options.push({ option: parseVoteOption(option), weight: value })
  }
  return options
}
