import { isRunning, type Lease } from '../../domain/market/lease.ts'
import { compareText } from '../../domain/market/metrics/compare-text.ts'
import type { LeaseSort } from './lease-column-ids.ts'
import type { LeaseRow } from './lease-row.ts'

/** Columns that begin with the least when they are first sorted by. */
export function beginsAscending(sort: LeaseSort): boolean {
  return ['state', 'tenant', 'provider', 'reason', 'payment', 'lease'].includes(sort)
}

const STATE_ORDER = ['active', 'reclaiming', 'insufficient_funds', 'closed']

/** Rows looked at before somebody else may have a turn. */
const SLICE = 4_000

/**
 * Rows in the order asked for: values not known last in either direction, then the newest first. Every value is read
 * once and made a number, and numbers are sorted by the engine. Yields between slices of the work.
 */
export function* sortInSlices(
  rows: readonly LeaseRow[],
  sort: LeaseSort,
  isAscending: boolean,
  height: bigint,
): Generator<undefined, readonly LeaseRow[]> {
  const newestFirst = yield* inOrder(rows, (row) => -Number(row.lease.createdAt))
  const sign = isAscending ? 1 : -1
  const read = yield* readerOf(newestFirst, sort, height)
  yield undefined
  const sorted = yield* inOrder(newestFirst, (row) => {
    const value = read(row)
    return value === undefined ? Number.POSITIVE_INFINITY : sign * value
  })
  if (sort !== 'price' && sort !== 'settled') return sorted
  // Amounts of two denominations do not compare: those of one stand together, the most frequent first.
  const denomOf = (row: LeaseRow) =>
    sort === 'price' ? row.lease.price.denom : settledDenom(row.lease)
  const ranks = new Map(byFrequency(sorted, denomOf).map((denom, index) => [denom, index]))
  yield undefined
  return yield* inOrder(sorted, (row) => ranks.get(denomOf(row)) ?? ranks.size)
}

/** Stable, by numbers. */
function* inOrder(
  rows: readonly LeaseRow[],
  keyOf: (row: LeaseRow) => number,
): Generator<undefined, readonly LeaseRow[]> {
  const keys = new Float64Array(rows.length)
  for (const [index, row] of rows.entries()) {
    keys[index] = keyOf(row)
    if (index % SLICE === SLICE - 1) yield undefined
  }
  const sorted = keys.toSorted()
  yield undefined
  const placed: LeaseRow[] = rows.slice()
  /** How many of the same number are placed, at the place of the first of them. */
  const counts = new Uint32Array(rows.length)
  for (const [index, row] of rows.entries()) {
    const first = firstPlace(sorted, keys[index] ?? 0)
    const count = counts[first] ?? 0
    placed[first + count] = row
    counts[first] = count + 1
    if (index % SLICE === SLICE - 1) yield undefined
  }
  return placed
}

/** Where the first of a number stands among sorted ones. */
function firstPlace(sorted: Float64Array, key: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return low
}

function* readerOf(
  rows: readonly LeaseRow[],
  sort: LeaseSort,
  height: bigint,
): Generator<undefined, (row: LeaseRow) => number | undefined> {
  switch (sort) {
    case 'lease':
      return ({ lease }) => Number(lease.id.dseq)
    case 'state':
      return ({ lease }) => {
        const place = STATE_ORDER.indexOf(lease.state)
        return place < 0 ? undefined : place
      }
    case 'tenant':
      return yield* byText(rows, ({ lease }) => lease.id.owner)
    case 'provider':
      return yield* byText(rows, ({ lease }) => lease.id.provider)
    case 'gpu':
      return ({ sums }) => toNumber(sums?.gpus)
    case 'cpu':
      return ({ sums }) => toNumber(sums?.cpuMillis)
    case 'memory':
      return ({ sums }) => toNumber(sums?.memoryBytes)
    case 'storage':
      return ({ sums }) => toNumber(sums?.ephemeralBytes)
    case 'persistent':
      return ({ sums }) => toNumber(sums?.persistentBytes)
    case 'price':
      return ({ lease }) => Number(lease.price.amount)
    case 'age':
      return ({ lease }) => {
        const end = isRunning(lease) ? height : lease.closedOn
        return end === undefined || end < lease.createdAt
          ? undefined
          : Number(end - lease.createdAt)
      }
    case 'created':
      return ({ lease }) => Number(lease.createdAt)
    case 'ended':
      return ({ lease }) => toNumber(lease.closedOn)
    case 'reason':
      return yield* byText(rows, ({ lease }) => (isRunning(lease) ? undefined : lease.reason))
    case 'settled':
      return ({ lease: { payment } }) =>
        payment === undefined
          ? undefined
          : Number(payment.withdrawn.amount) * 1e18 + Number(payment.balance.amount)
    case 'payment':
      return yield* byText(rows, ({ lease }) => lease.payment?.state)
  }
}

/** Numbers in the order of texts. */
function* byText(
  rows: readonly LeaseRow[],
  textOf: (row: LeaseRow) => string | undefined,
): Generator<undefined, (row: LeaseRow) => number | undefined> {
  const texts = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const text = textOf(row)
    if (text !== undefined) texts.add(text)
    if (index % SLICE === SLICE - 1) yield undefined
  }
  const ranks = new Map([...texts].toSorted(compareText).map((text, index) => [text, index]))
  return (row) => {
    const text = textOf(row)
    return text === undefined ? undefined : ranks.get(text)
  }
}

function toNumber(value: bigint | undefined): number | undefined {
  return value === undefined ? undefined : Number(value)
}

function settledDenom({ payment }: Lease): string {
  return payment?.withdrawn.denom ?? ''
}

function byFrequency(
  rows: readonly LeaseRow[],
  textOf: (row: LeaseRow) => string,
): readonly string[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const text = textOf(row)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts.entries()]
    .toSorted(([a, m], [b, n]) => (a === '' ? 1 : b === '' ? -1 : n - m || compareText(a, b)))
    .map(([text]) => text)
}
