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

/** What a menu of check boxes says when closed: the choice itself when it is short, else how many. */
export function formatSelection<Value extends string>(
  options: readonly Option<Value>[],
  selected: readonly Value[],
): string {
  const chosen = options.filter((option) => selected.includes(option.value))
  const [only] = chosen
  if (only === undefined) return 'all'
  return chosen.length === 1 ? only.label : `${chosen.length} of ${options.length}`
}
