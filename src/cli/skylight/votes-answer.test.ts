import { describe, expect, it } from 'vitest'
import { computeExactTally } from '../../domain/tally/exact-tally.ts'
import {
  dec,
  delegationsOf,
  govParams,
  validatorOf,
  voteOf,
} from '../../domain/tally/testing/tally-world.ts'
import { labelValidators } from '../../domain/validator-label.ts'
import { toVotesAnswer } from './votes-answer.ts'

const validators = [validatorOf('val', 5n)]
const votes = [
  voteOf('val', 'VOTE_OPTION_YES'),
  voteOf('del', 'VOTE_OPTION_YES'),
  voteOf('del', 'VOTE_OPTION_NO'),
]
const view = {
  source: {
    chainId: 'test-1',
    height: 100n,
    time: undefined,
    endpoint: 'http://node.test',
    query: '/path',
  },
  votes,
  validators,
  labels: labelValidators(validators),
}

describe('toVotesAnswer', () => {
  it('lists a voter that came twice once, with the later vote, and says so beside the answer', () => {
    const answer = toVotesAnswer(view, undefined, 'uakt')
    expect(answer.rows.map(([voter, , options]) => [voter, options])).toEqual([
      ['val', 'VOTE_OPTION_YES 1.000000000000000000'],
      ['del', 'VOTE_OPTION_NO 1.000000000000000000'],
    ])
    expect(answer.notes).toEqual([
      'The vote of del came twice, with different options; the later reading counts.',
    ])
  })

  it('says with the exact count what was odd about the delegations too', () => {
    const exact = computeExactTally({
      validators,
      votes,
      delegationsByVoter: delegationsOf({ val: { val: 2n } }),
      bondedTokens: 5n,
      params: govParams(),
      threshold: dec('0.5'),
    })
    const { notes } = toVotesAnswer(view, exact, 'uakt')
    expect(notes).toContain('The delegations of del were not read, so this count is not exact.')
    expect(notes).toHaveLength(2)
  })

  it('has no notes on votes in order', () => {
    expect(toVotesAnswer({ ...view, votes: votes.slice(0, 2) }, undefined, 'uakt').notes).toEqual(
      [],
    )
  })
})
