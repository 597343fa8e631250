import { useState } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { useChartSteps } from './use-chart-steps.ts'

/** Reads the point `at` of 561; then there are 59. */
function Shrinking({ at }: { readonly at: number }) {
  const [count, setCount] = useState(561)
  const { active, setActive } = useChartSteps(count)
  if (count === 561) {
    setActive(at)
    setCount(59)
  }
  return `${active ?? 'none'} of ${count}`
}

it.each([
  [560, 'none of 59'],
  [59, 'none of 59'],
  [58, '58 of 59'],
])('reads no point that is gone when a chart comes to have fewer: %s', (at, text) => {
  expect(renderToStaticMarkup(<Shrinking at={at} />)).toBe(text)
})
