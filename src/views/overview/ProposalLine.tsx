import { Link } from '@tanstack/react-router'
import type { Proposal } from '../../domain/proposal.ts'
import { StatusBadge } from '../../ui/proposal/StatusBadge.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'

/** A proposal in one line: number, title, status, and when its vote ended or its deposit is due. */
export function ProposalLine({
  proposal,
  now,
}: {
  readonly proposal: Proposal
  readonly now: Date
}) {
  const isCollecting = proposal.status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD'
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-rule py-2 text-s">
      <Link
        to="/proposals/$id"
        params={{ id: proposal.id.toString() }}
        search={{}}
        className="min-w-40 flex-1"
      >
        <span className="text-ink-3">{proposal.id.toString()}</span>{' '}
        <HostileText text={proposal.title} limit={90} isCutSilently absence="(no title)" />
      </Link>
      <StatusBadge status={proposal.status} />
      <span className="text-ink-2 max-sm:basis-full sm:w-24 sm:text-end">
        <TimeText
          date={isCollecting ? proposal.depositEndsAt : proposal.votingEndsAt}
          now={now}
          form="relative"
        />
      </span>
    </li>
  )
}
