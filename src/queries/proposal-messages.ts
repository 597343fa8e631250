import { decodeMessage } from '../chain/messages/decode-message.ts'
import type { Message } from '../domain/message.ts'
import type { Proposal } from '../domain/proposal.ts'

/** The messages of a proposal as readable rows, in order; what cannot be decoded stays as its bytes. */
export function decodeProposalMessages(proposal: Proposal): readonly Message[] {
  return proposal.messages.map((message) => decodeMessage(message))
}
