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
const WIDE_BLANK = /[^\S ]|\s\s/

/** Words as they are kept with a link: on one line, and no longer than a line holds. */
export function quoteOf(text: string): string {
  const start = text.slice(0, 4 * QUOTE_LENGTH)
  // Most sentences have nothing but single blanks, and a chain has thousands of them.
  const line = (WIDE_BLANK.test(start) ? start.replaceAll(/\s+/g, ' ') : start).trim()
  return line.length <= QUOTE_LENGTH ? line : `${line.slice(0, QUOTE_LENGTH - 1).trimEnd()}…`
}
