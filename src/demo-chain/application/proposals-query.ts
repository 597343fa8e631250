import { readAddress } from './address-codec.ts'
import { lengthPrefixed } from './bech32-bytes.ts'
import type { Entry } from './entries.ts'
import { findEntry } from './entries.ts'
import type { GovSource, ProposalEntry } from './gov-source.ts'
import { DEPOSIT_PERIOD, LAST_STATUS } from './gov-source.ts'
import type { QueryAnswer } from './query-answer.ts'
import { internalFailure } from './query-answer.ts'
import { answerPage, pageCollection } from './sdk-paging.ts'
import type { WireField } from './wire-fields.ts'
import { lastInteger, lastText } from './wire-fields.ts'

/** Which proposals somebody voted on or gave a deposit to. */
type OwnerFilter =
  | { readonly kind: 'none' }
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<bigint> }
  /** The address cannot be read, which the chain notices at the first proposal it comes by. */
  | { readonly kind: 'fault'; readonly description: string }

/**
 * `Proposals` with its filters by status, voter and depositor (SDK 0.53 x/gov/keeper/grpc_query.go).
 * @returns undefined: a list it needs is not known
 */
export function answerProposals(
  request: readonly WireField[],
  gov: GovSource,
  height: bigint,
): QueryAnswer | undefined {
  const proposals = gov.proposals()
  if (proposals === undefined) return undefined
  const status = lastInteger(request, 1)
  const voter = readFilter(lastText(request, 2), proposals, (id) => gov.votes(id))
  const depositor = readFilter(lastText(request, 3), proposals, (id) => gov.deposits(id))
  if (voter === undefined || depositor === undefined) return undefined
  const fault = [voter, depositor].find((filter) => filter.kind === 'fault')
  if (fault !== undefined && proposals.length > 0) {
    return internalFailure(fault.description, height)
  }
  const isStatus = status >= DEPOSIT_PERIOD && status <= LAST_STATUS
  // A filtered walk goes on counting in the order of the store, so the filter belongs to the paging.
  const accepts = (proposal: ProposalEntry): boolean =>
    (!isStatus || proposal.status === status) &&
    passes(voter, proposal) &&
    passes(depositor, proposal)
  const list = { entries: proposals, pager: pageCollection<ProposalEntry>, pageField: 4, accepts }
  return answerPage(list, request, height)
}

function passes(filter: OwnerFilter, { id }: ProposalEntry): boolean {
  return filter.kind !== 'ids' || filter.ids.has(id)
}

/** undefined: it is not known of one proposal. */
function readFilter(
  address: string,
  proposals: readonly ProposalEntry[],
  owned: (id: bigint) => readonly Entry[] | undefined,
): OwnerFilter | undefined {
  if (address === '') return { kind: 'none' }
  const reading = readAddress(address, 'akash')
  if (reading.kind === 'fault') return reading
  const key = lengthPrefixed(reading.bytes)
  const ids = new Set<bigint>()
  for (const { id } of proposals) {
    const entries = owned(id)
    if (entries === undefined) return undefined
    if (findEntry(entries, key) !== undefined) ids.add(id)
  }
  return { kind: 'ids', ids }
}
