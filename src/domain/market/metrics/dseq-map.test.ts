import { describe, expect, it } from 'vitest'
import { createDseqMap } from './dseq-map.ts'

describe('createDseqMap', () => {
  it('keeps owners apart whose deployments share a dseq, for it is the tenant who chooses it', () => {
    const map = createDseqMap<string>()
    for (const owner of ['a', 'b', 'c']) map.set({ owner, dseq: 7n }, `of ${owner}`)
    map.set({ owner: 'a', dseq: 7n }, 'of a again')
    map.set({ owner: 'b', dseq: 7n }, 'of b again')
    expect(['a', 'b', 'c', 'd'].map((owner) => map.get({ owner, dseq: 7n }))).toEqual([
      'of a again',
      'of b again',
      'of c',
      undefined,
    ])
    expect(map.get({ owner: 'a', dseq: 8n })).toBeUndefined()
  })

  it('tells numbers of 64 bits apart that are one float', () => {
    const map = createDseqMap<number>()
    const dseq = 2n ** 64n - 1n
    map.set({ owner: 'a', dseq }, 1)
    map.set({ owner: 'a', dseq: dseq - 1n }, 2)
    expect([dseq, dseq - 1n, dseq - 2n].map((each) => map.get({ owner: 'a', dseq: each }))).toEqual(
      [1, 2, undefined],
    )
  })
})
