import { describe, expect, it } from 'vitest'
import type { Failure } from '../domain/failure.ts'
import type { Tally } from '../domain/proposal.ts'
import { countableTally, countableValue } from './countable.ts'
import { describeQueryFailure } from './failures.ts'
import { VoteNotCountableError } from './vote-not-countable.ts'

const source = {
  chainId: 'test-1',
  height: 5n,
  time: undefined,
  endpoint: 'https://node.test',
  query: '/path',
}
const none: Tally = { yes: 0n, abstain: 0n, no: 0n, noWithVeto: 0n }

describe('what a vote cannot be counted without', () => {
  it.each<Failure>([
    {
      kind: 'pruned',
      sentence: 'The node no longer keeps height 5.',
      endpoint: 'https://node.test',
    },
    { kind: 'rate-limited', sentence: 'Wait a moment.', detail: 'slow down' },
  ])('is missing for the reason the figure has ($kind), not for a fault of the app', (failure) => {
    const error = thrown(() => countableValue({ kind: 'failed', failure }, 'No stake.'))
    expect(error).toBeInstanceOf(VoteNotCountableError)
    expect(describeQueryFailure(error)).toEqual({
      ...failure,
      sentence: `No stake. ${failure.sentence}`,
    })
  })

  it('is not a tally below zero, and the reader is told that', () => {
    const error = thrown(() =>
      countableTally({ kind: 'known', value: { ...none, no: -1n }, source }),
    )
    expect(describeQueryFailure(error)).toEqual({
      kind: 'undecodable',
      sentence:
        'The node counts votes below zero, which no chain can. Nothing it says of this vote can be relied on; try another endpoint.',
      endpoint: 'https://node.test',
    })
  })

  it('is a tally of nothing: nobody may have voted yet', () => {
    expect(countableTally({ kind: 'known', value: none, source })).toBe(none)
  })
})

function thrown(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  return undefined
}
