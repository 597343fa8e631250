import { formatDeliveryKind } from '../../domain/link/describe-delivery.ts'
import type { Delivery } from '../../domain/link/link.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { Pill, type PillTone } from '../page/Pill.tsx'

interface DeliveryLook {
  readonly tone: PillTone
  readonly icon: IconName | undefined
  readonly isFilled?: boolean
}

const LOOKS: Readonly<Record<Delivery['kind'], DeliveryLook>> = {
  'nothing-found': { tone: 'plain', icon: undefined },
  mentioned: { tone: 'plain', icon: 'info' },
  'funding-passed': { tone: 'plain', icon: 'check' },
  'in-vote': { tone: 'note', icon: 'circle', isFilled: true },
  scheduled: { tone: 'note', icon: 'clock' },
  'delivered-at-genesis': { tone: 'good', icon: 'check' },
  delivered: { tone: 'good', icon: 'check' },
  'delivered-by-messages': { tone: 'good', icon: 'check' },
  rejected: { tone: 'no', icon: 'close' },
  removed: { tone: 'warn', icon: 'close' },
}

/** What the chain shows of an AEP, by word, sign and colour. */
export function DeliveryBadge({
  kind,
  isWhole = true,
}: {
  readonly kind: Delivery['kind']
  /** Nothing of the chain is unread, so that nothing found is an answer. @default true */
  readonly isWhole?: boolean
}) {
  const { tone, icon, isFilled = false } = LOOKS[kind]
  return (
    <Pill tone={tone}>
      {icon !== undefined && <Icon name={icon} isFilled={isFilled} />}
      {formatDeliveryKind(kind)}
      {kind === 'nothing-found' && !isWhole && ' so far'}
    </Pill>
  )
}
