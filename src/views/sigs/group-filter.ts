import type { GroupWorks } from '../../domain/groups/group-works.ts'
import type { Group } from '../../domain/registry/group.ts'
import type { SigsSearch } from './pick-sigs-search.ts'

/** In the order they are listed in. */
export const GROUP_KINDS: readonly Group['kind'][] = ['sig', 'wg', 'ug', 'committee']
export const GROUP_STATUSES: readonly Group['status'][] = [
  'active',
  'dormant',
  'archived',
  'listed-only',
]

const SORTS = ['standing', 'name', 'meeting', 'aeps', 'upgrades'] as const

/** `standing`: active ones first, then by kind and name; it has one direction. */
export type GroupSort = (typeof SORTS)[number]

export interface GroupFilter {
  /** None: every kind. */
  readonly kinds: readonly Group['kind'][]
  /** None: every status. */
  readonly statuses: readonly Group['status'][]
  readonly text: string
  readonly sort: GroupSort
  readonly isAscending: boolean
}

/** A group with what is tied to it; undefined: not joined with the chain yet. */
export interface GroupRow {
  readonly group: Group
  readonly works: GroupWorks | undefined
}

/** The filter a URL means. What is malformed counts as not said. */
export function parseSigsSearch(search: SigsSearch): GroupFilter {
  const [kinds, statuses] = [search.kind ?? '', search.status ?? ''].map((text) => text.split(','))
  return {
    kinds: GROUP_KINDS.filter((kind) => kinds?.includes(kind)),
    statuses: GROUP_STATUSES.filter((status) => statuses?.includes(status)),
    text: search.q ?? '',
    sort: findGroupSort(search.sort),
    isAscending: search.dir === 'asc',
  }
}

/** The sort of this name; the default where there is none. */
export function findGroupSort(name: string | undefined): GroupSort {
  return SORTS.find((sort) => sort === name) ?? 'standing'
}

/** The URL of a filter, without what is the default. */
export function formatSigsSearch(filter: GroupFilter): SigsSearch {
  const { kinds, statuses, text, sort, isAscending } = filter
  return {
    kind: kinds.length === 0 ? undefined : kinds.join(','),
    status: statuses.length === 0 ? undefined : statuses.join(','),
    q: text === '' ? undefined : text,
    sort: sort === 'standing' ? undefined : sort,
    dir: isAscending ? 'asc' : undefined,
  }
}

/** The rows that match, in their order. The search looks at names, ids, aliases, leads and scopes. */
export function selectGroups(rows: readonly GroupRow[], filter: GroupFilter): readonly GroupRow[] {
  const words = filter.text.trim().toLowerCase()
  const matching = rows.filter(
    ({ group }) =>
      (filter.kinds.length === 0 || filter.kinds.includes(group.kind)) &&
      (filter.statuses.length === 0 || filter.statuses.includes(group.status)) &&
      (words === '' || searchedOf(group).includes(words)),
  )
  const turn = filter.isAscending ? 1 : -1
  return matching.toSorted((a, b) => turn * compareBy(filter.sort, a, b) || compareStanding(a, b))
}

function searchedOf({ id, name, aliases, leads, scope = '' }: Group): string {
  return [id, name, ...aliases, ...leads, scope].join('\n').toLowerCase()
}

function compareBy(sort: GroupSort, a: GroupRow, b: GroupRow): number {
  switch (sort) {
    case 'standing':
      return 0
    case 'name':
      return compareText(a.group.name, b.group.name)
    case 'meeting':
      return compareText(a.group.lastMeeting ?? '', b.group.lastMeeting ?? '')
    case 'aeps':
      return (
        countOf(a, 'aeps') - countOf(b, 'aeps') ||
        countOf(a, 'aepsByScope') - countOf(b, 'aepsByScope')
      )
    case 'upgrades':
      return countOf(a, 'upgrades') - countOf(b, 'upgrades')
  }
}

function countOf({ works }: GroupRow, of: 'aeps' | 'aepsByScope' | 'upgrades'): number {
  return works?.[of].length ?? 0
}

function compareStanding({ group: a }: GroupRow, { group: b }: GroupRow): number {
  return (
    GROUP_STATUSES.indexOf(a.status) - GROUP_STATUSES.indexOf(b.status) ||
    GROUP_KINDS.indexOf(a.kind) - GROUP_KINDS.indexOf(b.kind) ||
    compareText(a.name, b.name)
  )
}

/** Not by the reader's language: everybody sees one order. */
function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
