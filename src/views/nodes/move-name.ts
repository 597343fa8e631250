/** The list with one name a place up or down; the same order where it cannot go further. */
export function moveName(names: readonly string[], name: string, by: -1 | 1): readonly string[] {
  const from = names.indexOf(name)
  const to = from + by
  if (from === -1 || to < 0 || to >= names.length) return names
  return names.toSpliced(from, 1).toSpliced(to, 0, name)
}
