import { formatMessageKind } from '../format-message-kind.ts'
import type { Proposal, ProposalRow } from '../proposal.ts'
import { foldText } from './parse-search.ts'
import type { SearchResult } from './search-results.ts'

/** Proposals whose title, plan, kind or proposer holds every word. */
export function findProposals(
  rows: readonly ProposalRow[],
  words: readonly string[],
  phrase: string,
): readonly SearchResult[] {
  return rows.flatMap((row) => {
    if (row.kind !== 'proposal') return []
    const texts = textsOf(row.proposal)
    const hay = Object.values(texts).join(' ')
    if (!words.every((word) => hay.includes(word))) return []
    return [proposalResult(row.proposal, scoreOf(texts, phrase))]
  })
}

/** A proposal as a result. */
export function proposalResult(proposal: Proposal, score: number): SearchResult {
  const plan = planNameOf(proposal)
  return {
    group: 'Proposals',
    target: { kind: 'proposal', id: proposal.id },
    title: proposal.title.trim() === '' ? '(no title)' : proposal.title,
    detail: [
      `Proposal ${proposal.id}`,
      STATUS[proposal.status],
      ...(plan === '' ? [] : [`plan ${plan}`]),
    ].join(' · '),
    score,
  }
}

const STATUS: Readonly<Record<Proposal['status'], string>> = {
  PROPOSAL_STATUS_UNSPECIFIED: 'of unknown status',
  PROPOSAL_STATUS_DEPOSIT_PERIOD: 'collecting its deposit',
  PROPOSAL_STATUS_VOTING_PERIOD: 'in vote',
  PROPOSAL_STATUS_PASSED: 'passed',
  PROPOSAL_STATUS_REJECTED: 'rejected',
  PROPOSAL_STATUS_FAILED: 'failed when carried out',
}

interface SearchedTexts {
  readonly title: string
  readonly plan: string
  readonly kinds: string
  readonly proposer: string
}

const folded = new WeakMap<Proposal, SearchedTexts>()

/** Folding two hundred titles at every key would be felt. */
function textsOf(proposal: Proposal): SearchedTexts {
  const known = folded.get(proposal)
  if (known !== undefined) return known
  const texts = {
    title: foldText(proposal.title),
    plan: foldText(planNameOf(proposal)),
    kinds: proposal.messages
      .map(({ contentTypeUrl }) => foldText(formatMessageKind(contentTypeUrl)))
      .join(' '),
    proposer: proposal.proposer.toLowerCase(),
  }
  folded.set(proposal, texts)
  return texts
}

function planNameOf({ messages }: Proposal): string {
  return messages.flatMap(({ plan }) => (plan === undefined ? [] : [plan.name])).join(' ')
}

/** The whole title or plan before a title that begins so, before one that holds it, before scattered words. */
function scoreOf({ title, plan }: SearchedTexts, phrase: string): number {
  if (title === phrase || plan.split(' ').includes(phrase)) return 60
  if (title.startsWith(phrase)) return 50
  if (` ${title}`.includes(` ${phrase}`)) return 40
  return title.includes(phrase) ? 35 : 25
}
