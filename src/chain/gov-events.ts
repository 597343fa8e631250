import type { ConversionSearch } from '../domain/proposal-conversion.ts'
import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { readJson, WireShapeError } from './wire.ts'

/** The block event of a count (x/gov/abci.go). */
export function countedProposalQuery(proposalId: bigint): string {
  return `active_proposal.proposal_id='${proposalId}'`
}

export interface ConversionEvidence {
  readonly search: ConversionSearch
  /** Block whose end counted the failed expedited round. */
  readonly height: bigint | undefined
  readonly endpoint: string
}

/**
 * Whether the node's block index has seen an expedited round of a proposal fail. Not finding it proves nothing by
 * itself: the index may begin after the vote did.
 * @throws {RpcRefusalError} when the node keeps no block index
 */
export async function fetchConversionEvidence(
  transport: Transport,
  proposalId: bigint,
  options: RequestOptions = {},
): Promise<ConversionEvidence> {
  const answer = await transport.request(
    {
      method: 'block_search',
      params: {
        query: countedProposalQuery(proposalId),
        page: '1',
        per_page: '1',
        order_by: 'asc',
      },
    },
    // A slow search must not hold up what else is asked at the moment: a batch is answered as a whole.
    { ...options, isBatchable: false },
  )
  const { endpoint } = answer
  const read = readJson('block_search', answer.result)
  const blocks = read.at('blocks')
  if (!Array.isArray(blocks)) throw new WireShapeError('block_search', 'blocks')
  const [block] = blocks
  if (block === undefined) {
    // A pruned block is counted in the total and left out of the list.
    const search = read.integer('total_count') > 0n ? 'not-searched' : 'not-found'
    return { search, height: undefined, endpoint }
  }
  const height = readJson('block_search', block).integer('block.header.height')
  const isRejected = await isExpeditedRejection(transport, proposalId, height, options)
  return { search: isRejected ? 'found' : 'not-found', height, endpoint }
}

async function isExpeditedRejection(
  transport: Transport,
  proposalId: bigint,
  height: bigint,
  options: RequestOptions,
): Promise<boolean> {
  const answer = await transport.request(
    { method: 'block_results', params: { height: height.toString() } },
    options,
  )
  const events = readJson('block_results', answer.result).at('finalize_block_events')
  if (!Array.isArray(events)) {
    throw new WireShapeError('block_results', 'finalize_block_events')
  }
  return events.some((event) => {
    const read = readJson('block_results', event)
    const attributes = read.at('attributes')
    if (read.at('type') !== 'active_proposal' || !Array.isArray(attributes)) return false
    const has = (key: string, value: string) =>
      attributes.some((attribute) => {
        const own = readJson('block_results', attribute)
        return own.at('key') === key && own.at('value') === value
      })
    return (
      has('proposal_id', proposalId.toString()) &&
      has('proposal_result', 'expedited_proposal_rejected')
    )
  })
}
