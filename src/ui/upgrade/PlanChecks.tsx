import { formatCount } from '../../domain/format-integer.ts'
import type { PlanCheck, PlanVerdict } from '../../domain/upgrades/plan-check/plan-check.ts'
import { classNames } from '../class-names.ts'
import { Icon, type IconName } from '../Icon.tsx'

const VERDICTS: Readonly<
  Record<PlanVerdict, { readonly word: string; readonly icon: IconName; readonly tone: string }>
> = {
  pass: { word: 'passes', icon: 'check', tone: 'text-good' },
  warn: { word: 'warning', icon: 'alert', tone: 'text-warn' },
  fail: { word: 'fails', icon: 'close', tone: 'text-bad' },
  'cannot-tell': { word: 'cannot tell', icon: 'circle', tone: 'text-ink-3' },
}

/** Each question about a plan with its answer, the reason and where it is from. */
export function PlanChecks({ checks }: { readonly checks: readonly PlanCheck[] }) {
  return (
    <ul className="gap-x-12 border-t border-rule text-s lg:grid lg:grid-cols-2">
      {checks.map(({ id, verdict, title, reason, source }) => {
        const { word, icon, tone } = VERDICTS[verdict]
        return (
          <li
            key={id}
            className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 border-b border-rule py-2"
          >
            <span className={classNames('font-medium whitespace-nowrap', tone)}>
              <Icon name={icon} /> {word}
            </span>
            <div className="min-w-0">
              <p className="font-medium">{title}</p>
              <p className="chain-text text-ink-2">{reason}</p>
              <p className="text-xs text-ink-3">From: {source}</p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** `8 of 11 pass, 1 fails, 2 cannot be told`. */
export function summarizeChecks(checks: readonly PlanCheck[]): string {
  const count = (verdict: PlanVerdict) => checks.filter((check) => check.verdict === verdict).length
  const [fail, warn, unknown] = [count('fail'), count('warn'), count('cannot-tell')]
  return [
    `${count('pass')} of ${formatCount(checks.length, 'check')} pass`,
    ...(fail > 0 ? [fail === 1 ? '1 fails' : `${fail} fail`] : []),
    ...(warn > 0 ? [formatCount(warn, 'warning')] : []),
    ...(unknown > 0 ? [`${unknown} cannot be told`] : []),
  ].join(', ')
}
