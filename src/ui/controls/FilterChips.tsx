import { formatInteger } from '../../domain/format-integer.ts'
import { classNames } from '../class-names.ts'
import { Icon } from '../Icon.tsx'
import type { Option } from './option.ts'
import { toggleValue } from './option.ts'

export interface FilterChipsProps<Value extends string> {
  readonly label: string
  readonly options: readonly Option<Value>[]
  /** None selected means no filter. */
  readonly selected: readonly Value[]
  readonly onChange: (selected: readonly Value[]) => void
  /** The counts are still to come; room is kept for them, so that nothing moves then. @default false */
  readonly isCounting?: boolean
}

/** A filter by a few values, each a button that stays pressed, with its count. */
export function FilterChips<Value extends string>({
  label,
  options,
  selected,
  onChange,
  isCounting = false,
}: FilterChipsProps<Value>) {
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-1.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => {
        const isOn = selected.includes(option.value)
        return (
          <button
            key={option.value}
            type="button"
            aria-pressed={isOn}
            onClick={() => onChange(toggleValue(options, selected, option.value))}
            className={classNames(
              'inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-s',
              isOn ? 'border-ink bg-ink text-paper' : 'border-edge bg-sheet hover:border-ink',
            )}
          >
            {isOn && <Icon name="check" />}
            {option.label}
            {isCounting && (
              <span className="text-xs" aria-hidden="true">
                {'\u2007\u2007'}
              </span>
            )}
            {!isCounting && option.count !== undefined && (
              <span className={classNames('text-xs', !isOn && 'text-ink-3')}>
                {formatInteger(option.count)}
              </span>
            )}
          </button>
        )
      })}
    </fieldset>
  )
}
