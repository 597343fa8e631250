import type { Confidence, Relation } from '../registry/registry.ts'
import type { Evidence, LinkTarget } from './link.ts'

/** What one rule found in one place; several of them make an `AepLink`. */
export interface FoundLink {
  readonly aep: number
  readonly target: LinkTarget
  readonly relation: Relation
  readonly confidence: Confidence
  readonly evidence: Evidence
}

const QUOTE_LENGTH = 200

/** Words as they are kept with a link: on one line, and no longer than a line holds. */
export function quoteOf(text: string): string {
  const line = text
    .slice(0, 4 * QUOTE_LENGTH)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return line.length <= QUOTE_LENGTH ? line : `${line.slice(0, QUOTE_LENGTH - 1).trimEnd()}…`
}
