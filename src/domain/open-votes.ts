import type { Figure } from './figure.ts'
import type { GovParams } from './gov-params.ts'
import type { Proposal, ProposalRow, Tally } from './proposal.ts'
import { countedPowerOf } from './tally/counted-power.ts'
import { computeGaps, type QuorumGap } from './tally/gaps.ts'
import { applicableThreshold, computeOutcome, isImpossibleTally, type Outcome } from './tally.ts'

/** How an open vote stands; undefined parts are not known, not zero. */
export interface OpenVote {
  readonly proposal: Proposal
  readonly tally: Tally | undefined
  /** If it ended now. */
  readonly outcome: Outcome | undefined
  readonly quorumGap: QuorumGap | undefined
}

/** Proposals in vote, the one that ends first leading; those without an end come last. */
export function listOpenVotes(
  rows: readonly ProposalRow[],
  tallies: ReadonlyMap<string, Figure<Tally>>,
  params: GovParams | undefined,
  bondedTokens: bigint | undefined,
): readonly OpenVote[] {
  return rows
    .flatMap((row) =>
      row.kind === 'proposal' && row.proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD'
        ? [row.proposal]
        : [],
    )
    .sort((a, b) => endOf(a) - endOf(b))
    .map((proposal) => {
      const figure = tallies.get(proposal.id.toString())
      const tally = figure?.kind === 'known' ? figure.value : undefined
      return { proposal, tally, ...standingOf(proposal, tally, params, bondedTokens) }
    })
}

function endOf({ votingEndsAt }: Proposal): number {
  return votingEndsAt?.getTime() ?? Number.POSITIVE_INFINITY
}

function standingOf(
  proposal: Proposal,
  tally: Tally | undefined,
  params: GovParams | undefined,
  bondedTokens: bigint | undefined,
): Pick<OpenVote, 'outcome' | 'quorumGap'> {
  const isKnown = tally !== undefined && params !== undefined && bondedTokens !== undefined
  if (!isKnown || isImpossibleTally(tally)) return { outcome: undefined, quorumGap: undefined }
  const threshold = applicableThreshold(proposal, params)
  return {
    outcome: computeOutcome(tally, bondedTokens, params, threshold),
    quorumGap: computeGaps(countedPowerOf(tally), bondedTokens, params, threshold).quorum,
  }
}
