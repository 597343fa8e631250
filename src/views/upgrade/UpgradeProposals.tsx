import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Proposal } from '../../domain/proposal.ts'
import { isClosed } from '../../domain/proposal-life.ts'
import { describePlanState } from '../../domain/upgrades/ledger/describe-plan-state.ts'
import type { FoundUpgrade } from '../../queries/find-upgrade.ts'
import type { ListExtent } from '../../queries/upgrade-report.ts'
import { StatusBadge } from '../../ui/proposal/StatusBadge.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'

/** Every proposal for the name, the one that counts first, and those to cancel it. */
export function UpgradeProposals({
  found,
  extent,
  now,
}: {
  readonly found: FoundUpgrade
  readonly extent: ListExtent
  readonly now: Date
}) {
  const rows = [found.row, ...found.others]
  return (
    <>
      <ul className="border-t border-rule">
        {rows.map(({ key, proposal, plan, state }, place) =>
          proposal === undefined ? null : (
            <Line key={key} proposal={proposal} now={now}>
              asks for height <HeightText height={plan.height} href={false} />
              {place > 0 && ` – ${describePlanState(state).replace(/\.$/, '')}`}
            </Line>
          ),
        )}
        {found.cancellations.map(({ key, proposal, state }) => (
          <Line key={key} proposal={proposal} now={now}>
            {state === 'passed' ? 'cancelled it' : 'asks to cancel the plan there is by then'}
          </Line>
        ))}
      </ul>
      {rows.every(({ proposal }) => proposal === undefined) &&
        (extent === 'reading' ? (
          // On a phone a proposal takes more lines than it does on a desk.
          <div className="max-sm:pb-[3.3rem]">
            <Skeleton lines={2} label="its proposal" />
          </div>
        ) : (
          <p className="pt-2 text-s text-ink-2">
            {extent === 'read'
              ? 'No proposal known: none of those the chain keeps asks for this name and height.'
              : 'Not known: not all proposals could be read.'}
          </p>
        ))}
    </>
  )
}

function Line({
  proposal,
  now,
  children,
}: {
  readonly proposal: Proposal
  readonly now: Date
  readonly children: ReactNode
}) {
  const isCollecting = proposal.status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD'
  return (
    <li className="border-b border-rule py-2 text-s">
      <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Link
          to="/proposals/$id"
          params={{ id: proposal.id.toString() }}
          search={{}}
          className="min-w-40 flex-1"
        >
          <span className="text-ink-3">{proposal.id.toString()}</span>{' '}
          <HostileText text={proposal.title} limit={140} isCutSilently absence="(no title)" />
        </Link>
        <StatusBadge status={proposal.status} />
      </span>
      <span className="text-xs text-ink-2">
        {children}; {isCollecting ? 'deposit due' : isClosed(proposal) ? 'vote ended' : 'vote ends'}{' '}
        <TimeText
          date={isCollecting ? proposal.depositEndsAt : proposal.votingEndsAt}
          now={now}
          form="line"
        />
      </span>
    </li>
  )
}
