import type { Proposal } from './proposal.ts'
import { type Conversion, classifyConversion } from './proposal-life.ts'

/**
 * What a search for the block event `active_proposal` of a proposal with the result `expedited_proposal_rejected` gave.
 * `not-found` only where the index reaches back to the start of the vote: an index that begins later has found nothing
 * out, which is `not-searched`.
 */
export type ConversionSearch = 'found' | 'not-found' | 'not-searched'

/**
 * Whether a failed expedited round was converted, with the block search's answer where the proposal itself cannot tell:
 * a round in which nobody voted leaves no tally, and closing overwrites it (x/gov/abci.go).
 */
export function classifyConversionWithEvents(
  proposal: Proposal,
  search: ConversionSearch,
): Conversion {
  const byProposal = classifyConversion(proposal)
  if (byProposal !== 'cannot-tell') return byProposal
  switch (search) {
    case 'found':
      return 'converted'
    case 'not-found':
      return 'not-converted'
    case 'not-searched':
      return 'cannot-tell'
  }
}
