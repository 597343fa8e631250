import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../../domain/decimal.ts'
import type { SeenVote, SeenVotes } from '../../../domain/seen-votes.ts'
import { groupByVoter } from '../../../domain/vote-history.ts'
import { listIndexedVotes, listSeenVotes } from './past-votes.ts'

const names = [{ operatorAddress: 'valoper1a', accountAddress: 'akash1a', moniker: 'Polaris' }]
const yes = { option: 'VOTE_OPTION_YES', weight: DEC_ONE } as const
const no = { option: 'VOTE_OPTION_NO', weight: DEC_ONE } as const
const cast = (voter: string, height: bigint, option: typeof yes | typeof no) => ({
  voter,
  options: [option],
  height,
  txHash: '',
  isByAuthz: false,
})

describe('votes an index still tells', () => {
  const byVoter = groupByVoter([
    cast('akash1a', 10n, yes),
    cast('akash1b', 11n, yes),
    cast('akash1a', 20n, no),
  ])

  it('takes the last vote of each and keeps the one it replaced', () => {
    const [first, second] = listIndexedVotes(byVoter, names, { after: undefined, upTo: 30n })
    expect(first?.label).toBe('Polaris')
    expect(first?.vote.options).toEqual([no])
    expect(first?.casts.replaced.map(({ height }) => height)).toEqual([10n])
    expect(second?.label).toBeUndefined()
    // A transaction says nothing of stake, and unknown is not zero.
    expect(first?.tokens).toBeUndefined()
  })

  it('does not list who voted only in a round that was erased', () => {
    const votes = listIndexedVotes(byVoter, names, { after: 15n, upTo: 30n })
    expect(votes.map(({ vote }) => vote.voter)).toEqual(['akash1a'])
  })
})

describe('votes this browser saw', () => {
  const weight = '1.000000000000000000'
  const seenVote = (option: SeenVote['options'][number]['option'], at: string): SeenVote => ({
    voter: 'akash1a',
    options: [{ option, weight }],
    metadata: 'why not',
    firstSeenAt: at,
    lastSeenAt: at,
  })
  const seen: SeenVotes = {
    proposalId: '1',
    votes: [seenVote('VOTE_OPTION_YES', '10'), seenVote('VOTE_OPTION_NO', '20')],
    lastHeight: '20',
    lastTimeMs: undefined,
    tally: { yes: '0', abstain: '0', no: '5', noWithVeto: '0' },
    bondedTokens: '9',
    validators: names.map((name) => ({ ...name, tokens: '5' })),
  }

  it('shows the last one with the stake and name of then, and what it was before', () => {
    const [only, ...others] = listSeenVotes(seen, { after: undefined, upTo: 20n })
    expect(others).toEqual([])
    expect(only).toMatchObject({ label: 'Polaris', tokens: 5n, height: 20n })
    expect(only?.vote).toEqual({ voter: 'akash1a', options: [no], metadata: 'why not' })
    expect(only?.casts.replaced).toHaveLength(1)
  })

  it('tells a vote of the erased round from a changed one', () => {
    const [only] = listSeenVotes(seen, { after: 15n, upTo: 20n })
    expect(only?.casts.replaced).toEqual([])
    expect(only?.casts.erased).toHaveLength(1)
  })
})
