import { describe, expect, it } from 'vitest'
import { figureOf } from './figures.ts'

const source = { chainId: 'x', height: 1n, time: undefined, endpoint: 'e', query: 'q' }

describe('figureOf', () => {
  it('keeps a value with its source', () => {
    const settled = { status: 'fulfilled', value: { amount: 5n } } as const
    expect(
      figureOf(
        settled,
        ({ amount }) => amount,
        () => source,
      ),
    ).toEqual({
      kind: 'known',
      value: 5n,
      source,
    })
  })

  it('keeps why there is none, which is not zero', () => {
    const settled = { status: 'rejected', reason: new Error('x') } as const
    expect(
      figureOf(
        settled,
        () => 0n,
        () => source,
      ),
    ).toMatchObject({
      kind: 'failed',
      failure: { kind: 'unexpected' },
    })
  })
})
