import { describe, expect, it } from 'vitest'
import { pickVotesSearch } from './pick-votes-search.ts'
import { formatVotesSearch, parseVotesSearch, type VotesFilter } from './votes-search.ts'

const DEFAULT = parseVotesSearch({})

describe('the URL of the votes', () => {
  it('shows first who has not voted, the greatest first', () => {
    expect(DEFAULT).toEqual({
      tab: 'silent',
      options: [],
      voter: '',
      sort: 'power',
      isAscending: false,
      isWhole: false,
    })
  })

  it('says nothing of what is the default, so that links stay short', () => {
    expect(Object.values(formatVotesSearch(DEFAULT)).every((part) => part === undefined)).toBe(true)
  })

  it('gives back every filter it was written from', () => {
    for (const tab of ['silent', 'validators', 'delegators'] as const) {
      for (const sort of ['power', 'label'] as const) {
        for (const flag of [true, false]) {
          const filter: VotesFilter = {
            tab,
            options: ['VOTE_OPTION_YES', 'VOTE_OPTION_NO_WITH_VETO'],
            voter: 'a, b',
            sort,
            isAscending: flag,
            isWhole: flag,
          }
          expect(parseVotesSearch(pickVotesSearch({ ...formatVotesSearch(filter) }))).toEqual(
            filter,
          )
        }
      }
    }
  })

  it('opens a mistyped link as if it had not said that', () => {
    const search = pickVotesSearch({ tab: 'nobody', option: 'maybe,no', sort: 'age', rows: 4 })
    expect(parseVotesSearch(search)).toEqual({ ...DEFAULT, options: ['VOTE_OPTION_NO'] })
  })

  it('begins names with A, which needs no saying', () => {
    expect(parseVotesSearch({ sort: 'label' }).isAscending).toBe(true)
    expect(formatVotesSearch({ ...DEFAULT, sort: 'label', isAscending: true }).dir).toBeUndefined()
  })
})
