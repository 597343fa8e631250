import { formatDec } from '../../domain/decimal.ts'
import type { GovParams } from '../../domain/gov-params.ts'
import type { Proposal, Tally } from '../../domain/proposal.ts'
import type { ExactTally } from '../../domain/tally/exact-tally.ts'
import {
  applicableThreshold,
  computeOutcome,
  computeTallyShares,
  isImpossibleTally,
} from '../../domain/tally.ts'
import type { ProposalDetail } from '../../queries/proposal-detail.ts'

type Found = Extract<ProposalDetail, { kind: 'found' }>

/** Whether a vote has enough, in the words of the JSON (`shapes.ts`); null: not known. */
export interface Standing {
  readonly turnout: string | null
  readonly quorumReached: boolean | null
  readonly wouldPass: boolean | null
}

/**
 * A vote that has ended: the bonded stake of then is not kept, so turnout is not known. `wouldPass` is about the vote
 * alone, so it is true of PROPOSAL_STATUS_FAILED too: x/gov gives that status to what passed its vote and then failed
 * in execution (x/gov/abci.go).
 */
export function closedStanding({ status }: Pick<Proposal, 'status'>): Standing {
  const hasPassed = status !== 'PROPOSAL_STATUS_REJECTED'
  return { turnout: null, quorumReached: hasPassed ? true : null, wouldPass: hasPassed }
}

/** By the count before truncation, as the chain judges; the sums it reports can be short of a mark it reaches. */
export function exactStanding(
  { turnout, outcome }: Pick<ExactTally, 'turnout' | 'outcome'>,
  params: Pick<GovParams, 'quorum'>,
): Standing {
  return {
    turnout: turnout === undefined ? null : formatDec(turnout),
    quorumReached: turnout === undefined ? null : turnout >= params.quorum,
    wouldPass: outcome === undefined ? null : outcome.kind === 'passes',
  }
}

/** By what the node reports. */
export function openStanding({ proposal, params, bondedTokens }: Found, tally: Tally): Standing {
  const unknown = { turnout: null, quorumReached: null, wouldPass: null }
  if (proposal.status !== 'PROPOSAL_STATUS_VOTING_PERIOD' || isImpossibleTally(tally)) {
    return unknown
  }
  if (bondedTokens.kind !== 'known') return unknown
  const { turnout } = computeTallyShares(tally, bondedTokens.value)
  if (turnout === undefined) return unknown
  if (params.kind !== 'known') return { ...unknown, turnout: formatDec(turnout) }
  const threshold = applicableThreshold(proposal, params.value)
  const outcome = computeOutcome(tally, bondedTokens.value, params.value, threshold)
  return {
    turnout: formatDec(turnout),
    quorumReached: turnout >= params.value.quorum,
    wouldPass: outcome === undefined ? null : outcome.kind === 'passes',
  }
}
