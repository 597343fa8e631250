import { BinaryReader } from '@bufbuild/protobuf/wire'
import type { RequestOptions, RpcRequest, Transport } from '../rpc/transport.ts'
import { AbciQueryError, abciRequest, fetchAbci } from './abci.ts'
import { decodeUint64, encodeUint64 } from './bytes.ts'
import { type ProposalPage, type ProposalPageRequest, UndecodableError } from './gov.ts'
import { GOV_PATH } from './gov-paths.ts'
import { decodeProposal, type ReadProposal } from './gov-proposal.ts'
import { isInOrder, PageOrderError } from './page-order.ts'
import { PageResponse } from './proto/generated/cosmos/base/query/v1beta1/pagination.ts'
import { QueryProposalsRequest } from './proto/generated/cosmos/gov/v1/query.ts'
import { readBelievable } from './unbelievable.ts'

/** The call of `fetchProposalPage`. A page key of x/gov is the id as eight bytes (collections.Uint64Key). */
export function proposalPageRequest(request: ProposalPageRequest): RpcRequest {
  return abciRequest({ path: GOV_PATH.proposals, data: pageData(request), height: request.height })
}

function pageData({ limit, isReverse, fromId }: ProposalPageRequest): Uint8Array {
  return QueryProposalsRequest.encode({
    proposalStatus: 0,
    voter: '',
    depositor: '',
    pagination: {
      key: fromId === undefined ? new Uint8Array() : encodeUint64(fromId),
      offset: 0n,
      limit,
      countTotal: false,
      reverse: isReverse,
    },
  }).finish()
}

/**
 * One page of proposals. Where the node cannot unpack one of them it fails the whole page (collections' codec unpacks
 * every Any); then each is read on its own, and from the raw store as a last resort: a row is lost, not the page.
 * Pages that do not lead on are read that way too.
 * @throws {AbciQueryError|EndpointError|PageOrderError} when not even single reads are answered
 */
export async function fetchProposalPage(
  transport: Transport,
  request: ProposalPageRequest,
  options: RequestOptions = {},
): Promise<ProposalPage> {
  const query = { path: GOV_PATH.proposals, data: pageData(request), height: request.height }
  let page: ProposalPage
  try {
    page = await readBelievable(transport, options, async (each) => {
      const { value, endpoint } = await fetchAbci(transport, query, each)
      const read = { ...decodePage(value, endpoint), endpoint }
      if (!isInOrder(request, read)) throw new PageOrderError(GOV_PATH.proposals, endpoint)
      return read
    })
  } catch (error) {
    if (!isBrokenPage(error)) throw error
    // Seldom needed, so it is no part of what a first visit loads.
    const { rescueProposalPage } = await import('./gov-rescue.ts')
    return rescueProposalPage(transport, request, error, oneByOne(options))
  }
  if (page.proposals.every(({ row }) => row.kind === 'proposal')) return page
  const { rereadUnreadable } = await import('./gov-rescue.ts')
  return rereadUnreadable(transport, request, page, oneByOne(options))
}

/** Single reads are small and many, whatever the page was. */
function oneByOne({ isBatchable: _, ...options }: RequestOptions): RequestOptions {
  return options
}

/** A list cannot be "not found" nor its question malformed: such a refusal is about something inside the page. */
function isBrokenPage(error: unknown): boolean {
  if (error instanceof UndecodableError || error instanceof PageOrderError) return true
  return (
    error instanceof AbciQueryError &&
    ['other', 'invalid-argument', 'not-found'].includes(error.refusal)
  )
}

/** Splits the page into the bytes of each proposal before decoding any, so that one bad row stays one bad row. */
function decodePage(bytes: Uint8Array, endpoint: string): Omit<ProposalPage, 'endpoint'> {
  const proposals: ReadProposal[] = []
  let nextKey: Uint8Array = new Uint8Array()
  try {
    const reader = new BinaryReader(bytes)
    while (reader.pos < reader.len) {
      const [field, wireType] = reader.tag()
      if (field === 1) {
        const proposalBytes = reader.bytes()
        proposals.push({ row: decodeProposal(proposalBytes), bytes: proposalBytes })
      } else if (field === 2) nextKey = PageResponse.decode(reader.bytes()).nextKey
      else reader.skip(wireType)
    }
  } catch (cause) {
    throw new UndecodableError(GOV_PATH.proposals, endpoint, { cause })
  }
  const nextId = decodeUint64(nextKey)
  // A key of another form still means that there is more: ending here would drop it.
  if (nextId === undefined && nextKey.length > 0) {
    throw new UndecodableError(GOV_PATH.proposals, endpoint)
  }
  return { proposals, nextId }
}
