import { formatMessageKind } from './format-message-kind.ts'
import type { Proposal, ProposalRow, ProposalStatus } from './proposal.ts'

export type ProposalSort = 'id' | 'title' | 'ends'

export interface ProposalFilter {
  /** Empty: every status. */
  readonly statuses: readonly ProposalStatus[]
  /** Label of a message kind (`formatMessageKind`); undefined: every kind. */
  readonly messageKind: string | undefined
  /** Looked for in id, title, proposer and plan names; `AEP-76` in any of its forms also in summaries. */
  readonly text: string
  readonly sort: ProposalSort
  readonly isAscending: boolean
}

export const EVERY_PROPOSAL: ProposalFilter = {
  statuses: [],
  messageKind: undefined,
  text: '',
  sort: 'id',
  isAscending: false,
}

/** The kinds of a proposal's messages, each once, in order. A proposal without messages is a text proposal. */
export function messageKindsOf(proposal: Proposal): readonly string[] {
  if (proposal.messages.length === 0) return ['text']
  return [
    ...new Set(proposal.messages.map(({ contentTypeUrl }) => formatMessageKind(contentTypeUrl))),
  ]
}

/**
 * The rows that match, sorted. Rows that are no proposal are kept where they say something: an unreadable one unless
 * a status or kind is asked for (neither is known of it), a gap only in the unfiltered list by number.
 */
export function selectProposals(
  rows: readonly ProposalRow[],
  filter: ProposalFilter,
): readonly ProposalRow[] {
  const text = filter.text.trim().toLocaleLowerCase()
  const aep = aepPattern(text)
  const narrows = filter.statuses.length > 0 || filter.messageKind !== undefined
  const matching = rows.filter((row) => {
    if (row.kind === 'gap') return !narrows && text === '' && filter.sort === 'id'
    if (row.kind === 'unreadable') return !narrows && (text === '' || isIdText(text, row.id))
    return matches(row.proposal, filter, text, aep)
  })
  const sign = filter.isAscending ? 1 : -1
  const compare = COMPARE[filter.sort]
  return matching.sort((a, b) => sign * compare(a, b) || compareIds(b, a))
}

/** What names the AEP that a text asks for, in any of the forms people write; undefined: it asks for none. */
function aepPattern(text: string): RegExp | undefined {
  const number = /^aep[-\s]?([1-9]\d{0,3})$/.exec(text)?.[1]
  return number === undefined ? undefined : new RegExp(`\\bAEP[-\\s]?${number}\\b`, 'i')
}

function matches(
  proposal: Proposal,
  filter: ProposalFilter,
  text: string,
  aep: RegExp | undefined,
): boolean {
  if (filter.statuses.length > 0 && !filter.statuses.includes(proposal.status)) return false
  if (filter.messageKind !== undefined && !messageKindsOf(proposal).includes(filter.messageKind)) {
    return false
  }
  if (text === '') return true
  if (aep !== undefined) return aep.test(proposal.title) || aep.test(proposal.summary)
  return (
    isIdText(text, proposal.id) ||
    proposal.title.toLocaleLowerCase().includes(text) ||
    proposal.proposer.toLocaleLowerCase().includes(text) ||
    proposal.messages.some(({ plan }) => plan?.name.toLocaleLowerCase().includes(text))
  )
}

function isIdText(text: string, id: bigint): boolean {
  return text === id.toString() || text === `#${id}`
}

const COMPARE: Readonly<Record<ProposalSort, (a: ProposalRow, b: ProposalRow) => number>> = {
  id: compareIds,
  title: (a, b) => titleOf(a).localeCompare(titleOf(b)),
  ends: (a, b) => endOf(a) - endOf(b),
}

function compareIds(a: ProposalRow, b: ProposalRow): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function titleOf(row: ProposalRow): string {
  return row.kind === 'proposal' ? row.proposal.title.trim() : ''
}

/** End of the vote, or of the deposit period where no vote has begun; what has no time sorts first. */
function endOf(row: ProposalRow): number {
  if (row.kind !== 'proposal') return 0
  return (row.proposal.votingEndsAt ?? row.proposal.depositEndsAt)?.getTime() ?? 0
}

/** How many proposals each status has, over all rows. */
export function countByStatus(rows: readonly ProposalRow[]): ReadonlyMap<ProposalStatus, number> {
  const counts = new Map<ProposalStatus, number>()
  for (const row of rows) {
    if (row.kind !== 'proposal') continue
    counts.set(row.proposal.status, (counts.get(row.proposal.status) ?? 0) + 1)
  }
  return counts
}
