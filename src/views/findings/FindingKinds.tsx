import { formatInteger } from '../../domain/format-integer.ts'
import type { Finding, FindingKind } from '../../domain/link/finding.ts'
import { describeFindingKind } from '../../domain/link/findings/describe-finding-kind.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import { FINDING_KINDS } from './finding-rules.ts'

export interface FindingKindsProps {
  readonly findings: readonly Finding[]
  /** Only those on this AEP are counted; undefined: all. */
  readonly aep: number | undefined
  /** undefined: every kind. */
  readonly selected: FindingKind | undefined
  readonly onSelect: (kind: FindingKind | undefined) => void
}

/** How many there are of each kind, as bars to one scale; each is a filter that stays pressed. */
export function FindingKinds({ findings, aep, selected, onSelect }: FindingKindsProps) {
  // Kinds without one on the chosen AEP keep their place, so that nothing moves.
  const counts = FINDING_KINDS.flatMap((kind) => {
    const own = findings.filter((finding) => finding.kind === kind)
    const count = aep === undefined ? own.length : own.filter((one) => one.aep === aep).length
    return own.length > 0 || kind === selected ? [{ kind, count }] : []
  })
  const most = Math.max(1, ...counts.map(({ count }) => count))
  return (
    <fieldset className="min-w-0 border-t border-rule-strong">
      <legend className="sr-only">Kind of disagreement</legend>
      {counts.map(({ kind, count }) => {
        const isOn = kind === selected
        return (
          <button
            key={kind}
            type="button"
            aria-pressed={isOn}
            onClick={() => onSelect(isOn ? undefined : kind)}
            className={classNames(
              count === 0 && 'text-ink-3',
              'grid w-full grid-cols-[minmax(0,1fr)_2rem_minmax(0,30%)] items-center gap-x-3 border-b border-rule py-1.5 text-start text-s sm:grid-cols-[minmax(0,30rem)_2rem_minmax(0,1fr)]',
              isOn ? 'bg-sunk font-semibold' : 'hover:bg-sunk/60',
            )}
          >
            <span>
              {isOn && (
                <span className="me-1.5">
                  <Icon name="check" />
                </span>
              )}
              {describeFindingKind(kind)}
            </span>
            <span className="tabular text-end">{formatInteger(count)}</span>
            <span
              aria-hidden="true"
              className={classNames('h-2.5 rounded-s', isOn ? 'bg-accent' : 'bg-ink-3')}
              style={{ width: `${(count / most) * 100}%` }}
            />
          </button>
        )
      })}
    </fieldset>
  )
}
