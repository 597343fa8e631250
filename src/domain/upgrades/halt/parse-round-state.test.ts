import { describe, expect, it } from 'vitest'
import { parseRoundState } from './parse-round-state.ts'

const SET = {
  round: 0,
  prevotes: [
    'Vote{0:8D20CA9F40C8 27400606/00/SIGNED_MSG_TYPE_PREVOTE(Prevote) 000000000000 BDDF51344AC9 000000000000 @ 2026-11-21T03:09:47.149380341Z}',
    'nil-Vote',
    'nil-Vote',
  ],
  prevotes_bit_array: 'BA{3:x__} 50/100 = 0.50',
  precommits: ['nil-Vote', 'nil-Vote', 'nil-Vote'],
  precommits_bit_array: 'BA{3:___} 0/100 = 0.00',
}
const BRIEF = { round_state: { 'height/round/step': '27400606/2/4', height_vote_set: [SET] } }
const DUMP = { round_state: { height: '27400606', round: 2, step: 4, votes: [SET] }, peers: [] }

describe('the state of a round', () => {
  it('reads alike from consensus_state and from dump_consensus_state, which say it in different places', () => {
    const brief = parseRoundState(BRIEF)
    expect(brief).toEqual(parseRoundState(DUMP))
    expect(brief).toMatchObject({
      kind: 'round-state',
      state: { height: 27_400_606n, round: 2, step: 4, validatorCount: 3, totalPower: 100n },
    })
    if (brief.kind !== 'round-state') return
    expect([...(brief.state.rounds[0]?.prevotes ?? [])]).toEqual([0])
    expect([...brief.state.voters]).toEqual([[0, '8D20CA9F40C8']])
    expect(brief.state.newestVoteAt?.toISOString()).toBe('2026-11-21T03:09:47.149380341Z')
  })

  it('keeps a height beyond what a double can hold', () => {
    const round_state = { ...BRIEF.round_state, 'height/round/step': '9007199254740993/0/4' }
    expect(parseRoundState({ round_state })).toMatchObject({
      state: { height: 9_007_199_254_740_993n },
    })
  })

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'height/round/step'],
    ['a text', 'round_state', 'height/round/step'],
    [
      'a height that is none',
      { round_state: { 'height/round/step': '-1/0/4' } },
      'height/round/step',
    ],
    ['no votes', { round_state: { 'height/round/step': '5/0/4' } }, 'height_vote_set'],
    ['an empty list of rounds', withSets([]), 'height_vote_set'],
    ['a round without a number', withSets([{ ...SET, round: '0' }]), 'round'],
    [
      'votes as another structure',
      withSets([{ ...SET, prevotes_bit_array: { bits: 3 } }]),
      'prevotes_bit_array',
    ],
    [
      'fewer marks than it says it has',
      withSets([{ ...SET, prevotes_bit_array: 'BA{3:x_} 50/100 = 0.50' }]),
      'prevotes_bit_array',
    ],
    [
      'precommits of fewer validators than prevotes',
      withSets([{ ...SET, precommits_bit_array: 'BA{2:__} 0/100 = 0.00' }]),
      'one validator set',
    ],
    [
      'nobody in the set',
      withSets([
        {
          ...SET,
          prevotes_bit_array: 'BA{0:} 0/0 = 0.00',
          precommits_bit_array: 'BA{0:} 0/0 = 0.00',
        },
      ]),
      'validators',
    ],
  ])('names the part it does not know in %s, and never throws', (_, result, missing) => {
    expect(parseRoundState(result)).toEqual({ kind: 'unknown-shape', missing })
  })
})

function withSets(height_vote_set: readonly unknown[]) {
  return { round_state: { 'height/round/step': '5/0/4', height_vote_set } }
}
