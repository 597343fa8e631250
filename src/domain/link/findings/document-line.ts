import { shortChainText } from '../../upgrades/short-chain-text.ts'
import type { FindingLine } from '../finding.ts'

/**
 * What a field of a document says, as a line of a finding.
 * @param field its name in the frontmatter
 * @param value as written; a stranger's text, made harmless and cut here
 */
export function documentLine(aep: number, field: string, value: string): FindingLine {
  return {
    statement: `The document of AEP-${aep}: ${field} ${shortChainText(value, 80)}`,
    where: { kind: 'aep', number: aep, field },
  }
}
