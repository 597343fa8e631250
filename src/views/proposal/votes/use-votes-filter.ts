import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { nextSort, type TableSort } from '../../../ui/table/table-column.ts'
import {
  formatVotesSearch,
  isAscendingAtFirst,
  parseVotesSearch,
  type VotesFilter,
  type VoteTab,
} from './votes-search.ts'

const route = getRouteApi('/proposals/$id')

export interface VotesFilterState {
  readonly filter: VotesFilter
  readonly change: (change: Partial<VotesFilter>) => void
  readonly sort: TableSort
  readonly onSort: (columnId: string) => void
  readonly hrefOf: (tab: VoteTab) => string
  readonly showTab: (tab: VoteTab) => void
}

/** The filter of the votes, kept in the URL so that a copied link shows another reader the same. */
export function useVotesFilter(): VotesFilterState {
  const { id } = route.useParams()
  const search = route.useSearch()
  const router = useRouter()
  const navigate = useNavigate({ from: '/proposals/$id' })
  const filter = useMemo(() => parseVotesSearch(search), [search])
  const sort = useMemo<TableSort>(
    () => ({
      columnId: filter.sort,
      direction: filter.isAscending ? 'ascending' : 'descending',
    }),
    [filter],
  )
  const go = useCallback(
    (next: VotesFilter, isReplaced: boolean) =>
      void navigate({
        search: (previous) => ({ ...previous, ...formatVotesSearch(next) }),
        replace: isReplaced,
        resetScroll: false,
      }),
    [navigate],
  )
  const change = useCallback(
    (part: Partial<VotesFilter>) => go({ ...filter, ...part }, true),
    [filter, go],
  )
  const onSort = useCallback(
    (columnId: string) => {
      const id = columnId === 'label' ? 'label' : 'power'
      const first = isAscendingAtFirst(id) ? 'ascending' : 'descending'
      const { direction } = nextSort(sort, id, first)
      change({ sort: id, isAscending: direction === 'ascending' })
    },
    [sort, change],
  )
  const hrefOf = (tab: VoteTab) =>
    router.buildLocation({
      to: '/proposals/$id',
      params: { id },
      search: { ...search, ...formatVotesSearch({ ...filter, tab, isWhole: false }) },
    }).href
  const showTab = (tab: VoteTab) => go({ ...filter, tab, isWhole: false }, false)
  return { filter, change, sort, onSort, hrefOf, showTab }
}
