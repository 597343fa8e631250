import { describe, expect, it } from 'vitest'
import { formatMissing } from './format-missing.ts'
import {
  computePowerBack,
  describeMismatch,
  type HaltValidator,
  powerToTwoThirds,
} from './power-back.ts'
import type { SeenVotes } from './seen-votes.ts'

const VALIDATORS: readonly HaltValidator[] = [50n, 30n, 20n].map((power, place) => ({
  address: `${place}`.repeat(40),
  power,
  operatorAddress: place === 2 ? undefined : `akashvaloper1${place}`,
  moniker: place === 2 ? undefined : `Node ${place}`,
  label: place === 2 ? undefined : `Node ${place}`,
}))
const SEEN: SeenVotes = {
  height: 7n,
  round: 1,
  step: 4,
  validatorCount: 3,
  totalPower: 100n,
  rounds: [
    {
      round: 0,
      prevotes: new Set([0]),
      precommits: new Set([0]),
      prevotePower: 50n,
      precommitPower: 50n,
    },
    {
      round: 1,
      prevotes: new Set([1]),
      precommits: new Set([1]),
      prevotePower: 30n,
      precommitPower: 30n,
    },
  ],
  voters: new Map([[0, '000000000000']]),
  newestVoteAt: undefined,
}

describe('power that is back', () => {
  it('is the union of the prevotes of all rounds, while precommits count within one round only', () => {
    // 50 in round 0 and 30 in round 1 are back; neither round has more than 50 precommitted.
    expect(computePowerBack(SEEN, VALIDATORS)).toMatchObject({
      kind: 'seen',
      back: 80n,
      precommit: 50n,
      total: 100n,
      missing: [{ address: '2'.repeat(40) }],
    })
  })

  it.each([
    ['nobody could be read', undefined, SEEN, 'set-not-read'],
    [
      'there are fewer bits than validators',
      VALIDATORS,
      { ...SEEN, validatorCount: 2 },
      'count-differs',
    ],
    ['the powers add up otherwise', VALIDATORS, { ...SEEN, totalPower: 101n }, 'set-changed'],
    [
      'another votes in the place of one',
      VALIDATORS,
      { ...SEEN, voters: new Map([[0, 'F00000000000']]) },
      'set-changed',
    ],
    [
      'someone votes beyond the set',
      VALIDATORS,
      { ...SEEN, voters: new Map([[9, '000000000000']]) },
      'set-changed',
    ],
  ] as const)(
    'names nobody when %s, and gives the sums of the fullest round',
    (_, validators, seen, kind) => {
      const power = computePowerBack(seen, validators)
      expect(power).toMatchObject({ kind: 'unnamed', back: 50n, why: { kind } })
      if (power.kind === 'unnamed')
        expect(describeMismatch(power.why)).toContain('nobody can be named')
    },
  )

  it('needs more than two thirds, not two thirds', () => {
    expect(powerToTwoThirds(66n, 99n)).toBe(1n)
    expect(powerToTwoThirds(67n, 99n)).toBe(0n)
    expect(powerToTwoThirds(66_000_000n, 131_999_998n)).toBe(21_999_999n)
  })

  it('is missing by name, share and address in the copied list, by the key where there is no name', () => {
    expect(formatMissing(VALIDATORS.slice(1), 100n)).toBe(
      `Node 1  30.00\u202f%  akashvaloper11\n${'2'.repeat(40)}  20.00\u202f%  ${'2'.repeat(40)}`,
    )
  })
})
