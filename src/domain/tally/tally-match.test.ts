import { describe, expect, it } from 'vitest'
import { compareTallies } from './tally-match.ts'
import { tallyOf } from './testing/tally-world.ts'

const tally = tallyOf(4n, 3n, 2n, 1n)

describe('compareTallies', () => {
  it('finds equal only what is equal to the unit at one height', () => {
    expect(compareTallies({ tally, height: 9n }, { tally, height: 9n })).toEqual({ kind: 'equal' })
  })

  it.each([
    ['yes', tallyOf(1n, 0n, 0n, 0n)],
    ['abstain', tallyOf(0n, 1n, 0n, 0n)],
    ['no', tallyOf(0n, 0n, 1n, 0n)],
    ['no with veto', tallyOf(0n, 0n, 0n, 1n)],
  ])('shows a difference of one unit of %s', (_option, difference) => {
    const official = tallyOf(
      tally.yes + difference.yes,
      tally.abstain + difference.abstain,
      tally.no + difference.no,
      tally.noWithVeto + difference.noWithVeto,
    )
    expect(compareTallies({ tally: official, height: 9n }, { tally, height: 9n })).toEqual({
      kind: 'different',
      difference,
    })
  })

  it.each([
    [8n, 'tally-older-than-votes'],
    [10n, 'votes-older-than-tally'],
  ])('proves nothing with an official tally of height %i against votes of 9', (height, kind) => {
    expect(compareTallies({ tally, height }, { tally, height: 9n })).toEqual({
      kind,
      difference: tallyOf(0n, 0n, 0n, 0n),
    })
  })
})
