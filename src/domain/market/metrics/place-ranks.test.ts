import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeRanks } from './place-ranks.ts'

const float = fc.oneof(
  fc.double({ noNaN: true }).map((value) => value + 0),
  fc.integer({ min: 0, max: 9 }),
)
const floats = fc
  .tuple(fc.array(float, { minLength: 1, maxLength: 400, size: 'max' }), fc.boolean(), fc.boolean())
  // Such as are sorted already come as often as others do.
  .map(([values, isSorted, isTurned]) => {
    const each = isSorted ? values.toSorted((a, b) => a - b) : values
    return isTurned ? each.toReversed() : each
  })

describe('placeRanks', () => {
  it('puts at every wanted rank what sorting puts there, and loses no value', () => {
    fc.assert(
      fc.property(
        floats,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (values, places) => {
          const placed = Float64Array.from(values)
          const ranks = places.map((place) => Math.floor(place * (values.length - 1)))
          placeRanks(placed, ranks)
          const sorted = Float64Array.from(values).sort()
          expect(ranks.map((rank) => placed[rank])).toEqual(ranks.map((rank) => sorted[rank]))
          expect(placed.sort()).toEqual(sorted)
        },
      ),
    )
  })
})
