import { describe, expect, it } from 'vitest'
import { EVERY_PROPOSAL } from '../../domain/proposal-filter.ts'
import { pickProposalsSearch } from './pick-proposals-search.ts'
import { formatProposalsSearch, parseProposalsSearch } from './proposals-search.ts'

const nothing = {
  status: undefined,
  kind: undefined,
  q: undefined,
  sort: undefined,
  dir: undefined,
}

describe('the URL of the list', () => {
  it('says nothing when nothing is filtered, so that the plain address stays plain', () => {
    expect(formatProposalsSearch(EVERY_PROPOSAL)).toEqual(nothing)
    expect(parseProposalsSearch(nothing)).toEqual(EVERY_PROPOSAL)
  })

  it('brings back the very filter it was made from', () => {
    const filter = {
      statuses: ['PROPOSAL_STATUS_VOTING_PERIOD', 'PROPOSAL_STATUS_FAILED'],
      messageKind: 'Software upgrade',
      text: 'v2.2',
      sort: 'ends',
      isAscending: true,
    } as const
    expect(parseProposalsSearch(formatProposalsSearch(filter))).toEqual(filter)
  })

  it('opens with the defaults where a link is mistyped', () => {
    const search = pickProposalsSearch({ status: 'open,passed', sort: 'size', dir: 7 })
    expect(parseProposalsSearch(search)).toEqual({
      ...EVERY_PROPOSAL,
      statuses: ['PROPOSAL_STATUS_PASSED'],
    })
  })
})
