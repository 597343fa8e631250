import { isHeldKnown } from '../../ui/market/held-leases.ts'
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

/** The rows that match, in their order, values not known last in either direction. The search looks at addresses, hosts, auditors and attributes. */
export function selectProviders(
  rows: readonly ProviderRow[],
  { text, sort, isAscending }: ProviderFilter,
): readonly ProviderRow[] {
  const words = text.trim().toLowerCase()
  const matching = words === '' ? rows : rows.filter((row) => searchedOf(row).includes(words))
  const turn = isAscending ? 1 : -1
  return matching.toSorted((a, b) => {
    const [one, other] = [sortKeyOf(sort, a), sortKeyOf(sort, b)]
    if (one === undefined || other === undefined) {
      const known = Number(one === undefined) - Number(other === undefined)
      return known || compare(a.address, b.address)
    }
    return turn * compare(one, other) || compare(a.address, b.address)
  })
}

function searchedOf({ address, record }: ProviderRow): string {
  if (record === undefined) return address
  const { hostUri, auditors, attributes, email, website } = record
  const pairs = attributes.map(({ key, value }) => `${key}=${value}`)
  return [address, hostUri, email, website, ...auditors, ...pairs].join('\n').toLowerCase()
}

/** What a row is sorted by; undefined: not known. Who has no lease has none of what leases hold and pay. */
function sortKeyOf(sort: ProviderSort, row: ProviderRow): bigint | number | string | undefined {
  const { holder, record, usd } = row
  switch (sort) {
    case 'leases':
      return holder?.leases ?? 0
    case 'reclaiming':
      return holder?.reclaiming ?? 0
    case 'gpus':
      if (holder === undefined) return 0n
      return isHeldKnown(holder) ? holder.gpus : undefined
    case 'runrate':
      return holder === undefined ? 0n : usd.sum
    case 'auditors':
      return record?.auditors.length
    case 'attributes':
      return record?.attributes.length
    case 'name':
      return record?.hostUri
  }
}

/** Of two of a kind, texts not by the reader's language: everybody sees one order. */
function compare<Value extends bigint | number | string>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0
}
