import type { Group } from '../registry/group.ts'

const KINDS: Readonly<Record<Group['kind'], { readonly short: string; readonly long: string }>> = {
  sig: { short: 'SIG', long: 'Special Interest Group' },
  wg: { short: 'Working group', long: 'Working Group' },
  ug: { short: 'User group', long: 'User Group' },
  committee: { short: 'Committee', long: 'Committee' },
}

const STATUSES: Readonly<Record<Group['status'], { readonly word: string; readonly why: string }>> =
  {
    active: { word: 'Active', why: 'It kept minutes in the 13 months before the snapshot.' },
    dormant: { word: 'Dormant', why: 'It kept no minutes for 13 months, or none ever.' },
    archived: { word: 'Archived', why: 'It was folded into another group or finished its work.' },
    'listed-only': {
      word: 'Listed only',
      why: 'The community’s list names it; it has no page and no minutes.',
    },
  }

/** `SIG`, for filters and tables. */
export function formatGroupKind(kind: Group['kind']): string {
  return KINDS[kind].short
}

/** `Special Interest Group`, for headings. */
export function formatGroupKindInFull(kind: Group['kind']): string {
  return KINDS[kind].long
}

/** `Listed only`, for badges and filters. */
export function formatGroupStatus(status: Group['status']): string {
  return STATUSES[status].word
}

/** What the status means, in a sentence. */
export function describeGroupStatus(status: Group['status']): string {
  return STATUSES[status].why
}
