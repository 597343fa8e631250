import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIdSet, type RecordId } from './id-set.ts'

const lease = fc.record({
  owner: fc.constantFrom('a', 'b'),
  dseq: fc.constantFrom(2n, 10n, 2n ** 64n - 1n),
  gseq: fc.constantFrom(1, 2),
  oseq: fc.constantFrom(1, 2),
  provider: fc.constantFrom('p', 'q'),
  bseq: fc.constantFrom(0, 1),
})
/** Of leases, of orders, of deployments: a list is of one kind. */
const ids: fc.Arbitrary<readonly RecordId[]> = fc.oneof(
  fc.array(lease, { maxLength: 60 }),
  fc.array(lease.map(({ owner, dseq, gseq, oseq }) => ({ owner, dseq, gseq, oseq }))),
  fc.array(lease.map(({ owner, dseq }) => ({ owner, dseq }))),
)
const nameOf = (id: RecordId) => Object.values(id).join(' ')

describe('createIdSet', () => {
  it('knows what it has, in whatever order ids come and go', () => {
    fc.assert(
      fc.property(ids, fc.infiniteStream(fc.nat(3)), (list, steps) => {
        const set = createIdSet()
        const plain = new Set<string>()
        for (const id of list) {
          // One of four is taken away, as those of a page that is not believed are.
          if (steps.next().value === 0) {
            set.delete(id)
            plain.delete(nameOf(id))
          } else {
            expect(set.add(id)).toBe(!plain.has(nameOf(id)))
            plain.add(nameOf(id))
          }
          expect(set.size()).toBe(plain.size)
        }
      }),
    )
  })

  it('holds a list that comes backwards too', () => {
    const set = createIdSet()
    for (let dseq = 50_000n; dseq > 0n; dseq--) set.add({ owner: 'a', dseq })
    expect(set.size()).toBe(50_000)
    expect(set.add({ owner: 'a', dseq: 25_000n })).toBe(false)
  })
})
