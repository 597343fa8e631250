import { CONVERSION, formatRejection } from '../../domain/format-outcome.ts'
import { formatDecShare, formatExactShare } from '../../domain/format-share.ts'
import type { GovParams } from '../../domain/gov-params.ts'
import type { OpenVote } from '../../domain/open-votes.ts'
import { applicableThreshold, type Outcome } from '../../domain/tally.ts'

export interface OutcomeTextProps {
  readonly vote: OpenVote
  readonly params: GovParams | undefined
}

/** If it ended now, in words. */
export function OutcomeText({ vote, params }: OutcomeTextProps) {
  const { outcome, proposal } = vote
  if (outcome === undefined || params === undefined) {
    return <span className="text-ink-3">How it would end cannot be said yet.</span>
  }
  if (outcome.kind === 'passes') {
    return (
      <>
        <b className="text-good">Would pass</b> if it ended now.
      </>
    )
  }
  return (
    <>
      <b className="text-no">{formatRejection(outcome, proposal.expedited)}:</b>{' '}
      {reasonOf(outcome.by, vote, params)}
      {proposal.expedited && `; ${CONVERSION}`}.
    </>
  )
}

function reasonOf(
  by: Extract<Outcome, { kind: 'rejected' }>['by'],
  { quorumGap, proposal }: OpenVote,
  params: GovParams,
): string {
  switch (by) {
    case 'quorum':
      return quorumGap?.kind === 'missing' && quorumGap.missing.shareOfBonded !== undefined
        ? `${formatDecShare(quorumGap.missing.shareOfBonded)} of the bonded stake is missing to the quorum of ${formatExactShare(params.quorum)}`
        : `short of the quorum of ${formatExactShare(params.quorum)}`
    case 'only-abstain':
      return 'every vote is an abstention'
    case 'veto':
      return `more than ${formatExactShare(params.vetoThreshold)} of the votes are vetoes`
    case 'threshold':
      return `yes does not exceed ${formatExactShare(applicableThreshold(proposal, params))}`
  }
}
