import type { Aep } from '../../domain/registry/aep.ts'

/** `from` requires or replaces `to`. */
export interface DependencyEdge {
  readonly from: number
  readonly to: number
  readonly kind: 'requires' | 'replaces'
}

/** What an AEP builds on, what builds on it, and what it stands in for; as the documents say. */
export interface Dependencies {
  readonly requires: readonly number[]
  readonly requiredBy: readonly number[]
  readonly replaces: readonly number[]
  readonly replacedBy: readonly number[]
  /** Among the nodes. */
  readonly edges: readonly DependencyEdge[]
  /** Place of each AEP drawn, from left to right: this one is 0, what it builds on is below. */
  readonly levels: ReadonlyMap<number, number>
  /** Further ones that are not drawn. */
  readonly undrawn: number
}

type Document = Pick<Aep, 'number' | 'requires' | 'replaces' | 'supersedes' | 'supersededBy'>

const MOST_BEHIND = 12
const MOST_AHEAD = 8
const DEEPEST = 3

/** Takes in cycles and documents that name themselves; reads each document a bounded number of times. */
export function computeDependencies(aep: number, documents: readonly Document[]): Dependencies {
  const all = edgesOf(documents)
  const from = (kind: DependencyEdge['kind']) =>
    numbers(all.filter((edge) => edge.kind === kind && edge.from === aep).map(({ to }) => to))
  const to = (kind: DependencyEdge['kind']) =>
    numbers(all.filter((edge) => edge.kind === kind && edge.to === aep).map((edge) => edge.from))
  const behind = reach(aep, all, 'behind', new Set(), MOST_BEHIND)
  const ahead = reach(aep, all, 'ahead', behind.found, MOST_AHEAD)
  const levels = new Map<number, number>([[aep, 0]])
  placeLevels(levels, behind.found, all, -1)
  placeLevels(levels, ahead.found, all, 1)
  return {
    requires: from('requires'),
    requiredBy: to('requires'),
    replaces: from('replaces'),
    replacedBy: to('replaces'),
    edges: all.filter((edge) => levels.has(edge.from) && levels.has(edge.to)),
    levels,
    undrawn: behind.left + ahead.left,
  }
}

function numbers(values: readonly number[]): readonly number[] {
  return [...new Set(values)].toSorted((a, b) => a - b)
}

function edgesOf(documents: readonly Document[]): readonly DependencyEdge[] {
  const edges = new Map<string, DependencyEdge>()
  const add = (edge: DependencyEdge) => {
    if (edge.from !== edge.to) edges.set(`${edge.kind} ${edge.from} ${edge.to}`, edge)
  }
  for (const { number, requires, replaces, supersedes, supersededBy } of documents) {
    for (const to of requires) add({ from: number, to, kind: 'requires' })
    for (const to of [...replaces, ...supersedes]) add({ from: number, to, kind: 'replaces' })
    for (const from of supersededBy) add({ from, to: number, kind: 'replaces' })
  }
  return [...edges.values()]
}

/**
 * Breadth first, so that what is nearest is drawn where there is not room for all. What another one replaces is no
 * matter of this one.
 */
function reach(
  start: number,
  edges: readonly DependencyEdge[],
  direction: 'behind' | 'ahead',
  taken: ReadonlySet<number>,
  most: number,
): { readonly found: ReadonlySet<number>; readonly left: number } {
  const found = new Set<number>()
  const left = new Set<number>()
  let front = [start]
  for (let depth = 0; depth < DEEPEST && front.length > 0; depth += 1) {
    const next: number[] = []
    for (const edge of edges) {
      const [here, there] = direction === 'behind' ? [edge.from, edge.to] : [edge.to, edge.from]
      if (depth > 0 && edge.kind === 'replaces') continue
      if (!front.includes(here) || there === start || found.has(there) || taken.has(there)) continue
      if (found.size < most) {
        found.add(there)
        next.push(there)
      } else {
        left.add(there)
      }
    }
    front = next
  }
  return { found, left: left.size }
}

/**
 * As far from the start as the longest way through the nodes, so that arrows point one way and only a circle has one that
 * points back. No way is longer than there are nodes, which is where circles stop.
 */
function placeLevels(
  levels: Map<number, number>,
  nodes: ReadonlySet<number>,
  edges: readonly DependencyEdge[],
  step: -1 | 1,
): void {
  for (let round = 0; round < nodes.size; round += 1) {
    for (const edge of edges) {
      const [here, there] = step === -1 ? [edge.from, edge.to] : [edge.to, edge.from]
      const level = levels.get(here)
      if (level === undefined || !nodes.has(there) || (!nodes.has(here) && level !== 0)) continue
      const next = level + step
      const known = levels.get(there)
      if (Math.abs(next) > nodes.size) continue
      if (known === undefined || Math.abs(next) > Math.abs(known)) levels.set(there, next)
    }
  }
  // Whatever a bounded number of rounds did not reach still has its place.
  for (const node of nodes) if (!levels.has(node)) levels.set(node, step)
}
