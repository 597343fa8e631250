import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { formatCountdown } from '../../domain/upgrades/eta/format-countdown.ts'
import { formatEta } from '../../domain/upgrades/eta/format-eta.ts'
import type { UpgradeEta } from '../../domain/upgrades/eta/upgrade-eta.ts'

export interface EtaTextProps {
  readonly eta: UpgradeEta
  readonly now: Date
  /** `large` for the screen that is about it. @default 'line' */
  readonly form?: 'large' | 'line'
}

/** When a height comes: a range, or why there is none. */
export function EtaText({ eta, now, form = 'line' }: EtaTextProps) {
  switch (eta.kind) {
    case 'reached':
      return (
        <p className="max-w-measure">
          <b>The height has come</b>
          {eta.blocksAgo > 0n ? `, ${formatCount(eta.blocksAgo, 'block')} ago.` : '.'}
        </p>
      )
    case 'not-enough-blocks':
      return (
        <p className="max-w-measure">
          <b>Not enough blocks seen</b> to say when. {formatCount(eta.blocksLeft, 'block')} left;{' '}
          {eta.sample.count === 0
            ? 'no header could be read.'
            : `${formatCount(eta.sample.count, 'header')} over ${formatCount(eta.sample.highest - eta.sample.lowest, 'block')} could be read. A node that keeps more blocks tells more.`}
        </p>
      )
    case 'too-far':
      return (
        <p className="max-w-measure">
          <b>About {formatInteger(Math.floor(eta.years))} years away</b> at the pace of now, which
          is no date anybody can plan by. {formatCount(eta.blocksLeft, 'block')} left.
        </p>
      )
    case 'range':
      return <RangeText eta={eta} now={now} form={form} />
  }
}

function RangeText({
  eta,
  now,
  form,
}: {
  readonly eta: Extract<UpgradeEta, { kind: 'range' }>
  readonly now: Date
  readonly form: 'large' | 'line'
}) {
  const utc = formatEta(eta, 'utc')
  const offset = -eta.p50.getTimezoneOffset()
  const local = offset === 0 ? undefined : formatEta(eta, offset)
  const countdown = formatCountdown(eta, now)
  return (
    <div>
      <p className={form === 'large' ? 'text-xl tracking-tight' : 'font-medium'}>
        {countdown.slice(0, 1).toUpperCase() + countdown.slice(1)}
      </p>
      <p className={form === 'large' ? 'mt-1 text-l' : 'text-s'}>
        {utc.between}
        {utc.day !== undefined && ` ${utc.day}`}, likely <b>{utc.likely}</b>
      </p>
      {local !== undefined && (
        <p className="text-s text-ink-2">
          On this device {local.between}
          {local.day !== undefined && ` ${local.day}`}, likely {local.likely}
        </p>
      )}
    </div>
  )
}
