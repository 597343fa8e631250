import type { ProposalRow } from './proposal.ts'

/**
 * Joins rows read in several pages, newest first, later readings replacing earlier ones of the same id, with one gap row
 * for the numbers between two neighbours that no page had. `isComplete`: nothing below the lowest row is still to come, so the
 * numbers down to 1 are gaps too.
 */
export function mergeRows(
  pages: readonly (readonly ProposalRow[])[],
  isComplete: boolean,
): readonly ProposalRow[] {
  const byId = new Map<bigint, ProposalRow>()
  for (const page of pages) for (const row of page) byId.set(row.id, row)
  const ids = [...byId.keys()].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
  const rows: ProposalRow[] = []
  for (const [index, id] of ids.entries()) {
    const row = byId.get(id)
    if (row !== undefined) rows.push(row)
    const next = ids[index + 1] ?? (isComplete ? 0n : id - 1n)
    if (id - 1n > next) rows.push({ kind: 'gap', id: id - 1n, lowestId: next + 1n })
  }
  return rows
}
