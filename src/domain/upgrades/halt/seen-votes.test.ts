import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computePowerBack, type HaltValidator } from './power-back.ts'
import type { RoundState } from './round-state.ts'
import { mergeSeenVotes, type SeenVotes } from './seen-votes.ts'

const POWERS = [40n, 25n, 20n, 15n]
const VALIDATORS: readonly HaltValidator[] = POWERS.map((power, place) => ({
  address: `${place}`.padStart(12, 'A').padEnd(40, '0'),
  power,
  operatorAddress: `akashvaloper1${place}`,
  moniker: `v${place}`,
  label: `v${place}`,
}))

describe('who is back, over time', () => {
  it('keeps who has voted in an earlier round, though the next round begins empty', () => {
    const first = state({ rounds: [[0, [0, 1], []]] })
    const second = state({
      round: 1,
      rounds: [
        [0, [], []],
        [1, [2], []],
      ],
    })
    expect(backOf(mergeSeenVotes(mergeSeenVotes(undefined, first), second))).toBe(85n)
  })

  it('begins anew at a higher height and takes nothing of a lower one', () => {
    const seen = mergeSeenVotes(undefined, state({ rounds: [[0, [0, 1], []]] }))
    const next = mergeSeenVotes(seen, state({ height: 8n, rounds: [[0, [3], []]] }))
    expect([next.height, backOf(next)]).toEqual([8n, 15n])
    expect(mergeSeenVotes(next, state({ rounds: [[0, [0, 1, 2], []]] }))).toBe(next)
  })

  it('leaves out a reading of another validator set, whose places are those of others', () => {
    const seen = mergeSeenVotes(undefined, state({ rounds: [[0, [0], []]] }))
    const smaller = { ...state({ rounds: [[0, [1], []]] }), validatorCount: 3 }
    expect(mergeSeenVotes(seen, smaller)).toBe(seen)
    const stranger = {
      ...state({ rounds: [[0, [1], []]] }),
      voters: new Map([[0, 'FFFFFFFFFFFF']]),
    }
    const known = { ...seen, voters: new Map([[0, 'AAAAAAAAAAA0']]) }
    expect(mergeSeenVotes(known, stranger)).toBe(known)
  })

  it('never lets the power that is back fall at one height, whatever the readings and their order', () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 3 }))
    const reading = fc
      .tuple(fc.integer({ min: 0, max: 3 }), places, places)
      .map(([round, prevotes, precommits]) =>
        state({ round, rounds: [[round, prevotes, precommits]] }),
      )
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1 }), (readings) => {
        let seen: SeenVotes | undefined
        let before = 0n
        for (const each of readings) {
          seen = mergeSeenVotes(seen, each)
          const back = backOf(seen)
          if (back < before) return false
          before = back
        }
        return true
      }),
    )
  })
})

function backOf(seen: SeenVotes): bigint {
  const power = computePowerBack(seen, VALIDATORS)
  expect(power.kind).toBe('seen')
  return power.back
}

function state(parts: {
  readonly height?: bigint
  readonly round?: number
  readonly rounds: readonly (readonly [number, readonly number[], readonly number[]])[]
}): RoundState {
  const sum = (places: readonly number[]) =>
    places.reduce((power, place) => power + (POWERS[place] ?? 0n), 0n)
  return {
    height: parts.height ?? 7n,
    round: parts.round ?? 0,
    step: 4,
    validatorCount: 4,
    totalPower: 100n,
    rounds: parts.rounds.map(([round, prevotes, precommits]) => ({
      round,
      prevotes: new Set(prevotes),
      precommits: new Set(precommits),
      prevotePower: sum(prevotes),
      precommitPower: sum(precommits),
    })),
    voters: new Map(),
    newestVoteAt: undefined,
  }
}
