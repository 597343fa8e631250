import { describe, expect, it } from 'vitest'
import { parseVoteOption } from './vote.ts'

describe('parseVoteOption', () => {
  it.each([
    [1, 'VOTE_OPTION_YES'],
    [2, 'VOTE_OPTION_ABSTAIN'],
    [3, 'VOTE_OPTION_NO'],
    [4, 'VOTE_OPTION_NO_WITH_VETO'],
  ])('reads the wire number %i as %s', (wireNumber, option) => {
    expect(parseVoteOption(wireNumber)).toBe(option)
  })

  it.each([0, 5, -1])('leaves %i as it is, for a later chain may know what it means', (number) => {
    expect(parseVoteOption(number)).toBe(number)
  })
})
