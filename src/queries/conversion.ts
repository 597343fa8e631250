import { queryOptions } from '@tanstack/react-query'
import { describeFailure } from '../chain/failure.ts'
import { countedProposalQuery, fetchConversionEvidence } from '../chain/gov-events.ts'
import { fetchBlockTime, fetchNodeFacts } from '../chain/node.ts'
import type { Failure, FailureKind } from '../domain/failure.ts'
import type { Proposal } from '../domain/proposal.ts'
import {
  type ConversionSearch,
  classifyConversionWithEvents,
} from '../domain/proposal-conversion.ts'
import { type Conversion, classifyConversion } from '../domain/proposal-life.ts'
import type { Chain } from './chain.ts'

/** Whether an expedited round failed, with what the block index said. */
export interface ConversionReport {
  readonly conversion: Conversion
  /** Block at whose end the failed round was counted, where the index told. */
  readonly height: bigint | undefined
  readonly time: Date | undefined
  /** Node that was searched; undefined where none would answer. */
  readonly endpoint: string | undefined
  readonly query: string
  /** Why the node cannot tell: it keeps no index, or knows no such question. */
  readonly failure: Failure | undefined
}

/**
 * Asks the block index where the proposal itself leaves open whether it was converted, and for a converted one for the
 * block, which tells votes of the first round from later ones.
 */
export function conversionQuery(chain: Chain, proposal: Proposal) {
  return queryOptions({
    queryKey: [
      chain.key,
      'proposal',
      proposal.id.toString(),
      'conversion',
      proposal.status,
    ] as const,
    queryFn: ({ signal }) => readConversion(chain, proposal, signal),
    enabled: classifyConversion(proposal) !== 'not-converted',
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

/** Answers that stay as they are however often the node is asked. */
const LASTING: ReadonlySet<FailureKind> = new Set(['no-index', 'not-supported', 'not-recorded'])

/**
 * A node that cannot tell for want of an index is an answer.
 * @throws what `describeFailure` knows, where asking again may help (no network, too many requests, a timeout)
 */
export async function readConversion(
  chain: Chain,
  proposal: Proposal,
  signal?: AbortSignal,
): Promise<ConversionReport> {
  const query = `block_search ${countedProposalQuery(proposal.id)}`
  const options = signal ? { signal } : {}
  try {
    const found = await fetchConversionEvidence(chain.transport, proposal.id, options)
    const { endpoint } = found
    const isFound = found.search === 'found'
    const search: ConversionSearch =
      found.search !== 'not-found' || (await reachesBack(chain, proposal, endpoint, options))
        ? found.search
        : 'not-searched'
    return {
      conversion: classifyConversionWithEvents(proposal, search),
      height: isFound ? found.height : undefined,
      time:
        isFound && found.height !== undefined
          ? await fetchBlockTime(chain.transport, found.height, options).catch(() => undefined)
          : undefined,
      endpoint,
      query,
      failure: undefined,
    }
  } catch (error) {
    const failure = describeFailure(error)
    if (signal?.aborted === true || !LASTING.has(failure.kind)) throw error
    return {
      conversion: classifyConversionWithEvents(proposal, 'not-searched'),
      height: undefined,
      time: undefined,
      endpoint: undefined,
      query,
      failure,
    }
  }
}

/** Whether the node that found nothing keeps blocks from before the vote began. */
async function reachesBack(
  chain: Chain,
  { votingStartsAt }: Proposal,
  endpoint: string,
  options: { readonly signal?: AbortSignal },
): Promise<boolean> {
  if (votingStartsAt === undefined) return false
  try {
    const facts = await fetchNodeFacts(chain.transport, options)
    if (facts.endpoint !== endpoint) return false
    const earliest = await fetchBlockTime(chain.transport, facts.earliestHeight, options)
    return earliest.getTime() <= votingStartsAt.getTime()
  } catch (error) {
    // A node without that block any more does not reach back; one that was too busy to say has not answered.
    const { kind } = describeFailure(error)
    if (LASTING.has(kind) || kind === 'pruned' || kind === 'not-found') return false
    throw error
  }
}
