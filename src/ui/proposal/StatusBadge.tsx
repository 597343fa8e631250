import type { ProposalStatus } from '../../domain/proposal.ts'
import type { IconName } from '../Icon.tsx'
import { Icon } from '../Icon.tsx'
import type { PillTone } from '../page/Pill.tsx'
import { Pill } from '../page/Pill.tsx'

interface StatusLook {
  readonly label: string
  readonly tone: PillTone
  readonly icon: IconName
  readonly isFilled?: boolean
}

const LOOKS: Readonly<Record<ProposalStatus, StatusLook>> = {
  PROPOSAL_STATUS_UNSPECIFIED: { label: 'Unknown status', tone: 'plain', icon: 'info' },
  PROPOSAL_STATUS_DEPOSIT_PERIOD: { label: 'Deposit', tone: 'plain', icon: 'clock' },
  PROPOSAL_STATUS_VOTING_PERIOD: {
    label: 'In vote',
    tone: 'note',
    icon: 'circle',
    isFilled: true,
  },
  PROPOSAL_STATUS_PASSED: { label: 'Passed', tone: 'good', icon: 'check' },
  PROPOSAL_STATUS_REJECTED: { label: 'Rejected', tone: 'no', icon: 'close' },
  PROPOSAL_STATUS_FAILED: { label: 'Failed', tone: 'bad', icon: 'alert' },
}

/** The status in one or two words, for badges, filters and tables. */
export function formatProposalStatus(status: ProposalStatus): string {
  return LOOKS[status].label
}

export interface StatusBadgeProps {
  readonly status: ProposalStatus
}

/** A proposal's status by word, sign and colour. */
export function StatusBadge({ status }: StatusBadgeProps) {
  const look = LOOKS[status]
  return (
    <Pill tone={look.tone} title={status}>
      <Icon name={look.icon} isFilled={look.isFilled === true} />
      {look.label}
    </Pill>
  )
}
