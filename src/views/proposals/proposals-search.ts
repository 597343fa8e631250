import type { ProposalStatus } from '../../domain/proposal.ts'
import type { ProposalFilter, ProposalSort } from '../../domain/proposal-filter.ts'
import type { ProposalsSearch } from './pick-proposals-search.ts'

/** Short names in the order a proposal goes through them. */
export const STATUS_NAMES: readonly (readonly [string, ProposalStatus])[] = [
  ['deposit', 'PROPOSAL_STATUS_DEPOSIT_PERIOD'],
  ['voting', 'PROPOSAL_STATUS_VOTING_PERIOD'],
  ['passed', 'PROPOSAL_STATUS_PASSED'],
  ['rejected', 'PROPOSAL_STATUS_REJECTED'],
  ['failed', 'PROPOSAL_STATUS_FAILED'],
]

const SORTS: readonly ProposalSort[] = ['id', 'title', 'ends']

/** The filter a URL means. What is malformed counts as not said, so that an old or mistyped link still opens. */
export function parseProposalsSearch(search: ProposalsSearch): ProposalFilter {
  const names = (search.status ?? '').split(',')
  return {
    statuses: STATUS_NAMES.filter(([name]) => names.includes(name)).map(([, status]) => status),
    messageKind: search.kind,
    text: search.q ?? '',
    sort: SORTS.find((sort) => sort === search.sort) ?? 'id',
    isAscending: search.dir === 'asc',
  }
}

/** The URL of a filter, without what is the default. */
export function formatProposalsSearch(filter: ProposalFilter): ProposalsSearch {
  const status = STATUS_NAMES.filter(([, status]) => filter.statuses.includes(status))
    .map(([name]) => name)
    .join(',')
  return {
    status: status === '' ? undefined : status,
    kind: filter.messageKind,
    q: filter.text === '' ? undefined : filter.text,
    sort: filter.sort === 'id' ? undefined : filter.sort,
    dir: filter.isAscending ? 'asc' : undefined,
  }
}
