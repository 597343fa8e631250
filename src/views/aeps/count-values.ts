/** How often each value occurs, the most frequent first. */
export function countValues<Value extends string>(
  values: readonly Value[],
): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return new Map([...counts].toSorted(([, a], [, b]) => b - a))
}
