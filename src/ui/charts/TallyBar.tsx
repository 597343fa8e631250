import type { Dec } from '../../domain/decimal.ts'
import { formatExactShare, formatShare } from '../../domain/format-share.ts'
import { classNames } from '../class-names.ts'
import type { TallyGeometry, TallySegment } from './tally-geometry.ts'
import { computeMarkPermille } from './tally-geometry.ts'
import { OPTION_LETTERS } from './tally-sentence.ts'

export interface TallyBarProps {
  /** undefined draws the empty track. */
  readonly geometry: TallyGeometry | undefined
  /** The same in words. */
  readonly label: string
  readonly mark?: { readonly name: string; readonly share: Dec } | undefined
  /** @default 'large' */
  readonly size?: 'large' | 'small'
}

/** One bar with its mark. Large ones carry letters, shares and the mark's name. */
export function TallyBar({ geometry, label, mark, size = 'large' }: TallyBarProps) {
  const isLarge = size === 'large'
  return (
    <div
      role="img"
      aria-label={label}
      className={classNames('tally', isLarge ? 'tally-large @container' : 'tally-small')}
    >
      {geometry?.segments.map((segment) => (
        <span
          key={segment.option}
          className={classNames('tally-segment', `option-${segment.option}`)}
          style={{ width: `${segment.permille / 10}%` }}
        >
          {isLarge && <SegmentLabel segment={segment} total={geometry.total} />}
        </span>
      ))}
      {mark !== undefined && <Mark {...mark} isNamed={isLarge} />}
    </div>
  )
}

/** Letter and share as far as they fit, on a wide bar and on a phone's. */
function SegmentLabel({
  segment: { option, power, permille },
  total,
}: {
  readonly segment: TallySegment
  readonly total: bigint
}) {
  if (permille < 32) return null
  const letterClass = permille < 64 ? 'hidden @lg:inline' : undefined
  const shareClass = permille < 180 ? 'hidden @lg:inline' : undefined
  return (
    <span className={letterClass}>
      {OPTION_LETTERS[option]}
      {permille >= 100 && <span className={shareClass}> {formatShare(power, total)}</span>}
    </span>
  )
}

function Mark({
  name,
  share,
  isNamed,
}: {
  readonly name: string
  readonly share: Dec
  readonly isNamed: boolean
}) {
  const permille = computeMarkPermille(share)
  return (
    <span
      className="tally-mark"
      data-side={permille < 150 ? 'start' : permille > 850 ? 'end' : undefined}
      style={{ insetInlineStart: `${permille / 10}%` }}
    >
      {isNamed && (
        <span>
          {name} {formatExactShare(share)}
        </span>
      )}
    </span>
  )
}
