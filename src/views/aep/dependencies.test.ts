import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeDependencies } from './dependencies.ts'
import { layOutDependencies, NODE_HEIGHT, NODE_WIDTH } from './dependency-geometry.ts'

/** Replaced by 76, which 80 needs, which 81 and 88 need. */
const DOCUMENTS = [
  { number: 55, requires: [], replaces: [], supersedes: [], supersededBy: [76] },
  { number: 76, requires: [], replaces: [55], supersedes: [], supersededBy: [] },
  { number: 78, requires: [], replaces: [], supersedes: [], supersededBy: [] },
  { number: 80, requires: [76], replaces: [], supersedes: [], supersededBy: [] },
  { number: 81, requires: [76, 80], replaces: [], supersedes: [], supersededBy: [] },
  { number: 88, requires: [76, 78, 80], replaces: [], supersedes: [], supersededBy: [] },
]

const none = { requires: [], replaces: [], supersedes: [], supersededBy: [] }

describe('computeDependencies', () => {
  it('reads both directions from whichever document says it', () => {
    const found = computeDependencies(76, DOCUMENTS)
    expect(found.requiredBy).toEqual([80, 81, 88])
    expect(found.replaces).toEqual([55])
    expect([found.requires, found.replacedBy]).toEqual([[], []])
    const [replaced] = DOCUMENTS
    const alone = replaced === undefined ? [] : [replaced]
    expect(computeDependencies(55, alone).replacedBy).toEqual([76])
  })

  it('places what is needed as far left as the longest way to it', () => {
    const { levels } = computeDependencies(88, DOCUMENTS)
    expect([...levels].toSorted(([a], [b]) => a - b)).toEqual([
      [76, -2],
      [78, -1],
      [80, -1],
      [88, 0],
    ])
  })

  it('draws no arrow back where there is no circle, however long the chain', () => {
    const chain = Array.from({ length: 9 }, (_, index) => ({
      ...none,
      number: index + 1,
      requires: Array.from({ length: 8 - index }, (_, step) => index + 2 + step),
    }))
    const found = computeDependencies(1, chain)
    expect(found.levels.get(9)).toBe(-8)
    expect(layOutDependencies(found).arrows.some(({ isBack }) => isBack)).toBe(false)
  })

  it('survives a circle and a document that requires itself', () => {
    const documents = [
      { ...none, number: 1, requires: [2, 1] },
      { ...none, number: 2, requires: [3] },
      { ...none, number: 3, requires: [1] },
    ]
    const found = computeDependencies(1, documents)
    expect([found.requires, found.requiredBy]).toEqual([[2], [3]])
    expect([...found.levels.keys()].toSorted()).toEqual([1, 2, 3])
    expect(layOutDependencies(found).arrows.some(({ isBack }) => isBack)).toBe(true)
  })

  it('draws so many and counts the others', () => {
    const requires = Array.from({ length: 300 }, (_, index) => index + 2)
    const found = computeDependencies(1, [{ ...none, number: 1, requires }])
    expect([found.levels.size, found.undrawn, found.requires.length]).toEqual([13, 288, 300])
  })
})

describe('layOutDependencies', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 4 })
  const documents = fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 14 }),
      requires: numbers,
      replaces: numbers,
      supersedes: fc.constant<number[]>([]),
      supersededBy: numbers,
    }),
    { selector: ({ number }) => number },
  )

  it('draws every AEP once, within the drawing and clear of the others, whatever documents say', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const found = computeDependencies(1, all)
        const { nodes, arrows, width, height } = layOutDependencies(found)
        expect(nodes.map(({ aep }) => aep).toSorted()).toEqual([...found.levels.keys()].toSorted())
        expect(arrows).toHaveLength(found.edges.length)
        for (const { x, y } of nodes) {
          expect(x >= 0 && y >= 0 && x + NODE_WIDTH <= width && y + NODE_HEIGHT <= height).toBe(
            true,
          )
        }
        for (const [index, a] of nodes.entries()) {
          for (const b of nodes.slice(index + 1)) {
            expect(Math.abs(a.x - b.x) >= NODE_WIDTH || Math.abs(a.y - b.y) >= NODE_HEIGHT).toBe(
              true,
            )
          }
        }
      }),
    )
  })

  it('leads an arrow around what it passes', () => {
    const { nodes, arrows } = layOutDependencies(
      computeDependencies(3, [
        { ...none, number: 3, requires: [1, 2] },
        { ...none, number: 2, requires: [1] },
      ]),
    )
    const between = nodes.find(({ aep }) => aep === 2)
    const long = arrows.find(({ from, to }) => from === 3 && to === 1)
    const lane = /([\d.]+)H/.exec(long?.path ?? '')?.[1]
    expect(Number(lane)).toBeGreaterThan((between?.y ?? 0) + NODE_HEIGHT)
  })
})
