import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Aep } from '../../registry/aep.ts'
import { openDocket } from './docket.ts'
import { findRequirementCycles } from './requires-cycle.ts'
import { aepOf, linkWorld } from './testing/link-world.ts'

const find = (aeps: readonly Aep[]) =>
  findRequirementCycles(openDocket(...linkWorld(aeps), '2026-11-20'))

it('tells an AEP that requires itself, at once or by way of others', () => {
  const aeps = [
    aepOf(1, 'Draft', { requires: [1] }),
    aepOf(2, 'Draft', { requires: [3] }),
    aepOf(3, 'Draft', { requires: [4, 1] }),
    aepOf(4, 'Draft', { requires: [2] }),
    aepOf(5, 'Draft', { requires: [2, 99] }),
  ]
  expect(
    find(aeps)
      .map(({ explanation }) => explanation)
      .sort(),
  ).toEqual([
    'AEP-1 requires itself.',
    'AEP-2 requires itself by way of AEP-3 and AEP-4.',
    'AEP-3 requires itself by way of AEP-2 and AEP-4.',
    'AEP-4 requires itself by way of AEP-2 and AEP-3.',
  ])
})

it('goes through a chain of 20,000 requirements without running out of stack', () => {
  const size = 20_000
  const ring = Array.from({ length: size }, (_, index) =>
    aepOf(index + 1, 'Draft', { requires: [((index + 1) % size) + 1] }),
  )
  expect(find(ring)).toHaveLength(size)
  expect(find(ring.slice(1))).toEqual([])
})

it('finds exactly those that can be reached from themselves', () => {
  const graph = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(graph, (rows) => {
      const reaches = (from: number, goal: number) => {
        const seen = new Set<number>()
        const open = [...(rows[from - 1] ?? [])]
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
          if (next === goal) return true
          if (!seen.has(next)) open.push(...(rows[next - 1] ?? []))
          seen.add(next)
        }
        return false
      }
      const numbers = rows.map((_, index) => index + 1)
      const aeps = rows.map((requires, index) => aepOf(index + 1, 'Draft', { requires }))
      expect(
        find(aeps)
          .map(({ aep }) => aep)
          .sort(),
      ).toEqual(numbers.filter((number) => reaches(number, number)))
    }),
  )
})
