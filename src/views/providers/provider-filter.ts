import type { ProvidersSearch } from './pick-providers-search.ts'
import type { ProviderRow } from './provider-row.ts'

const SORTS = ['leases', 'reclaiming', 'gpus', 'runrate', 'auditors', 'attributes', 'name'] as const

export type ProviderSort = (typeof SORTS)[number]

export interface ProviderFilter {
  readonly text: string
  readonly sort: ProviderSort
  readonly isAscending: boolean
}

/** The filter a URL means. What is malformed counts as not said. */
export function parseProvidersSearch({ q = '', sort, dir }: ProvidersSearch): ProviderFilter {
  return { text: q, sort: findProviderSort(sort), isAscending: dir === 'asc' }
}

/** The sort of this name; by leases where there is none. */
export function findProviderSort(name: string | undefined): ProviderSort {
  return SORTS.find((sort) => sort === name) ?? 'leases'
}

/** The URL of a filter, without what is the default. */
export function formatProvidersSearch({
  text,
  sort,
  isAscending,
}: ProviderFilter): ProvidersSearch {
  return {
    q: text === '' ? undefined : text,
    sort: sort === 'leases' ? undefined : sort,
    dir: isAscending ? 'asc' : undefined,
  }
}

/** The rows that match, in their order. The search looks at addresses, hosts, auditors and attributes. */
export function selectProviders(
  rows: readonly ProviderRow[],
  { text, sort, isAscending }: ProviderFilter,
): readonly ProviderRow[] {
  const words = text.trim().toLowerCase()
  const matching = words === '' ? rows : rows.filter((row) => searchedOf(row).includes(words))
  const turn = isAscending ? 1 : -1
  return matching.toSorted(
    (a, b) => turn * compareBy(sort, a, b) || compareText(a.address, b.address),
  )
}

function searchedOf({ address, record }: ProviderRow): string {
  if (record === undefined) return address
  const { hostUri, auditors, attributes, email, website } = record
  const pairs = attributes.map(({ key, value }) => `${key}=${value}`)
  return [address, hostUri, email, website, ...auditors, ...pairs].join('\n').toLowerCase()
}

function compareBy(sort: ProviderSort, a: ProviderRow, b: ProviderRow): number {
  switch (sort) {
    case 'leases':
      return (a.holder?.leases ?? 0) - (b.holder?.leases ?? 0)
    case 'reclaiming':
      return (a.holder?.reclaiming ?? 0) - (b.holder?.reclaiming ?? 0)
    case 'gpus':
      return compareBig(a.holder?.gpus ?? 0n, b.holder?.gpus ?? 0n)
    case 'runrate':
      return compareBig(a.usd.sum ?? 0n, b.usd.sum ?? 0n)
    case 'auditors':
      return (a.record?.auditors.length ?? 0) - (b.record?.auditors.length ?? 0)
    case 'attributes':
      return (a.record?.attributes.length ?? 0) - (b.record?.attributes.length ?? 0)
    case 'name':
      return compareText(a.record?.hostUri ?? '', b.record?.hostUri ?? '')
  }
}

function compareBig(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Not by the reader's language: everybody sees one order. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
