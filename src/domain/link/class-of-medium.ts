import type { EvidenceClass, Medium } from '../registry/registry.ts'

/** Where the number itself stands in what was shipped or voted on; everything else reports about it. */
const EXPLICIT: ReadonlySet<Medium> = new Set(['changelog', 'release-commit', 'proposal-text'])

/** What a place where something was found is worth as evidence. */
export function classOfMedium(medium: Medium): EvidenceClass {
  return EXPLICIT.has(medium) ? 'explicit' : 'documentary'
}
