import { Link } from '@tanstack/react-router'
import { formatInteger } from '../../domain/format-integer.ts'
import { formatCancellationState } from '../../domain/upgrades/ledger/describe-plan-state.ts'
import type { Cancellation, LedgerRow, UpgradeLedger } from '../../domain/upgrades/ledger/ledger.ts'
import { Pill } from '../../ui/page/Pill.tsx'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import { PlanStatePill } from '../../ui/upgrade/PlanStatePill.tsx'
import { isOpenCancellation } from './NeverApplied.tsx'
import { AskedPlan } from './next/AskedPlan.tsx'
import { PlanLink } from './PlanLink.tsx'

/** Upgrades in vote or in deposit, and votes to cancel the plan: what may still come. */
export function Ahead({
  ledger,
  isNothingScheduled,
  now,
}: {
  readonly ledger: Pick<UpgradeLedger, 'ahead' | 'cancellations'>
  /** false also while that is not known. */
  readonly isNothingScheduled: boolean
  readonly now: Date
}) {
  const asked = ledger.ahead.filter(({ state }) => state.kind !== 'scheduled')
  const cancellations = ledger.cancellations.filter(({ state }) => isOpenCancellation(state))
  return (
    <ul className="border-t border-rule">
      {asked.map((row, index) => (
        <AskedLine key={row.key} row={row} isNext={index === 0 && isNothingScheduled} now={now} />
      ))}
      {cancellations.map((cancellation) => (
        <CancellationLine key={cancellation.key} cancellation={cancellation} now={now} />
      ))}
    </ul>
  )
}

const LINE = 'flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-rule py-2 text-s'

function AskedLine({
  row,
  isNext,
  now,
}: {
  readonly row: LedgerRow
  /** Nothing is scheduled before it. */
  readonly isNext: boolean
  readonly now: Date
}) {
  const { plan, proposal, state } = row
  return (
    <li className={LINE}>
      <span className="min-w-40 flex-1 font-medium">
        <PlanLink name={plan.name} />
      </span>
      <span className="text-ink-2">
        at height <HeightText height={plan.height} href={false} />
      </span>
      <PlanStatePill state={state} />
      {proposal !== undefined && (
        <>
          <ProposalLink id={proposal.id} />
          <span className="text-ink-2 sm:w-32 sm:text-end">
            ends{' '}
            <TimeText
              date={state.kind === 'in-deposit' ? proposal.depositEndsAt : proposal.votingEndsAt}
              now={now}
              form="relative"
            />
          </span>
        </>
      )}
      <AskedPlan row={row} isNext={isNext} />
    </li>
  )
}

function CancellationLine({
  cancellation,
  now,
}: {
  readonly cancellation: Cancellation
  readonly now: Date
}) {
  const { plan, proposal, state } = cancellation
  return (
    <li className={LINE}>
      <span className="min-w-40 flex-1">
        <b className="font-medium">Cancellation</b>{' '}
        {plan === undefined ? (
          'of the plan there is by then; none is scheduled now'
        ) : (
          <>
            of the plan there is by then, now <PlanLink name={plan.name} /> at{' '}
            {formatInteger(plan.height)}
          </>
        )}
      </span>
      <Pill tone={state === 'in-vote' ? 'note' : 'plain'}>{formatCancellationState(state)}</Pill>
      <ProposalLink id={proposal.id} />
      <span className="text-ink-2 sm:w-32 sm:text-end">
        ends{' '}
        <TimeText
          date={state === 'in-deposit' ? proposal.depositEndsAt : proposal.votingEndsAt}
          now={now}
          form="relative"
        />
      </span>
    </li>
  )
}

function ProposalLink({ id }: { readonly id: bigint }) {
  return (
    <Link to="/proposals/$id" params={{ id: id.toString() }} search={{}}>
      Proposal {id.toString()}
    </Link>
  )
}
