import {
  DEFAULT_COLUMNS,
  LEASE_COLUMN_IDS,
  LEASE_SORTS,
  type LeaseColumnId,
  type LeaseSort,
} from './lease-column-ids.ts'
import { CLOSE_REASONS, LEASE_STATES, type LeaseFilter } from './lease-filter.ts'
import type { LeasesSearch } from './pick-leases-search.ts'
import { beginsAscending } from './sort-leases.ts'

/** All that the URL of the leases says. */
export interface LeasesAsked {
  readonly filter: LeaseFilter
  readonly sort: LeaseSort
  readonly isAscending: boolean
  /** In the order of the table. */
  readonly columns: readonly LeaseColumnId[]
}

/** What a URL means. What is malformed counts as not said, so that an old or mistyped link still opens. */
export function parseLeasesSearch(search: LeasesSearch): LeasesAsked {
  const states = (search.state ?? '').split(',')
  const sort = LEASE_SORTS.find((each) => each === search.sort) ?? 'state'
  const columns = (search.columns ?? '').split(',')
  const chosen = LEASE_COLUMN_IDS.filter((id) => columns.includes(id))
  return {
    filter: {
      states: LEASE_STATES.filter((state) => states.includes(state)),
      dseq: search.dseq ?? '',
      tenant: search.tenant ?? '',
      provider: search.provider ?? '',
      denom: search.denom ?? '',
      minPrice: search.min ?? '',
      maxPrice: search.max ?? '',
      gpu: search.gpu ?? '',
      minDays: search.older ?? '',
      maxDays: search.younger ?? '',
      reason: CLOSE_REASONS.find((reason) => reason === search.reason) ?? '',
    },
    sort,
    isAscending: search.dir === undefined ? beginsAscending(sort) : search.dir === 'asc',
    columns: chosen.length === 0 ? DEFAULT_COLUMNS : chosen,
  }
}

/** The URL of what was asked for, without what is the default. */
export function formatLeasesSearch({
  filter,
  sort,
  isAscending,
  columns,
}: LeasesAsked): LeasesSearch {
  const text = (value: string) => (value === '' ? undefined : value)
  const chosen = columns.join(',')
  return {
    state: text(LEASE_STATES.filter((state) => filter.states.includes(state)).join(',')),
    dseq: text(filter.dseq),
    tenant: text(filter.tenant),
    provider: text(filter.provider),
    denom: text(filter.denom),
    min: text(filter.minPrice),
    max: text(filter.maxPrice),
    gpu: text(filter.gpu),
    older: text(filter.minDays),
    younger: text(filter.maxDays),
    reason: text(filter.reason),
    sort: sort === 'state' ? undefined : sort,
    dir: isAscending === beginsAscending(sort) ? undefined : isAscending ? 'asc' : 'desc',
    columns: chosen === DEFAULT_COLUMNS.join(',') ? undefined : chosen,
  }
}
