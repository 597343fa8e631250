import type { FindingKind } from '../../domain/link/finding.ts'
import type { Delivery } from '../../domain/link/link.ts'
import type { EditorialStatus } from '../../domain/registry/aep.ts'
import type { AepRow } from './aep-row.ts'

export type DeliveryKind = Delivery['kind']

/** From what is ahead over what is there to what is not; the order of boards, filters and sorting. */
export const DELIVERY_KINDS: readonly DeliveryKind[] = [
  'in-vote',
  'scheduled',
  'delivered',
  'delivered-at-genesis',
  'delivered-by-messages',
  'removed',
  'rejected',
  'funding-passed',
  'mentioned',
  'nothing-found',
]

/** In the order a document goes through them. */
export const STATUSES: readonly EditorialStatus[] = [
  'Draft',
  'Last Call',
  'Accepted',
  'Final',
  'other',
]

export type AepSort = 'number' | 'title' | 'document' | 'chain' | 'height' | 'findings'

export interface AepFilter {
  readonly text: string
  /** Empty: any. */
  readonly statuses: readonly EditorialStatus[]
  readonly delivery: DeliveryKind | undefined
  readonly type: string | undefined
  readonly category: string | undefined
  readonly group: string | undefined
  readonly upgrade: string | undefined
  /** `any`: at least one. */
  readonly finding: FindingKind | 'any' | undefined
  readonly sort: AepSort
  readonly isAscending: boolean
}

const NUMBER = /^(?:aep)?[\s-]*0*(\d{1,6})$/

/** The rows that match, in the order asked for. */
export function selectAeps(rows: readonly AepRow[], filter: AepFilter): readonly AepRow[] {
  const matches = matcherOf(filter)
  const compare = COMPARISONS[filter.sort]
  const sign = filter.isAscending ? 1 : -1
  return rows
    .filter(matches)
    .toSorted(
      (a, b) => absentLast(a, b, filter.sort) || sign * compare(a, b) || a.number - b.number,
    )
}

function isNarrowedByValue(filter: AepFilter): boolean {
  const { statuses, delivery, type, category, group, upgrade, finding } = filter
  const values = [delivery, type, category, group, upgrade, finding]
  return statuses.length > 0 || values.some((value) => value !== undefined)
}

function matcherOf(filter: AepFilter): (row: AepRow) => boolean {
  const text = filter.text.trim().toLowerCase()
  const digits = NUMBER.exec(text)?.[1]
  const isByValue = isNarrowedByValue(filter)
  return (row) => {
    if (text !== '' && !matchesText(row, text, digits)) return false
    if (!isByValue) return true
    const aep = row.origin.kind === 'document' ? row.origin.aep : undefined
    return (
      row.origin.kind !== 'absent' &&
      (filter.statuses.length === 0 ||
        (aep !== undefined && filter.statuses.includes(aep.status))) &&
      isWanted(filter.delivery, row.delivery?.kind) &&
      isWanted(filter.type, aep?.type) &&
      isWanted(filter.category, aep?.category) &&
      (filter.group === undefined || row.groups.includes(filter.group)) &&
      (filter.upgrade === undefined || row.upgrades.includes(filter.upgrade)) &&
      matchesFinding(row, filter.finding)
    )
  }
}

function isWanted(wanted: string | undefined, value: string | undefined): boolean {
  return wanted === undefined || wanted === value
}

function matchesFinding({ findings }: AepRow, wanted: AepFilter['finding']): boolean {
  if (wanted === undefined) return true
  return wanted === 'any' ? findings.length > 0 : findings.some(({ kind }) => kind === wanted)
}

function matchesText(row: AepRow, text: string, digits: string | undefined): boolean {
  if (digits !== undefined && row.number.toString().startsWith(digits)) return true
  if (row.title?.toLowerCase().includes(text)) return true
  return (
    row.origin.kind === 'document' &&
    row.origin.aep.authors.some(
      ({ name, handle }) =>
        name.toLowerCase().includes(text) || handle?.toLowerCase().includes(text) === true,
    )
  )
}

type Comparison = (a: AepRow, b: AepRow) => number

const COMPARISONS: Readonly<Record<AepSort, Comparison>> = {
  number: (a, b) => a.number - b.number,
  title: (a, b) => (a.title ?? '').localeCompare(b.title ?? '', 'en'),
  document: (a, b) => placeOfStatus(a) - placeOfStatus(b),
  chain: (a, b) => placeOfDelivery(a) - placeOfDelivery(b),
  height: (a, b) => Number((heightOf(a) ?? 0n) - (heightOf(b) ?? 0n)),
  findings: (a, b) => a.findings.length - b.findings.length,
}

/** What a row lacks is at the end, whichever way the list is sorted. */
function absentLast(a: AepRow, b: AepRow, sort: AepSort): number {
  const lacks = LACKS[sort]
  return lacks === undefined ? 0 : Number(lacks(a)) - Number(lacks(b))
}

const LACKS: Readonly<Partial<Record<AepSort, (row: AepRow) => boolean>>> = {
  title: (row) => row.title === undefined,
  document: (row) => row.origin.kind !== 'document',
  chain: (row) => row.delivery === undefined,
  height: (row) => heightOf(row) === undefined,
  findings: (row) => row.origin.kind === 'absent',
}

/** The height of the upgrade that brought it or is to bring it. */
function heightOf({ through }: AepRow): bigint | undefined {
  for (const { target } of through) if (target.kind === 'upgrade') return target.height
  return undefined
}

function placeOfStatus({ origin }: AepRow): number {
  return origin.kind === 'document' ? STATUSES.indexOf(origin.aep.status) : STATUSES.length
}

function placeOfDelivery({ delivery }: AepRow): number {
  return delivery === undefined ? DELIVERY_KINDS.length : DELIVERY_KINDS.indexOf(delivery.kind)
}
