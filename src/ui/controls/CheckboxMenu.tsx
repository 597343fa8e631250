import { useId } from 'react'
import { formatInteger } from '../../domain/format-integer.ts'
import { Icon } from '../Icon.tsx'
import { Popover } from '../overlay/Popover.tsx'
import type { Option } from './option.ts'
import { formatSelection, toggleValue } from './option.ts'

export interface CheckboxMenuProps<Value extends string> {
  readonly label: string
  readonly options: readonly Option<Value>[]
  /** None selected means no filter. */
  readonly selected: readonly Value[]
  readonly onChange: (selected: readonly Value[]) => void
}

/** A filter by several values: a button that says the choice, and check boxes behind it. */
export function CheckboxMenu<Value extends string>({
  label,
  options,
  selected,
  onChange,
}: CheckboxMenuProps<Value>) {
  const id = useId()
  return (
    <Popover
      label={label}
      className="inline-flex min-h-8 items-center gap-1.5 rounded-m border border-edge bg-sheet px-3 text-s hover:border-ink"
      trigger={
        <>
          <span className="text-ink-2">{label}:</span> {formatSelection(options, selected)}
          <Icon name="chevron" />
        </>
      }
    >
      {options.map((option) => (
        <label
          key={option.value}
          htmlFor={`${id}-${option.value}`}
          className="flex min-h-8 items-center gap-2.5 pe-2"
        >
          <input
            id={`${id}-${option.value}`}
            type="checkbox"
            checked={selected.includes(option.value)}
            onChange={() => onChange(toggleValue(options, selected, option.value))}
            className="size-4 accent-ink"
          />
          <span className="flex-1">{option.label}</span>
          {option.count !== undefined && (
            <span className="ps-4 text-xs text-ink-3">{formatInteger(option.count)}</span>
          )}
        </label>
      ))}
      {selected.length > 0 && (
        <button
          type="button"
          onClick={() => onChange([])}
          className="mt-1 min-h-8 text-s text-ink-2 underline underline-offset-3"
        >
          Clear
        </button>
      )}
    </Popover>
  )
}
