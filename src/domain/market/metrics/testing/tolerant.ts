import { expect } from 'vitest'

const FLOATS: ReadonlySet<string> = new Set(['share', 'hhi', 'gini'])

/** Exact everywhere but at shares and indices, which both sides round in their own way. */
export function tolerant(value: unknown, key = ''): unknown {
  if (typeof value === 'number') return FLOATS.has(key) ? expect.closeTo(value, 8) : value
  if (value instanceof Map || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each) => tolerant(each))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, tolerant(inner, name)]),
  )
}
