import type { AbciEvent } from './ledger.ts'

/** What came of a message. */
export type MessageResult =
  | {
      readonly kind: 'done'
      /** Made when asked for: most are never looked at. */
      readonly events: () => readonly AbciEvent[]
      /** The message of its response, encoded. */
      readonly response: Uint8Array
    }
  | {
      readonly kind: 'failed'
      readonly codespace: string
      readonly code: number
      /** With the registered error's own text at the end. */
      readonly reason: string
    }

const EMPTY = new Uint8Array()

export function succeed(
  events: () => readonly AbciEvent[],
  response: Uint8Array = EMPTY,
): MessageResult {
  return { kind: 'done', events, response }
}

/** Registered errors of x/gov (types/errors.go), x/staking and the SDK's root. */
const ERRORS = {
  inactiveProposal: ['gov', 3, 'inactive proposal'],
  invalidContent: ['gov', 5, 'invalid proposal content'],
  invalidVote: ['gov', 7, 'invalid vote option'],
  noProposalMsgs: ['gov', 11, 'no messages proposed'],
  metadataTooLong: ['gov', 15, 'metadata too long'],
  minDepositTooSmall: ['gov', 16, 'minimum deposit is too small'],
  invalidProposer: ['gov', 18, 'invalid proposer'],
  invalidProposal: ['gov', 21, 'invalid proposal'],
  summaryTooLong: ['gov', 22, 'summary too long'],
  invalidRequest: ['sdk', 18, 'invalid request'],
  noValidatorFound: ['staking', 3, 'validator does not exist'],
  noDelegation: ['staking', 19, 'no delegation for (address, validator) tuple'],
  badSharesAmount: ['sdk', 18, 'invalid shares amount: invalid request'],
  /** One that no module registered. */
  notFound: ['undefined', 1, 'collections: not found'],
} as const

/** @param wrapped what stands before the error's own text; empty for nothing */
export function fail(error: keyof typeof ERRORS, wrapped: string): MessageResult {
  const [codespace, code, text] = ERRORS[error]
  return { kind: 'failed', codespace, code, reason: wrapped === '' ? text : `${wrapped}: ${text}` }
}
