import { isDemoChainId } from '../../demo-chain.ts'
import type { ExportFile } from '../../export-file.ts'
import { formatInteger } from '../../format-integer.ts'
import type { Plan } from '../../message.ts'
import { formatEta } from '../eta/format-eta.ts'
import type { UpgradeEta } from '../eta/upgrade-eta.ts'
import { shortChainText } from '../short-chain-text.ts'
import { contentLine, escapeText, utcStamp } from './content-line.ts'

export interface CalendarEvent {
  readonly chainId: string
  readonly plan: Pick<Plan, 'name' | 'height'>
  readonly eta: Extract<UpgradeEta, { kind: 'range' }>
  /** When the file is made. */
  readonly madeAt: Date
}

/**
 * An iCalendar file (RFC 5545) with one event that lasts from the early to the late edge of the range. The same plan
 * has the same UID whenever the file is made, and a later file a higher SEQUENCE, so that importing it again moves the
 * event instead of adding one.
 */
export function composeUpgradeCalendar({ chainId, plan, eta, madeAt }: CalendarEvent): ExportFile {
  const name = shortChainText(plan.name, 80)
  const words = formatEta(eta, 'utc')
  const isDemo = isDemoChainId(chainId)
  const description = [
    ...(isDemo ? ['demo: invented data'] : []),
    `Block ${formatInteger(plan.height)} of ${shortChainText(chainId, 80)} is expected ${words.between}${words.day === undefined ? '' : ` ${words.day}`}, likely ${words.likely}.`,
    'An estimate: the true time lies in this range in about eight cases of ten. Look again shortly before.',
  ].join('\n')
  const lines: readonly (readonly [string, string])[] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Skylight//Upgrade range//EN'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['BEGIN', 'VEVENT'],
    ['UID', uidOf(chainId, plan)],
    ['DTSTAMP', utcStamp(madeAt)],
    ['SEQUENCE', Math.max(0, Math.floor(madeAt.getTime() / 60_000)).toString()],
    ['DTSTART', utcStamp(eta.p10)],
    ['DTEND', utcStamp(new Date(Math.max(eta.p90.getTime(), eta.p10.getTime() + 1_000)))],
    [
      'SUMMARY',
      escapeText(`${isDemo ? 'Demo: ' : ''}Upgrade ${name} (block ${formatInteger(plan.height)})`),
    ],
    ['DESCRIPTION', escapeText(description)],
    ['STATUS', 'TENTATIVE'],
    ['TRANSP', 'TRANSPARENT'],
    ['BEGIN', 'VALARM'],
    ['ACTION', 'DISPLAY'],
    ['TRIGGER', '-PT60M'],
    ['DESCRIPTION', escapeText(`Upgrade ${name} may come in an hour`)],
    ['END', 'VALARM'],
    ['END', 'VEVENT'],
    ['END', 'VCALENDAR'],
  ]
  return {
    name: `${isDemo ? 'demo-' : ''}upgrade-${name}.ics`,
    type: 'text/calendar;charset=utf-8',
    text: lines.map(([key, value]) => contentLine(key, value)).join(''),
  }
}

/** Plain letters only, and short, whatever the plan is called. */
function uidOf(chainId: string, { name, height }: Pick<Plan, 'name' | 'height'>): string {
  const plain = (text: string) => text.replace(/[^A-Za-z0-9.-]+/g, '_').slice(0, 48)
  return `${plain(chainId)}-${height}-${plain(name)}@skylight.invalid`
}
