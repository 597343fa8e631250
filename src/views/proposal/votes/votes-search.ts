import type { KnownVoteOption } from '../../../domain/vote.ts'
import type { VotesSearch } from './pick-votes-search.ts'

export type VoteTab = 'silent' | 'validators' | 'delegators'
export type VoteSort = 'power' | 'label'

/** Which list of votes is shown, and what of it. */
export interface VotesFilter {
  readonly tab: VoteTab
  /** None means all. */
  readonly options: readonly KnownVoteOption[]
  /** Part of a name or of an address. */
  readonly voter: string
  readonly sort: VoteSort
  readonly isAscending: boolean
  /** Every row rather than the first ones. */
  readonly isWhole: boolean
}

const TABS: readonly VoteTab[] = ['silent', 'validators', 'delegators']

export const OPTION_NAMES: readonly (readonly [string, KnownVoteOption])[] = [
  ['yes', 'VOTE_OPTION_YES'],
  ['no', 'VOTE_OPTION_NO'],
  ['veto', 'VOTE_OPTION_NO_WITH_VETO'],
  ['abstain', 'VOTE_OPTION_ABSTAIN'],
]

/** The filter a URL means. What is malformed counts as not said, so that an old or mistyped link still opens. */
export function parseVotesSearch(search: VotesSearch): VotesFilter {
  const names = (search.option ?? '').split(',')
  const sort = search.sort === 'label' ? 'label' : 'power'
  return {
    tab: TABS.find((tab) => tab === search.tab) ?? 'silent',
    options: OPTION_NAMES.filter(([name]) => names.includes(name)).map(([, option]) => option),
    voter: search.voter ?? '',
    sort,
    isAscending: search.dir === undefined ? isAscendingAtFirst(sort) : search.dir === 'asc',
    isWhole: search.rows === 'all',
  }
}

/** The URL of a filter, without what is the default. */
export function formatVotesSearch(filter: VotesFilter): Required<VotesSearch> {
  const option = OPTION_NAMES.filter(([, option]) => filter.options.includes(option))
    .map(([name]) => name)
    .join(',')
  const { tab, voter, sort, isAscending, isWhole } = filter
  return {
    tab: tab === 'silent' ? undefined : tab,
    option: option === '' ? undefined : option,
    voter: voter === '' ? undefined : voter,
    sort: sort === 'power' ? undefined : sort,
    dir: isAscending === isAscendingAtFirst(sort) ? undefined : isAscending ? 'asc' : 'desc',
    rows: isWhole ? 'all' : undefined,
  }
}

/** Names begin with A, powers with the greatest. */
export function isAscendingAtFirst(sort: VoteSort): boolean {
  return sort === 'label'
}
