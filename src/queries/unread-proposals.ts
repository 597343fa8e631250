import type { Failure } from '../domain/failure.ts'
import { formatCount } from '../domain/format-integer.ts'
import type { ProposalRow } from '../domain/proposal.ts'

/** What is missing of links where proposals could not be read; undefined where every one was. */
export function lackOfProposals(rows: readonly ProposalRow[]): Failure | undefined {
  const lost = rows.flatMap((row) => (row.kind === 'unreadable' ? [row] : []))
  const [first, ...others] = lost
  if (first === undefined) return undefined
  const who =
    others.length === 0
      ? `Proposal ${first.id}`
      : `${formatCount(lost.length, 'proposal')}, proposal ${first.id} among them,`
  return {
    kind: 'undecodable',
    sentence: `${who} could not be read: whether an AEP or a group is named there is not known.`,
    detail: first.reason,
  }
}
