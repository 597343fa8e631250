import type { Confidence } from '../../registry/registry.ts'
import type { Evidence, GroupTie } from '../link.ts'

const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low']

/** One tie for each group with all its evidence; the surest first, else in the order they came. */
export function mergeTies(ties: readonly GroupTie[]): readonly GroupTie[] {
  const byGroup = new Map<string, GroupTie>()
  for (const tie of ties) {
    const earlier = byGroup.get(tie.group)
    byGroup.set(tie.group, earlier === undefined ? tie : joined(earlier, tie))
  }
  return [...byGroup.values()].toSorted(
    (a, b) => CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence),
  )
}

function joined(a: GroupTie, b: GroupTie): GroupTie {
  const isSurer = CONFIDENCES.indexOf(b.confidence) < CONFIDENCES.indexOf(a.confidence)
  const keyOf = ({ rule, source }: Evidence): string => `${rule} ${source}`
  const known = new Set(a.evidence.map(keyOf))
  return {
    group: a.group,
    confidence: isSurer ? b.confidence : a.confidence,
    evidence: [...a.evidence, ...b.evidence.filter((one) => !known.has(keyOf(one)))],
  }
}
