import type { ReactNode } from 'react'

/** One of several values a control offers. */
export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  /** How many rows have it; undefined: not counted. */
  readonly count?: number | undefined
  readonly icon?: ReactNode
}

/** The selection with one value put in or taken out, in the order of the options. */
export function toggleValue<Value extends string>(
  options: readonly Option<Value>[],
  selected: readonly Value[],
  value: Value,
): readonly Value[] {
  const isIn = selected.includes(value)
  return options
    .map((option) => option.value)
    .filter((other) => (other === value ? !isIn : selected.includes(other)))
}
