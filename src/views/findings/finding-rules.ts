import type { FindingKind } from '../../domain/link/finding.ts'

/** How each kind is judged, in the order they are shown in: what the chain contradicts comes first. */
const RULES: Readonly<Record<FindingKind, string>> = {
  'shipped-while-draft':
    'An upgrade of the chain or the launch of one delivered the AEP, and the status field of its document is Draft now.',
  'shipped-while-last-call':
    'An upgrade of the chain or the launch of one delivered the AEP, and the status field of its document is Last Call now.',
  'final-before-shipping':
    'On the eve of the day on which the chain first got the AEP its document said Final, by the history of the status field in the AEP repository. That history begins on 2025-01-13.',
  'delivered-before-created':
    'The chain had the AEP on a day before the one in the created field of its document.',
  'resolution-shared':
    'The resolution fields of two or more documents name the same proposal, and that proposal did not deliver each of them. Every sharer is listed.',
  'resolution-is-funding':
    'The document is of type Standard, and the proposal in its resolution field spends from the community pool; a spend pays for work and changes nothing on the chain.',
  'completed-far-from-delivery':
    'The completed field of the document is more than 7 days from every day on which the chain got the AEP. Nothing is said where one of those days is not on record.',
  'completed-far-from-funding':
    'Nothing on the chain delivered the AEP, the proposal in its resolution field is a spend that passed, and the completed field is more than 7 days after the end of that vote.',
  'draft-with-completed-date':
    'The status field is Draft, and the completed field holds a day of the calendar.',
  'estimate-overdue':
    'The day in the estimated-completion field is before today (UTC), and the document gives no day of completion.',
  'requires-unfinished':
    'The status field is Final, and an AEP in the requires field is Draft, Last Call or Accepted.',
  'requires-cycle':
    'By the requires fields the AEP requires itself, at once or by way of others, so that none of them can come first.',
  'superseded-one-sided':
    'Of two documents one says that it replaces or supersedes the other, or is superseded by it, and the other says nothing of it. AEP-1 asks both to say so; both are listed.',
  'superseded-not-retired':
    'A Final document supersedes this one, and this one’s status is Draft, Last Call, Accepted or Final rather than Superseded.',
  'status-spelling':
    'The status is written in another way than the terms of AEP-1, letter case and additions included, although it means one of them.',
}

/** In the order they are shown in. */
export const FINDING_KINDS: readonly FindingKind[] = [
  'shipped-while-draft',
  'shipped-while-last-call',
  'final-before-shipping',
  'delivered-before-created',
  'completed-far-from-delivery',
  'resolution-is-funding',
  'resolution-shared',
  'completed-far-from-funding',
  'draft-with-completed-date',
  'estimate-overdue',
  'requires-unfinished',
  'requires-cycle',
  'superseded-not-retired',
  'superseded-one-sided',
  'status-spelling',
]

/** How a kind of disagreement is judged, in full sentences. */
export function describeFindingRule(kind: FindingKind): string {
  return RULES[kind]
}
