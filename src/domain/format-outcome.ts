import type { Outcome } from './tally.ts'

type Rejection = Extract<Outcome, { kind: 'rejected' }>

/** What failing means while expedited, as it does not end the proposal: "…, <this>". See x/gov/abci.go. */
export const CONVERSION =
  'its votes would be erased and it would go on as a regular proposal, with a longer vote and a lower threshold'

/** The end of "it would …". */
export function formatOutcome(outcome: Outcome, isExpedited: boolean): string {
  if (outcome.kind === 'passes') return 'pass'
  return isExpedited
    ? `${FAILURES[outcome.by].expedited}, ${CONVERSION}`
    : FAILURES[outcome.by].regular
}

const FAILURES = {
  quorum: {
    regular: 'be rejected for lack of quorum',
    expedited: 'miss its quorum as expedited',
  },
  'only-abstain': {
    regular: 'be rejected, for all votes are abstentions',
    expedited: 'fail as expedited, for all votes are abstentions',
  },
  veto: { regular: 'be rejected by veto', expedited: 'be vetoed as expedited' },
  threshold: {
    regular: 'be rejected for too little yes',
    expedited: 'fail as expedited for too little yes',
  },
} as const

/** The same in short, before a colon and why. */
export function formatRejection({ by }: Rejection, isExpedited: boolean): string {
  const verdict = by === 'veto' ? 'Would be vetoed' : 'Would be rejected'
  return isExpedited ? 'Would fail as expedited' : verdict
}
