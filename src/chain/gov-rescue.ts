import { EndpointError, RpcRefusalError } from '../rpc/errors.ts'
import type { RequestOptions, Transport } from '../rpc/transport.ts'
import { type AbciQuery, AbciQueryError, fetchAbci } from './abci.ts'
import { decodeUint64, encodeUint64 } from './bytes.ts'
import {
  type Answered,
  type ProposalPage,
  type ProposalPageRequest,
  UndecodableError,
} from './gov.ts'
import { fetchProposal } from './gov-detail.ts'
import { decodeProposal, type ReadProposal } from './gov-proposal.ts'
import { Pairs } from './proto/generated/cosmos/store/internal/kv/v1beta1/kv.ts'

/** x/gov/types/keys.go: proposals live under 00|id, the next id under 03. */
const STORE_PATH = '/store/gov/key'
const PROPOSAL_PREFIX = 0x00
const NEXT_ID_QUERY: AbciQuery = {
  path: '/store/gov/subspace',
  data: Uint8Array.of(0x03),
  height: undefined,
}

/** One proposal straight from the store, where no server-side decoding can fail. undefined: nothing is stored there. */
async function fetchStoredProposal(
  transport: Transport,
  id: bigint,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<ReadProposal> | undefined> {
  const data = Uint8Array.of(PROPOSAL_PREFIX, ...encodeUint64(id))
  const answer = await fetchAbci(transport, { path: STORE_PATH, data, height }, options)
  if (answer.value.length === 0) return undefined
  return {
    value: { row: decodeProposal(answer.value, id), bytes: answer.value },
    endpoint: answer.endpoint,
    height: answer.height,
  }
}

/**
 * The id the next proposal will get, in the node's newest state: a `/subspace` read knows no other, and a proposal that
 * is newer than the height asked for is simply not found there.
 * @throws {AbciQueryError|EndpointError} when the store cannot be read
 */
async function fetchNextProposalId(
  transport: Transport,
  options: RequestOptions,
): Promise<{ readonly value: bigint | undefined; readonly endpoint: string }> {
  const { value, endpoint } = await fetchAbci(transport, NEXT_ID_QUERY, options)
  const pair = Pairs.decode(value).pairs.find(({ key }) => key.length === 1)
  return { value: pair === undefined ? undefined : decodeUint64(pair.value), endpoint }
}

/** x/gov says NotFound, and only NotFound, of an id it holds no proposal for. */
export function isAbsence(error: unknown): error is AbciQueryError {
  return error instanceof AbciQueryError && error.codespace === 'sdk' && error.code === 22
}

/**
 * One proposal by its query or, where the node cannot unpack it or its answer does not decode, from the store.
 * @throws what the query threw, where the store has nothing better; `isAbsence` tells that there is none
 */
export async function fetchProposalOrStored(
  transport: Transport,
  id: bigint,
  height: bigint,
  options: RequestOptions = {},
): Promise<Answered<ReadProposal>> {
  const asked = fetchProposal(transport, id, height, options)
  try {
    const answer = await asked
    if (answer.value.row.kind === 'proposal') return answer
  } catch (error) {
    if (!isAboutContent(error)) throw error
  }
  const stored = await fetchStoredProposal(transport, id, height, options).catch(() => undefined)
  if (stored?.value.row.kind === 'proposal') return stored
  return stored === undefined ? asked : asked.catch(() => stored)
}

/** Refusals that say something about the proposal itself rather than the height, the node or the question. */
function isAboutContent(error: unknown): boolean {
  if (error instanceof UndecodableError || error instanceof RpcRefusalError) return true
  if (!(error instanceof AbciQueryError)) return false
  return ['other', 'invalid-argument', 'not-found'].includes(error.refusal) && !isAbsence(error)
}

/**
 * A page the node could not give in one piece, read proposal by proposal. Ids are dense but for deleted ones, so the
 * page is the range of ids it would have covered.
 * @throws the page's own error when not even the range can be learnt
 */
export async function rescueProposalPage(
  transport: Transport,
  request: ProposalPageRequest,
  pageError: unknown,
  options: RequestOptions,
): Promise<ProposalPage> {
  const next = await fetchNextProposalId(transport, options).catch(() => undefined)
  options.signal?.throwIfAborted()
  if (next?.value === undefined) throw pageError
  const newest = next.value - 1n
  const ids = pageIds(request, newest)
  const reads = await Promise.all(ids.map((id) => fetchOne(transport, id, request.height, options)))
  const last = ids.at(-1)
  const nextId = last === undefined ? undefined : request.isReverse ? last - 1n : last + 1n
  const hasNext = nextId !== undefined && nextId >= 1n && nextId <= newest
  return {
    proposals: reads.flatMap((read) => (read === undefined ? [] : [read])),
    nextId: hasNext ? nextId : undefined,
    endpoint: next.endpoint,
  }
}

/** Reads the rows of a page that did not decode once more, one by one; those that still do not decode stay as they are. */
export async function rereadUnreadable(
  transport: Transport,
  request: ProposalPageRequest,
  answered: ProposalPage,
  options: RequestOptions,
): Promise<ProposalPage> {
  const page = { ...answered, proposals: withInferredIds(answered.proposals) }
  if (!isEveryIdKnown(request, page)) {
    return rescueProposalPage(transport, request, undefined, options).catch(() => {
      options.signal?.throwIfAborted()
      return page
    })
  }
  const proposals = await Promise.all(
    page.proposals.map(async (read) => {
      if (read.row.kind === 'proposal') return read
      return (await fetchOne(transport, read.row.id, request.height, options, read)) ?? read
    }),
  )
  return { ...page, proposals }
}

/** Bytes that do not even begin with an id have that of the one number between their neighbours, where there is but one. */
function withInferredIds(reads: readonly ReadProposal[]): readonly ReadProposal[] {
  return reads.map((read, index) => {
    const before = reads[index - 1]?.row.id ?? 0n
    const after = reads[index + 1]?.row.id ?? 0n
    const isBetween = before + 2n === after || after + 2n === before
    if (read.row.id !== 0n || before === 0n || after === 0n || !isBetween) return read
    return { ...read, row: { ...read.row, id: (before + after) / 2n } }
  })
}

/** Whether the ids that unreadable rows seem to have fit between their neighbours. */
function isEveryIdKnown(request: ProposalPageRequest, { proposals }: ProposalPage): boolean {
  const { isReverse, fromId } = request
  let last = fromId === undefined ? undefined : isReverse ? fromId + 1n : fromId - 1n
  return proposals.every(({ row: { id } }) => {
    const fits = id > 0n && (last === undefined || (isReverse ? id < last : id > last))
    last = id
    return fits
  })
}

function pageIds({ isReverse, fromId, limit }: ProposalPageRequest, newest: bigint): bigint[] {
  const start = fromId ?? (isReverse ? newest : 1n)
  const ids: bigint[] = []
  for (let step = 0n; step < limit; step++) {
    const id = isReverse ? start - step : start + step
    if (id < 1n || id > newest) break
    ids.push(id)
  }
  return ids
}

/**
 * undefined: the chain has no such proposal. One that cannot be read by any means stays as a row that says so, with the
 * bytes of `earlier` where there are some.
 */
async function fetchOne(
  transport: Transport,
  id: bigint,
  height: bigint,
  options: RequestOptions,
  earlier?: ReadProposal,
): Promise<ReadProposal | undefined> {
  try {
    const { value } = await fetchProposalOrStored(transport, id, height, options)
    return value.row.kind === 'proposal' ? value : (earlier ?? value)
  } catch (error) {
    if (isAbsence(error)) return undefined
    // What is true of the whole endpoint is not the fault of this row.
    if (error instanceof EndpointError) throw error
    options.signal?.throwIfAborted()
    const reason = error instanceof Error ? error.message : 'the node refused it'
    return (
      earlier ?? { row: { kind: 'unreadable', id, reason, bytes: undefined }, bytes: undefined }
    )
  }
}
