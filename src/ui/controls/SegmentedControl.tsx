import { useId } from 'react'
import type { Option } from './option.ts'

export interface SegmentedControlProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChange: (value: Value) => void
  /** Shows the signs alone; the labels stay for screen readers and as titles. @default false */
  readonly isIconOnly?: boolean
}

/** One of a few values side by side: radio buttons, so arrow keys move within and Tab moves on. */
export function SegmentedControl<Value extends string>({
  label,
  value,
  options,
  onChange,
  isIconOnly = false,
}: SegmentedControlProps<Value>) {
  const name = useId()
  return (
    <fieldset className="inline-flex min-w-0 rounded-m border border-edge bg-sheet p-px">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          title={isIconOnly ? option.label : undefined}
          className="inline-flex min-h-7 min-w-7 items-center justify-center gap-1.5 rounded-[5px] px-2 text-s text-ink-2 hover:text-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon}
          <span className={isIconOnly ? 'sr-only' : undefined}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
