import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../domain/decimal.ts'
import { formatDecisionSentence, formatTurnoutSentence } from './tally-sentence.ts'

const plain = (text: string) => text.replaceAll('\u202f', ' ')
const tally = { yes: 500n, no: 250n, noWithVeto: 50n, abstain: 100n }
const none = { yes: 0n, no: 0n, noWithVeto: 0n, abstain: 0n }
const half = DEC_ONE / 2n

describe('formatTurnoutSentence', () => {
  it('says what the drawing shows', () => {
    expect(plain(formatTurnoutSentence(tally, 2000n, DEC_ONE / 5n))).toBe(
      '45.0 % of the bonded stake has voted, quorum 20 %: yes 25.0 %, no 12.5 %, no with veto 2.5 %, abstain 5.0 %.',
    )
  })

  it('does not take an unknown stake for no turnout', () => {
    expect(formatTurnoutSentence(tally, undefined, undefined)).toBe('Turnout is not known.')
  })

  it('says that nobody has voted', () => {
    expect(plain(formatTurnoutSentence(none, 2000n, DEC_ONE / 5n))).toBe('No votes, quorum 20 %.')
  })
})

describe('formatDecisionSentence', () => {
  it('says what the drawing shows', () => {
    expect(plain(formatDecisionSentence(tally, half))).toBe(
      '62.5 % yes of votes that are not abstain, threshold 50 %: yes 62.5 %, no 31.3 %, no with veto 6.3 %.',
    )
  })

  it('does not round yes to a threshold it has not passed', () => {
    const close = { yes: 49_999n, no: 50_001n, noWithVeto: 0n, abstain: 0n }
    expect(plain(formatDecisionSentence(close, half))).toContain('49.999 % yes')
  })

  it('tells abstentions from silence', () => {
    expect(formatDecisionSentence({ ...none, abstain: 5n }, half)).toBe(
      'All votes are abstentions.',
    )
    expect(formatDecisionSentence(none, half)).toBe('No votes.')
  })
})
