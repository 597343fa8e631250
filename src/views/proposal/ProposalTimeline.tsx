import type { Proposal } from '../../domain/proposal.ts'
import type { Conversion, LifeStep } from '../../domain/proposal-life.ts'
import { computeLifeSteps } from '../../domain/proposal-life.ts'
import { formatDuration, formatUtc, isRecorded } from '../../domain/time.ts'
import { Timeline } from '../../ui/page/Timeline.tsx'
import { AddressText } from '../../ui/text/AddressText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'

export interface ProposalTimelineProps {
  readonly proposal: Proposal
  readonly conversion: Conversion
  readonly now: Date
}

/** The life of a proposal, step by step, with the chain's own times. */
export function ProposalTimeline({ proposal, conversion, now }: ProposalTimelineProps) {
  return (
    <Timeline
      steps={computeLifeSteps(proposal).map((step) => ({
        key: step.kind,
        state: step.state,
        title: titleOf(step, proposal),
        detail: detailOf(step, proposal, conversion, now),
      }))}
    />
  )
}

function titleOf(step: LifeStep, proposal: Proposal): string {
  switch (step.kind) {
    case 'submitted':
      return 'Submitted'
    case 'deposit':
      return step.state === 'done' ? 'Deposit met' : 'Collecting the deposit'
    case 'voting':
      return step.state === 'current' ? 'In vote' : step.state === 'done' ? 'Voted on' : 'Vote'
    case 'ended':
      return step.state === 'done' ? ENDED[proposal.status] : 'Count, then execution'
  }
}

const ENDED: Readonly<Record<Proposal['status'], string>> = {
  PROPOSAL_STATUS_PASSED: 'Passed and carried out',
  PROPOSAL_STATUS_REJECTED: 'Rejected',
  PROPOSAL_STATUS_FAILED: 'Passed, but failed when carried out',
  PROPOSAL_STATUS_DEPOSIT_PERIOD: '',
  PROPOSAL_STATUS_VOTING_PERIOD: '',
  PROPOSAL_STATUS_UNSPECIFIED: '',
}

function detailOf(step: LifeStep, proposal: Proposal, conversion: Conversion, now: Date) {
  switch (step.kind) {
    case 'submitted':
      return (
        <>
          <TimeText date={step.startsAt} now={now} form="line" />
          {proposal.proposer !== '' && (
            <span className="block">
              by <AddressText address={proposal.proposer} />
            </span>
          )}
        </>
      )
    case 'deposit':
      if (step.state === 'ahead') return undefined
      return step.state === 'current' ? (
        <>
          ends <TimeText date={step.endsAt} now={now} form="line" />
        </>
      ) : isRecorded(step.endsAt) &&
        isRecorded(step.startsAt) &&
        step.endsAt.getTime() === step.startsAt.getTime() ? (
        'in the block it was submitted in'
      ) : (
        <TimeText date={step.endsAt} now={now} form="line" />
      )
    case 'voting':
      return <VotingDetail step={step} conversion={conversion} now={now} />
    case 'ended':
      return step.state === 'done' ? (
        <TimeText date={step.startsAt} now={now} form="line" />
      ) : (
        'the chain then deletes the votes'
      )
  }
}

function VotingDetail({
  step,
  conversion,
  now,
}: {
  readonly step: LifeStep
  readonly conversion: Conversion
  readonly now: Date
}) {
  if (step.state === 'ahead') return 'starts when the deposit is met'
  if (!isRecorded(step.startsAt) || !isRecorded(step.endsAt)) return 'times not recorded'
  const length = formatDuration(step.endsAt.getTime() - step.startsAt.getTime())
  return (
    <>
      {length}, from {formatUtc(step.startsAt, 'minute')}
      <span className="block">
        {step.state === 'current' ? 'ends ' : 'ended '}
        <TimeText date={step.endsAt} now={now} form="line" />
      </span>
      {conversion === 'converted' && (
        <span className="block text-warn">
          its expedited round failed before: the votes of that round were erased
        </span>
      )}
    </>
  )
}
