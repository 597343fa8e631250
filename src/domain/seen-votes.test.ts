import { describe, expect, it } from 'vitest'
import { DEC_ONE } from './decimal.ts'
import {
  isSeenVotes,
  lastSeenVotes,
  MOST_SEEN_VOTES,
  mergeSeenVotes,
  toVote,
  type VotePicture,
} from './seen-votes.ts'
import type { KnownVoteOption, Vote } from './vote.ts'

describe('mergeSeenVotes', () => {
  it('keeps a vote the chain no longer has, as it does when a failed expedited round wipes them', () => {
    const { picture, vote } = setup()
    const first = mergeSeenVotes(undefined, picture(10n, [vote('akash1a', 'VOTE_OPTION_YES')]))
    const later = mergeSeenVotes(first, picture(20n, []))
    expect(later.votes.map(({ voter, lastSeenAt }) => [voter, lastSeenAt])).toEqual([
      ['akash1a', '10'],
    ])
    expect(later.lastHeight).toBe('20')
  })

  it('keeps both when a vote was changed, and knows which was last', () => {
    const { picture, vote } = setup()
    const first = mergeSeenVotes(undefined, picture(10n, [vote('akash1a', 'VOTE_OPTION_YES')]))
    const later = mergeSeenVotes(first, picture(20n, [vote('akash1a', 'VOTE_OPTION_NO')]))
    expect(later.votes).toHaveLength(2)
    expect(lastSeenVotes(later).map(({ options }) => options[0]?.option)).toEqual([
      'VOTE_OPTION_NO',
    ])
  })

  it('stretches the heights of a vote that stayed', () => {
    const { picture, vote } = setup()
    const votes = [vote('akash1a', 'VOTE_OPTION_YES')]
    const later = mergeSeenVotes(
      mergeSeenVotes(undefined, picture(10n, votes)),
      picture(20n, votes),
    )
    expect(later.votes).toMatchObject([{ firstSeenAt: '10', lastSeenAt: '20' }])
  })

  it('knows a vote that was changed back, and still tells which was last', () => {
    const { picture, vote } = setup()
    let seen = mergeSeenVotes(undefined, picture(10n, [vote('akash1a', 'VOTE_OPTION_YES')]))
    seen = mergeSeenVotes(seen, picture(20n, [vote('akash1a', 'VOTE_OPTION_NO')]))
    seen = mergeSeenVotes(seen, picture(30n, [vote('akash1a', 'VOTE_OPTION_YES')]))
    expect(
      seen.votes.map(({ options, firstSeenAt, lastSeenAt }) => [
        options[0]?.option,
        firstSeenAt,
        lastSeenAt,
      ]),
    ).toEqual([
      ['VOTE_OPTION_YES', '10', '30'],
      ['VOTE_OPTION_NO', '20', '20'],
    ])
  })

  it('compares heights as numbers, and stretches towards both ends', () => {
    const { picture, vote } = setup()
    const votes = [vote('akash1a', 'VOTE_OPTION_YES')]
    let seen = mergeSeenVotes(undefined, picture(100n, votes))
    seen = mergeSeenVotes(seen, picture(9n, votes))
    seen = mergeSeenVotes(seen, picture(50n, votes))
    expect(seen.votes).toMatchObject([{ firstSeenAt: '9', lastSeenAt: '100' }])
  })

  it.each([
    ['its metadata', { metadata: 'why' }],
    ['its weights', { options: [{ option: 'VOTE_OPTION_YES' as const, weight: DEC_ONE / 2n }] }],
    ['its options', { options: [{ option: 7, weight: DEC_ONE }] }],
    ['one option less', { options: [] }],
  ])('takes a vote for a changed one by %s alone', (_, change) => {
    const { picture, vote } = setup()
    const first = vote('akash1a', 'VOTE_OPTION_YES')
    const seen = mergeSeenVotes(undefined, picture(10n, [first]))
    const later = mergeSeenVotes(seen, picture(20n, [{ ...first, ...change }]))
    expect(later.votes.map(({ lastSeenAt }) => lastSeenAt)).toEqual(['10', '20'])
  })

  it('forgets the votes seen longest ago when there are too many, not those added first', () => {
    const { picture, vote } = setup()
    const first = vote('akash1first', 'VOTE_OPTION_YES')
    const many = Array.from({ length: MOST_SEEN_VOTES - 1 }, (_, at) =>
      vote(`akash1n${at}`, 'VOTE_OPTION_YES'),
    )
    const full = mergeSeenVotes(undefined, picture(10n, [first, ...many]))
    const later = mergeSeenVotes(full, picture(20n, [first, vote('akash1new', 'VOTE_OPTION_NO')]))
    const voters = later.votes.map(({ voter }) => voter)
    expect(voters).toHaveLength(MOST_SEEN_VOTES)
    expect([voters[0], voters[1], voters.at(-1)]).toEqual(['akash1first', 'akash1n1', 'akash1new'])
  })

  it('does not let an older picture replace the newer tally', () => {
    const { picture } = setup()
    const newer = mergeSeenVotes(undefined, picture(20n, [], 200n))
    const merged = mergeSeenVotes(newer, picture(10n, [], 100n))
    expect([merged.lastHeight, merged.tally.yes]).toEqual(['20', '200'])
  })

  it('gives votes back exactly, weights to the eighteenth digit', () => {
    const { picture } = setup()
    const weighted: Vote = {
      voter: 'akash1a',
      metadata: 'half and half',
      options: [
        { option: 'VOTE_OPTION_YES', weight: DEC_ONE / 3n },
        { option: 7, weight: DEC_ONE - DEC_ONE / 3n },
      ],
    }
    const seen = mergeSeenVotes(undefined, picture(10n, [weighted]))
    expect(seen.votes.map(toVote)).toEqual([weighted])
  })

  it('survives the way through storage', () => {
    const { picture, vote } = setup()
    const seen = mergeSeenVotes(undefined, picture(10n, [vote('akash1a', 'VOTE_OPTION_ABSTAIN')]))
    expect(isSeenVotes(structuredClone(seen))).toBe(true)
    expect(isSeenVotes(JSON.parse(JSON.stringify(seen)))).toBe(true)
  })
})

describe('isSeenVotes', () => {
  it.each([undefined, null, 1, {}, { proposalId: '1', votes: 'x' }])('refuses %j', (value) => {
    expect(isSeenVotes(value)).toBe(false)
  })
})

function setup() {
  const vote = (voter: string, option: KnownVoteOption): Vote => ({
    voter,
    metadata: '',
    options: [{ option, weight: DEC_ONE }],
  })
  const picture = (height: bigint, votes: readonly Vote[], yes = 0n): VotePicture => ({
    proposalId: 353n,
    height,
    time: new Date('2026-11-21T03:05:19Z'),
    votes,
    validators: [
      {
        operatorAddress: 'akashvaloper1x',
        accountAddress: 'akash1x',
        moniker: 'X',
        identity: '',
        website: '',
        tokens: 100n,
        delegatorShares: 100n * DEC_ONE,
        jailed: false,
        status: 'BOND_STATUS_BONDED',
      },
    ],
    official: { yes, abstain: 0n, no: 0n, noWithVeto: 0n },
    bondedTokens: 1_000n,
  })
  return { vote, picture }
}
