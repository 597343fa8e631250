import type { Finding, FindingKind } from '../../domain/link/finding.ts'
import { describeFindingRule, FINDING_KINDS } from './finding-rules.ts'
import type { FindingsSearch } from './pick-findings-search.ts'

export interface FindingFilter {
  /** undefined: every kind. */
  readonly kind: FindingKind | undefined
  /** undefined: every AEP. */
  readonly aep: number | undefined
}

/** Disagreements of one kind, with how they are judged. */
export interface FindingGroup {
  readonly kind: FindingKind
  readonly rule: string
  /** By AEP. */
  readonly findings: readonly Finding[]
}

const AEP = /^(?:aep[-\s]?)?(\d{1,6})$/i

/** The filter a URL means; `aep` is a number or `AEP-39`. What is malformed counts as not said. */
export function parseFindingsSearch({ kind, aep = '' }: FindingsSearch): FindingFilter {
  const number = AEP.exec(aep.trim())?.[1]
  return {
    kind: FINDING_KINDS.find((known) => known === kind),
    aep: number === undefined ? undefined : Number(number),
  }
}

/** The URL of a filter, without what is the default. */
export function formatFindingsSearch({ kind, aep }: FindingFilter): FindingsSearch {
  return { kind, aep: aep?.toString() }
}

/** Those that match, by kind in the order of the kinds; kinds without one are left out. */
export function groupFindings(
  findings: readonly Finding[],
  filter: FindingFilter,
): readonly FindingGroup[] {
  return FINDING_KINDS.flatMap((kind) => {
    if (filter.kind !== undefined && filter.kind !== kind) return []
    const own = findings.filter(
      (finding) =>
        finding.kind === kind && (filter.aep === undefined || finding.aep === filter.aep),
    )
    return own.length === 0 ? [] : [{ kind, rule: describeFindingRule(kind), findings: own }]
  })
}
