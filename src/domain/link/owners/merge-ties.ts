import type { Confidence } from '../../registry/registry.ts'
import type { Evidence, GroupTie } from '../link.ts'

const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low']

/** One tie for each group with all its evidence; the surest first, else in the order they came. */
export function mergeTies(ties: readonly GroupTie[]): readonly GroupTie[] {
  const byGroup = new Map<string, [GroupTie, ...GroupTie[]]>()
  for (const tie of ties) {
    const earlier = byGroup.get(tie.group)
    if (earlier === undefined) byGroup.set(tie.group, [tie])
    else earlier.push(tie)
  }
  return [...byGroup.values()].map(joined).toSorted((a, b) => rank(a) - rank(b))
}

function joined(ties: readonly [GroupTie, ...GroupTie[]]): GroupTie {
  const [{ group }] = ties
  const evidence = new Map<string, Evidence>()
  for (const one of ties.flatMap((tie) => tie.evidence)) {
    const key = `${one.rule} ${one.source}`
    if (!evidence.has(key)) evidence.set(key, one)
  }
  const { confidence } = ties.reduce((surest, tie) => (rank(tie) < rank(surest) ? tie : surest))
  return { group, confidence, evidence: [...evidence.values()] }
}

function rank({ confidence }: GroupTie): number {
  return CONFIDENCES.indexOf(confidence)
}
