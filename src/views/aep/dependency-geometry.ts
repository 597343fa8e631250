import type { Dependencies, DependencyEdge } from './dependencies.ts'

export const NODE_WIDTH = 84
export const NODE_HEIGHT = 40
const COLUMN = NODE_WIDTH + 40
const GAP = 16
/** Height of the lane of an arrow that passes a column. */
const PASSING = 2
const MARGIN = 4
/** Room below for arrows that run back. */
const BELOW = 22

export interface DependencyNode {
  readonly aep: number
  /** Left upper corner, in CSS pixels. */
  readonly x: number
  readonly y: number
}

export interface DependencyArrow extends DependencyEdge {
  readonly key: string
  /** SVG path from what is required or replaced to what requires or replaces it. */
  readonly path: string
  /** Points of the head. */
  readonly head: string
  /** It runs against the others, as in a cycle. */
  readonly isBack: boolean
}

export interface DependencyGeometry {
  readonly width: number
  readonly height: number
  readonly nodes: readonly DependencyNode[]
  readonly arrows: readonly DependencyArrow[]
}

/** Something that takes room in a column: an AEP, or an arrow that passes through. */
type Entry =
  | { readonly kind: 'aep'; readonly aep: number }
  | { readonly kind: 'passing'; readonly key: string }

interface Point {
  readonly x: number
  readonly y: number
}

/** Places AEPs in columns by level and draws an arrow for each edge, around the AEPs it passes. */
export function layOutDependencies({
  levels,
  edges,
}: Pick<Dependencies, 'levels' | 'edges'>): DependencyGeometry {
  const used = [...new Set(levels.values())].toSorted((a, b) => a - b)
  const columnOf = new Map([...levels].map(([aep, level]) => [aep, used.indexOf(level)] as const))
  const columns = used.map((level, index): readonly Entry[] => [
    ...[...levels]
      .flatMap(([aep, own]) => (own === level ? [aep] : []))
      .toSorted((a, b) => a - b)
      .map((aep): Entry => ({ kind: 'aep', aep })),
    ...edges.flatMap((edge): readonly Entry[] =>
      isPassing(edge, index, columnOf) ? [{ kind: 'passing', key: keyOf(edge) }] : [],
    ),
  ])
  const inner = Math.max(0, ...columns.map(heightOf))
  const nodes: DependencyNode[] = []
  const passings = new Map<string, readonly Point[]>()
  for (const [index, column] of columns.entries()) {
    const x = MARGIN + index * COLUMN
    let y = MARGIN + (inner - heightOf(column)) / 2
    for (const entry of column) {
      if (entry.kind === 'aep') nodes.push({ aep: entry.aep, x, y })
      else {
        const point = { x, y: y + PASSING / 2 }
        passings.set(entry.key, [...(passings.get(entry.key) ?? []), point])
      }
      y += roomOf(entry) + GAP
    }
  }
  const byAep = new Map(nodes.map((node) => [node.aep, node]))
  const arrows = edges.flatMap((edge): readonly DependencyArrow[] => {
    const [start, end] = [byAep.get(edge.to), byAep.get(edge.from)]
    if (start === undefined || end === undefined) return []
    return [drawArrow(edge, start, end, passings.get(keyOf(edge)) ?? [])]
  })
  const hasBack = arrows.some(({ isBack }) => isBack)
  return {
    width: 2 * MARGIN + Math.max(0, columns.length - 1) * COLUMN + NODE_WIDTH,
    height: 2 * MARGIN + inner + (hasBack ? BELOW : 0),
    nodes,
    arrows,
  }
}

function keyOf({ kind, from, to }: DependencyEdge): string {
  return `${kind} ${from} ${to}`
}

function isPassing(
  { from, to }: DependencyEdge,
  column: number,
  columnOf: ReadonlyMap<number, number>,
): boolean {
  return (columnOf.get(to) ?? column) < column && column < (columnOf.get(from) ?? column)
}

function roomOf(entry: Entry): number {
  return entry.kind === 'aep' ? NODE_HEIGHT : PASSING
}

function heightOf(column: readonly Entry[]): number {
  return column.reduce((sum, entry) => sum + roomOf(entry) + GAP, -GAP)
}

function drawArrow(
  edge: DependencyEdge,
  start: DependencyNode,
  end: DependencyNode,
  passings: readonly Point[],
): DependencyArrow {
  const key = keyOf(edge)
  if (start.x < end.x) {
    const tip = { x: end.x - 1, y: end.y + NODE_HEIGHT / 2 }
    let at: Point = { x: start.x + NODE_WIDTH, y: start.y + NODE_HEIGHT / 2 }
    let path = `M${at.x} ${at.y}`
    for (const { x, y } of passings) {
      path += `${curveTo(at, { x, y })}H${x + NODE_WIDTH}`
      at = { x: x + NODE_WIDTH, y }
    }
    path += curveTo(at, { x: tip.x - 6, y: tip.y })
    const head = `${tip.x},${tip.y} ${tip.x - 7},${tip.y - 4} ${tip.x - 7},${tip.y + 4}`
    return { ...edge, key, isBack: false, path, head }
  }
  const [x1, y1] = [start.x + NODE_WIDTH / 2 + 10, start.y + NODE_HEIGHT]
  const [x2, y2] = [end.x + NODE_WIDTH / 2 - 10, end.y + NODE_HEIGHT + 1]
  const low = Math.max(y1, y2) + BELOW
  return {
    ...edge,
    key,
    isBack: true,
    path: `M${x1} ${y1}C${x1} ${low} ${x2} ${low} ${x2} ${y2 + 6}`,
    head: `${x2},${y2} ${x2 - 4},${y2 + 7} ${x2 + 4},${y2 + 7}`,
  }
}

function curveTo(from: Point, to: Point): string {
  const half = (to.x - from.x) / 2
  return `C${from.x + half} ${from.y} ${to.x - half} ${to.y} ${to.x} ${to.y}`
}
