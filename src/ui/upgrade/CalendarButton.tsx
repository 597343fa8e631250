import type { Plan } from '../../domain/message.ts'
import { composeUpgradeCalendar } from '../../domain/upgrades/calendar/compose-calendar.ts'
import type { UpgradeEta } from '../../domain/upgrades/eta/upgrade-eta.ts'
import { Button } from '../controls/Button.tsx'
import { saveFile } from '../controls/save-file.ts'

export interface CalendarButtonProps {
  readonly chainId: string
  readonly plan: Plan
  readonly eta: Extract<UpgradeEta, { kind: 'range' }>
  readonly now: Date
}

/** Hands out the range as a calendar file. */
export function CalendarButton({ chainId, plan, eta, now }: CalendarButtonProps) {
  return (
    <Button onClick={() => saveFile(composeUpgradeCalendar({ chainId, plan, eta, madeAt: now }))}>
      Calendar file (.ics)
    </Button>
  )
}
