import type { FindingKind } from '../../domain/link/finding.ts'
import type { EditorialStatus } from '../../domain/registry/aep.ts'
import { type AepFilter, type AepSort, DELIVERY_KINDS } from './aep-filter.ts'
import type { AepsSearch } from './pick-aeps-search.ts'

/** How a URL names the statuses. */
const STATUS_NAMES: readonly (readonly [string, EditorialStatus])[] = [
  ['draft', 'Draft'],
  ['last-call', 'Last Call'],
  ['accepted', 'Accepted'],
  ['final', 'Final'],
  ['other', 'other'],
]

const FINDING_KINDS: Readonly<Record<FindingKind, true>> = {
  'shipped-while-draft': true,
  'shipped-while-last-call': true,
  'final-before-shipping': true,
  'delivered-before-created': true,
  'resolution-shared': true,
  'resolution-is-funding': true,
  'completed-far-from-delivery': true,
  'completed-far-from-funding': true,
  'draft-with-completed-date': true,
  'estimate-overdue': true,
  'requires-unfinished': true,
  'requires-cycle': true,
  'superseded-one-sided': true,
  'superseded-not-retired': true,
  'status-spelling': true,
}

const SORTS: readonly AepSort[] = ['number', 'title', 'document', 'chain', 'height', 'findings']

export interface AepsState {
  readonly view: 'table' | 'board'
  readonly filter: AepFilter
}

/** What a URL means. What is malformed counts as not said, so that an old or mistyped link still opens. */
export function parseAepsSearch(search: AepsSearch): AepsState {
  const names = (search.status ?? '').split(',')
  const { finding } = search
  return {
    view: search.view === 'board' ? 'board' : 'table',
    filter: {
      text: search.q ?? '',
      statuses: STATUS_NAMES.filter(([name]) => names.includes(name)).map(([, status]) => status),
      delivery: DELIVERY_KINDS.find((kind) => kind === search.delivery),
      type: search.type,
      category: search.category,
      group: search.sig,
      upgrade: search.upgrade,
      finding:
        finding === 'any' || (finding !== undefined && isFindingKind(finding))
          ? finding
          : undefined,
      sort: findSort(search.sort),
      isAscending: search.dir === 'asc',
    },
  }
}

/** What a list can be sorted by, by its name; by number where it says nothing else. */
export function findSort(name: string | undefined): AepSort {
  return SORTS.find((sort) => sort === name) ?? 'number'
}

function isFindingKind(text: string): text is FindingKind {
  return Object.hasOwn(FINDING_KINDS, text)
}

/** The URL of it, without what is the default. */
export function formatAepsSearch({ view, filter }: AepsState): AepsSearch {
  const status = STATUS_NAMES.filter(([, one]) => filter.statuses.includes(one))
    .map(([name]) => name)
    .join(',')
  return {
    view: view === 'board' ? 'board' : undefined,
    q: filter.text === '' ? undefined : filter.text,
    status: status === '' ? undefined : status,
    delivery: filter.delivery,
    type: filter.type,
    category: filter.category,
    sig: filter.group,
    upgrade: filter.upgrade,
    finding: filter.finding,
    sort: filter.sort === 'number' ? undefined : filter.sort,
    dir: filter.isAscending ? 'asc' : undefined,
  }
}
