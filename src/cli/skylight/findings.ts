import type { AepLinks } from '../../queries/read-aep-links.ts'

/** `skylight findings`: where documents and chain, or documents among themselves, disagree. */
export function describeFindings({ linked }: AepLinks) {
  const data = linked.findings.map(({ aep, kind, explanation }) => ({ aep, kind, explanation }))
  return {
    data,
    header: ['aep', 'kind', 'explanation'],
    wide: ['explanation'],
    rows: data.map(({ aep, kind, explanation }) => [aep.toString(), kind, explanation]),
  }
}
