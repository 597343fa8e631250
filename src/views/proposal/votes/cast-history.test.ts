import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../../domain/decimal.ts'
import { pickCasts } from './cast-history.ts'

const cast = (height: bigint) => ({
  voter: 'akash1x',
  options: [{ option: 'VOTE_OPTION_YES' as const, weight: DEC_ONE }],
  height,
  txHash: height.toString(),
  isByAuthz: false,
})
const history = { voter: 'akash1x', casts: [cast(10n), cast(20n), cast(30n), cast(40n)] }

describe('pickCasts', () => {
  it('leaves out votes after the height of the picture: heights are not mixed', () => {
    const { current, replaced } = pickCasts(history, { after: undefined, upTo: 30n })
    expect(current?.height).toBe(30n)
    expect(replaced.map(({ height }) => height)).toEqual([20n, 10n])
  })

  it('tells votes a failed round erased from votes that were changed', () => {
    // Votes in the block that ends the round are still counted in it.
    const { current, replaced, erased } = pickCasts(history, { after: 20n, upTo: 40n })
    expect(current?.height).toBe(40n)
    expect(replaced.map(({ height }) => height)).toEqual([30n])
    expect(erased.map(({ height }) => height)).toEqual([20n, 10n])
  })

  it('has no vote of one who voted in the erased round only', () => {
    expect(pickCasts(history, { after: 40n, upTo: 50n }).current).toBeUndefined()
    expect(pickCasts(undefined, { after: undefined, upTo: 1n })).toEqual({
      current: undefined,
      replaced: [],
      erased: [],
    })
  })
})
