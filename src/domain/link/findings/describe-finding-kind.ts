import type { FindingKind } from '../finding.ts'

const HEADINGS: Readonly<Record<FindingKind, string>> = {
  'shipped-while-draft': 'Shipped, and its document still says Draft',
  'shipped-while-last-call': 'Shipped, and its document still says Last Call',
  'final-before-shipping': 'Final before it shipped',
  'delivered-before-created': 'Delivered before its document was created',
  'resolution-shared': 'Shares its resolution with another that came by another way',
  'resolution-is-funding': 'Its resolution paid for work and delivered nothing',
  'completed-far-from-delivery': 'Day of completion and delivery are more than 7 days apart',
  'completed-far-from-funding':
    'Completed more than 7 days after the funding vote, and not delivered',
  'draft-with-completed-date': 'A Draft with a day of completion',
  'estimate-overdue': 'Its estimated day is past',
  'requires-unfinished': 'Final, and requires one that is not',
  'requires-cycle': 'Requires itself',
  'superseded-one-sided': 'Only one of two documents says that one supersedes the other',
  'superseded-not-retired': 'Superseded, and its document does not say so in its status',
  'status-spelling': 'Status in an unusual spelling',
}

/** A heading for the findings of one kind, without a full stop. */
export function describeFindingKind(kind: FindingKind): string {
  return HEADINGS[kind]
}
