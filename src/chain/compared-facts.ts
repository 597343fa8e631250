import { formatInteger } from '../domain/format-integer.ts'
import type { ComparedFact } from '../domain/second-opinion.ts'
import type { Json, RpcRequest } from '../rpc/transport.ts'
import { abciRequest } from './abci.ts'
import { decodeBase64 } from './bytes.ts'
import { firstField } from './gov-detail.ts'
import { GOV_PATH } from './gov-paths.ts'
import { decodeProposal, toTally } from './gov-proposal.ts'
import { headerRequest } from './node.ts'
import { decodeBondedTokens } from './pool.ts'
import {
  QueryParamsResponse,
  QueryProposalRequest,
  QueryTallyResultRequest,
  QueryTallyResultResponse,
} from './proto/generated/cosmos/gov/v1/query.ts'
import { readJson } from './wire.ts'

/** The call that a fact on screen came from, word for word. */
export function comparedRequest(fact: ComparedFact, height: bigint): RpcRequest {
  switch (fact.kind) {
    case 'proposal': {
      const data = QueryProposalRequest.encode({ proposalId: fact.id }).finish()
      return abciRequest({ path: GOV_PATH.proposal, data, height })
    }
    case 'tally': {
      const data = QueryTallyResultRequest.encode({ proposalId: fact.id }).finish()
      return abciRequest({ path: GOV_PATH.tally, data, height })
    }
    case 'gov-params':
      return abciRequest({ path: GOV_PATH.params, height })
    case 'bonded-tokens':
      return abciRequest({ path: GOV_PATH.pool, height })
    case 'block':
      return headerRequest(height)
  }
}

/**
 * What an answer says of a fact, to be compared as text: the bytes as they came, or the hashes of a header. undefined:
 * the node refused, answered of another height or with what cannot be decoded, which is no opinion.
 */
export function readComparedAnswer(
  fact: ComparedFact,
  height: bigint,
  result: Json,
): string | undefined {
  if (fact.kind === 'block') return readBlockMark(height, result)
  const read = readJson('abci_query', result)
  if (read.at('response.code') !== 0) return undefined
  if (read.at('response.height') !== height.toString()) return undefined
  const value = read.at('response.value')
  const mark = typeof value === 'string' ? value : value === null ? '' : undefined
  return mark !== undefined && isReadable(fact, mark) ? mark : undefined
}

function isReadable(fact: Exclude<ComparedFact, { kind: 'block' }>, mark: string): boolean {
  try {
    return describeBytes(fact, decodeBase64(mark)) !== undefined
  } catch {
    return false
  }
}

/** The block before and the state that a header commits to. */
function readBlockMark(height: bigint, result: Json): string | undefined {
  const read = readJson('header', result)
  const before = read.optionalText('header.last_block_id.hash')
  const appHash = read.optionalText('header.app_hash')
  if (read.at('header.height') !== height.toString()) return undefined
  return before === undefined || appHash === undefined ? undefined : `${before} ${appHash}`
}

/** An answer in words, for whoever has to compare two by eye. */
export function describeComparedAnswer(fact: ComparedFact, mark: string): string {
  if (fact.kind === 'block') {
    const [before = '', appHash = ''] = mark.split(' ')
    return `after block ${before.slice(0, 12)}…, with state ${appHash.slice(0, 12)}…`
  }
  const bytes = decodeBase64(mark)
  try {
    return describeBytes(fact, bytes) ?? describeLength(bytes)
  } catch {
    return describeLength(bytes)
  }
}

function describeLength(bytes: Uint8Array): string {
  return `${formatInteger(bytes.length)} bytes that cannot be decoded`
}

function describeBytes(
  fact: Exclude<ComparedFact, { kind: 'block' }>,
  bytes: Uint8Array,
): string | undefined {
  switch (fact.kind) {
    case 'tally': {
      const tally = toTally(QueryTallyResultResponse.decode(bytes).tally)
      if (tally === undefined) return undefined
      const { yes, abstain, no, noWithVeto } = tally
      return `yes ${formatInteger(yes)}, abstain ${formatInteger(abstain)}, no ${formatInteger(no)}, veto ${formatInteger(noWithVeto)} (base units)`
    }
    case 'bonded-tokens': {
      const tokens = decodeBondedTokens(bytes)
      return tokens === undefined ? undefined : `${formatInteger(tokens)} (base units)`
    }
    case 'gov-params': {
      const { params } = QueryParamsResponse.decode(bytes)
      if (params === undefined) return undefined
      const { quorum, threshold, vetoThreshold, expeditedThreshold } = params
      return `quorum ${quorum}, threshold ${threshold}, expedited ${expeditedThreshold}, veto ${vetoThreshold}, ${formatInteger(bytes.length)} bytes in all`
    }
    case 'proposal': {
      const proposal = firstField(bytes)
      const row = proposal && decodeProposal(proposal, fact.id)
      if (row?.kind !== 'proposal') return undefined
      const { status, title } = row.proposal
      const word = status.replace('PROPOSAL_STATUS_', '').replaceAll('_', ' ').toLowerCase()
      return `${word}, “${title.slice(0, 80)}”, ${formatInteger(bytes.length)} bytes`
    }
  }
}
