import type { Json } from '../../server/json.ts'
import { isJsonObject } from '../../server/json.ts'

/**
 * Where the form of an answer differs from that of a recorded one: fields missing, too many or in another order, and
 * values of another kind. Values themselves are not compared. Of a list each element must have the form of one of the
 * recorded elements; an empty list tells nothing and fits every list.
 * @param isFree paths below which anything goes, such as the attributes of events; elements of lists are `[]`
 */
export function compareShapes(
  recorded: Json,
  given: Json,
  isFree: (path: string) => boolean = () => false,
  path = '',
): string[] {
  if (isFree(path)) return []
  const [wanted, got] = [kindOf(recorded), kindOf(given)]
  if (wanted !== got) return [`${path}: recorded ${wanted}, given ${got}`]
  if (Array.isArray(recorded) && Array.isArray(given)) {
    const unlike = given.map((element) => leastDifferent(recorded, element, isFree, `${path}[]`))
    return unlike.find((differences) => differences.length > 0) ?? []
  }
  if (!isJsonObject(recorded) || !isJsonObject(given)) return []
  const [wantedKeys, gotKeys] = [Object.keys(recorded), Object.keys(given)]
  const missing = wantedKeys.filter((key) => !gotKeys.includes(key))
  const extra = gotKeys.filter((key) => !wantedKeys.includes(key))
  const isReordered =
    missing.length + extra.length === 0 && wantedKeys.some((key, at) => gotKeys[at] !== key)
  return [
    ...missing.map((key) => `${path}.${key}: missing`),
    ...extra.map((key) => `${path}.${key}: not in the recording`),
    ...(isReordered ? [`${path}: order ${gotKeys.join(' ')}`] : []),
    ...wantedKeys.flatMap((key) => {
      const [one, other] = [recorded[key], given[key]]
      if (one === undefined || other === undefined) return []
      return compareShapes(one, other, isFree, `${path}.${key}`)
    }),
  ]
}

function leastDifferent(
  recorded: readonly Json[],
  element: Json,
  isFree: (path: string) => boolean,
  path: string,
): string[] {
  let least: string[] | undefined
  for (const candidate of recorded) {
    const differences = compareShapes(candidate, element, isFree, path)
    if (differences.length === 0) return []
    if (least === undefined || differences.length < least.length) least = differences
  }
  return least ?? []
}

/** Of texts those that a client reads as something else. */
function kindOf(value: Json): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  if (typeof value !== 'string') return typeof value
  if (/^-?\d{1,20}$/.test(value)) return 'integer text'
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return 'time'
  if (/^([0-9A-F]{40}|[0-9A-F]{64})$/.test(value)) return 'hash'
  if (value === '') return 'empty text'
  return value.startsWith('BA{') ? 'bit array' : 'text'
}
