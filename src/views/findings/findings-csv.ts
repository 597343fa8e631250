import { composeCsvFile, type ExportFile } from '../../domain/export-file.ts'
import type { Finding, FindingLine } from '../../domain/link/finding.ts'
import { describeFindingKind } from '../../domain/link/findings/describe-finding-kind.ts'
import type { Day } from '../../domain/registry/aep.ts'

const HEADER = [
  'aep',
  'kind',
  'heading',
  'explanation',
  'statement',
  'where',
  'since',
  'chainId',
  'judgedOn',
]

export interface FindingsOrigin {
  readonly chainId: string
  /** UTC day that estimates were held against. */
  readonly day: Day
}

/** The disagreements shown; one row for each line that disagrees, so that a finding may have several. */
export function composeFindingsCsv(
  findings: readonly Finding[],
  { chainId, day }: FindingsOrigin,
): ExportFile {
  const cells = findings.flatMap(({ aep, kind, explanation, lines, since = '' }) =>
    lines.map(({ statement, where }) => [
      aep.toString(),
      kind,
      describeFindingKind(kind),
      explanation,
      statement,
      formatPlace(where),
      since,
      chainId,
      day,
    ]),
  )
  return composeCsvFile(chainId, `findings-${chainId}-${day}`, [HEADER, ...cells])
}

function formatPlace(where: FindingLine['where']): string {
  switch (where.kind) {
    case 'aep':
      return `AEP-${where.number}, ${where.field}`
    case 'proposal':
      return `proposal ${where.id}`
    case 'upgrade':
      return `upgrade ${where.name} at ${where.height}`
    case 'launch':
      return `launch ${where.displayName}`
  }
}
