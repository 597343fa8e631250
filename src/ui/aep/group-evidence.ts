import type { Evidence } from '../../domain/link/link.ts'

/** One reason, and every place that gives it. */
export interface EvidenceGroup extends Omit<Evidence, 'source'> {
  readonly key: string
  readonly sources: readonly string[]
}

/** Puts together what says the same in the same words, in the order in which it came first. */
export function groupEvidence(evidence: readonly Evidence[]): readonly EvidenceGroup[] {
  const groups = new Map<string, EvidenceGroup>()
  for (const { source, ...reason } of evidence) {
    const key = `${reason.class} ${reason.rule} ${reason.quote ?? ''}`
    const sources = groups.get(key)?.sources ?? []
    if (!sources.includes(source))
      groups.set(key, { ...reason, key, sources: [...sources, source] })
  }
  return [...groups.values()]
}
