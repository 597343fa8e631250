/** The fields of an AEP (akash-network/AEP `spec/aep-1/README.md`, "AEP Header Preamble", and those in use since). */
const FIELD_NAMES = [
  'aep',
  'title',
  'description',
  'author',
  'status',
  'type',
  'category',
  'roadmap',
  'created',
  'updated',
  'completed',
  'estimated-completion',
  'resolution',
  'discussions-to',
  'requires',
  'replaces',
  'supersedes',
  'superseded-by',
] as const

export type FieldName = (typeof FIELD_NAMES)[number]

/** Between `supersedes` and `superseded-by`, which say the opposite. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['superseded', 'supersede'])

const LONGEST = 40

/**
 * The field that a name means, `superseeded-by` and other misspellings included: the one nearest to it, if that is near
 * and no other is as near. undefined: none.
 */
export function parseFieldName(written: string): FieldName | undefined {
  if (written.length > LONGEST) return undefined
  const name = written
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s]+/g, '-')
  if (AMBIGUOUS.has(name)) return undefined
  const exact = FIELD_NAMES.find((field) => field === name)
  if (exact !== undefined) return exact
  const ranked = FIELD_NAMES.map((field) => ({ field, distance: countEdits(name, field) }))
    .filter(({ field, distance }) => distance <= allowedEdits(field))
    .sort((a, b) => a.distance - b.distance)
  const [nearest, next] = ranked
  return nearest?.distance === next?.distance ? undefined : nearest?.field
}

/** Short names must nearly match: two edits make `type` anything. */
function allowedEdits(field: FieldName): number {
  if (field.length < 5) return 0
  if (field.length < 8) return 1
  return field.length < 16 ? 2 : 3
}

/** Letters to insert, take out, exchange or swap with their neighbour (optimal string alignment). */
function countEdits(from: string, to: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let row = 1; row <= from.length; row++) {
    const current: number[] = [row]
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1]
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}
