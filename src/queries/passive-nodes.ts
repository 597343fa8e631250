import type { NodeHealthSnapshot } from '../chain/node-health.ts'

/** How many endpoints do what, by passing traffic alone. */
export interface PassiveCount {
  readonly total: number
  readonly answering: number
  readonly failing: number
}

/** `names`: the endpoints of the choice. One that was not asked is neither answering nor failing. */
export function countPassively(
  names: readonly string[],
  snapshots: readonly NodeHealthSnapshot[],
): PassiveCount {
  const own = snapshots.filter(({ endpoint }) => names.includes(endpoint))
  const failing = own.filter(({ failuresInARow }) => failuresInARow > 0).length
  const answering = own.filter(
    ({ failuresInARow, lastSuccessAtMs }) => failuresInARow === 0 && lastSuccessAtMs !== undefined,
  ).length
  return { total: names.length, answering, failing }
}

/** `2 of 13 endpoints answer, 1 fails, 10 were not asked`. */
export function formatPassiveCount({ total, answering, failing }: PassiveCount): string {
  const asked = answering + failing
  const parts = [
    `${answering} of ${total} ${total === 1 ? 'endpoint' : 'endpoints'} ${answering === 1 ? 'answers' : 'answer'}`,
  ]
  if (failing > 0) parts.push(`${failing} ${failing === 1 ? 'fails' : 'fail'}`)
  const silent = total - asked
  if (silent > 0) parts.push(`${silent} ${silent === 1 ? 'was' : 'were'} not asked`)
  return parts.join(', ')
}

/** Why figures come from this endpoint and not from one before it. `names` in the reader's order. */
export function explainReading(
  endpoint: string,
  names: readonly string[],
  healthOf: (name: string) => NodeHealthSnapshot,
): string {
  const place = names.indexOf(endpoint)
  if (names.length === 1) return 'the only one chosen'
  if (place === 0) return 'the first of your list'
  const before = names.slice(0, Math.max(0, place))
  return before.every((name) => healthOf(name).failuresInARow > 0)
    ? 'the first of your list that answers'
    : 'which has answered faster or more reliably than those before it'
}
