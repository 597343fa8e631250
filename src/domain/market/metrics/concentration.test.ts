import { describe, expect, it } from 'vitest'
import { computeConcentration, topShareOf } from './concentration.ts'

const of = (...weights: readonly number[]) =>
  computeConcentration(
    weights.map((weight, index) => ({ name: `p${index}`, weight: BigInt(weight) })),
  )

describe('computeConcentration', () => {
  it('counts shares, the Herfindahl index and the Gini coefficient as by hand', () => {
    const concentration = of(1, 6, 3)
    expect(concentration).toMatchObject({
      kind: 'known',
      total: 10n,
      ranked: [
        { name: 'p1', weight: 6n, share: 0.6 },
        { name: 'p2', weight: 3n, share: 0.3 },
        { name: 'p0', weight: 1n, share: 0.1 },
      ],
      // 60² + 30² + 10².
      hhi: expect.closeTo(4_600, 8),
      // (−2 × 1 + 0 × 3 + 2 × 6) ÷ (3 × 10).
      gini: expect.closeTo(1 / 3, 12),
    })
  })

  it('is 10,000 and no difference where one holds all', () => {
    expect(of(7)).toMatchObject({ hhi: 10_000, gini: 0 })
  })

  it('is 10,000 ÷ n and no difference where all hold the same, ranked by name', () => {
    const concentration = of(5, 5, 5, 5)
    expect(concentration).toMatchObject({ hhi: 2_500, gini: 0 })
    expect(concentration.kind === 'known' && concentration.ranked.map(({ name }) => name)).toEqual([
      'p0',
      'p1',
      'p2',
      'p3',
    ])
  })

  it('leaves out who holds nothing, and is none where nobody holds anything', () => {
    expect(of(5, 0, 5, 0)).toMatchObject({ hhi: 5_000, gini: 0 })
    expect(of(0, 0)).toEqual({ kind: 'none' })
    expect(of()).toEqual({ kind: 'none' })
  })
})

describe('topShareOf', () => {
  it('adds up the largest, and no more than there are', () => {
    const concentration = of(1, 6, 3)
    expect([1, 2, 9].map((top) => topShareOf(concentration, top))).toEqual([0.6, 0.9, 1])
    expect(topShareOf({ kind: 'none' }, 3)).toBeUndefined()
  })
})
