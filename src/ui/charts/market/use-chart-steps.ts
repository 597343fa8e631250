import { type KeyboardEvent, useState } from 'react'

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

export interface ChartSteps {
  readonly active: number | undefined
  readonly setActive: (active: number | undefined) => void
  readonly move: (event: KeyboardEvent) => void
}

/** Which of a chart's `count` rows or points is read, gone through with the arrow keys; undefined: none. */
export function useChartSteps(count: number): ChartSteps {
  const [chosen, setActive] = useState<number>()
  // A chart may come to have fewer while one of the last is read.
  const active = chosen === undefined || chosen < count ? chosen : undefined
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const from = active ?? (step > 0 ? -1 : count)
    setActive(Math.min(count - 1, Math.max(0, from + step)))
  }
  return { active, setActive, move }
}
