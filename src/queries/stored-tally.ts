import { type Answered, fetchTally } from '../chain/gov.ts'
import type { NodeTransport } from '../chain/node.ts'
import { readBelievable, UnbelievableError } from '../chain/unbelievable.ts'
import { FailureError } from '../domain/failure-error.ts'
import type { Proposal, Tally } from '../domain/proposal.ts'
import { isClosed } from '../domain/proposal-life.ts'

/**
 * The tally of a proposal, unless it contradicts what the chain stored in the proposal when its vote ended: then that of
 * another endpoint.
 * @throws {FailureError} where no endpoint tells the stored one
 */
export async function confirmStoredTally(
  transport: NodeTransport,
  proposal: Proposal,
  told: Answered<Tally>,
  options: { readonly signal?: AbortSignal },
): Promise<Answered<Tally>> {
  const stored = isClosed(proposal) ? proposal.finalTally : undefined
  if (stored === undefined || isSame(stored, told.value)) return told
  try {
    return await readBelievable(transport, { ...options, avoid: [told.endpoint] }, async (each) => {
      const answer = await fetchTally(transport, proposal.id, told.height, each)
      if (isSame(stored, answer.value)) return answer
      throw new UnbelievableError('two results of one vote', answer.endpoint)
    })
  } catch {
    options.signal?.throwIfAborted()
    throw new FailureError('two results of one vote', {
      kind: 'undecodable',
      sentence: `${told.endpoint} tells two different results of this vote, in the proposal and as its tally; try another endpoint.`,
      endpoint: told.endpoint,
    })
  }
}

function isSame(a: Tally, b: Tally): boolean {
  return (
    a.yes === b.yes && a.abstain === b.abstain && a.no === b.no && a.noWithVeto === b.noWithVeto
  )
}
