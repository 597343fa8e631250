import { classOfMedium } from '../class-of-medium.ts'
import type { FoundLink } from '../found-link.ts'
import type { GroundIndex } from '../ground-index.ts'

/** What sources kept in the registry say, as far as it holds on the chain. */
export function linkByReferences(index: GroundIndex): readonly FoundLink[] {
  return index.ground.registry.references.flatMap((reference): FoundLink[] => {
    const target = index.recordedTarget(reference.target)
    if (target === undefined) return []
    const { aep, relation, confidence, medium, source } = reference
    const evidence = { class: classOfMedium(medium), rule: medium, source } as const
    return [{ aep, target, relation, confidence, evidence }]
  })
}

/** The reviewed rows, a piece of evidence for each of their sources. */
export function linkByCuration(index: GroundIndex): readonly FoundLink[] {
  return index.ground.registry.curated.flatMap((row): FoundLink[] => {
    const target = index.recordedTarget(row.target)
    if (target === undefined) return []
    const { aep, relation, confidence, why, sources } = row
    return sources.map((source) => ({
      aep,
      target,
      relation,
      confidence,
      evidence: { class: 'curated', rule: 'curated', source, quote: why },
    }))
  })
}
