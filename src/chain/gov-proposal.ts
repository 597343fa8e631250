import type {
  Proposal,
  ProposalMessage,
  ProposalRow,
  ProposalStatus,
  Tally,
} from '../domain/proposal.ts'
import { peekMessage } from './messages/peek.ts'
import { Proposal as ProposalProto, type TallyResult } from './proto/generated/cosmos/gov/v1/gov.ts'
import { toBigInt, toCoins, toDate } from './proto-values.ts'

/** A proposal as it was read: the row for the list and the chain's own bytes, which an archive keeps. */
export interface ReadProposal {
  readonly row: ProposalRow
  readonly bytes: Uint8Array | undefined
}

/** x/gov v1 `ProposalStatus`, by wire number. */
const STATUS: readonly ProposalStatus[] = [
  'PROPOSAL_STATUS_UNSPECIFIED',
  'PROPOSAL_STATUS_DEPOSIT_PERIOD',
  'PROPOSAL_STATUS_VOTING_PERIOD',
  'PROPOSAL_STATUS_PASSED',
  'PROPOSAL_STATUS_REJECTED',
  'PROPOSAL_STATUS_FAILED',
]

/**
 * Decodes the bytes of one `cosmos.gov.v1.Proposal`. What cannot be decoded becomes an unreadable row that keeps the
 * bytes. `knownId` is the id it was asked for by, where it was: another one means that something else was answered.
 */
export function decodeProposal(bytes: Uint8Array, knownId = 0n): ProposalRow {
  try {
    const proposal = toProposal(ProposalProto.decode(bytes))
    if (proposal.id === 0n) {
      return { kind: 'unreadable', id: knownId, reason: 'it carries no id', bytes }
    }
    if (knownId !== 0n && proposal.id !== knownId) {
      return { kind: 'unreadable', id: knownId, reason: `it carries the id ${proposal.id}`, bytes }
    }
    return { kind: 'proposal', id: proposal.id, proposal }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'its bytes are not a proposal'
    return {
      kind: 'unreadable',
      id: knownId === 0n ? (leadingId(bytes) ?? 0n) : knownId,
      reason,
      bytes,
    }
  }
}

function toProposal(proto: ProposalProto): Proposal {
  return {
    id: proto.id,
    status: STATUS[proto.status] ?? 'PROPOSAL_STATUS_UNSPECIFIED',
    title: proto.title,
    summary: proto.summary,
    metadata: proto.metadata,
    proposer: proto.proposer,
    messages: proto.messages.map(toMessage),
    expedited: proto.expedited,
    failedReason: proto.failedReason,
    totalDeposit: toCoins(proto.totalDeposit),
    submittedAt: toDate(proto.submitTime),
    depositEndsAt: toDate(proto.depositEndTime),
    votingStartsAt: toDate(proto.votingStartTime),
    votingEndsAt: toDate(proto.votingEndTime),
    finalTally: toTally(proto.finalTallyResult),
  }
}

function toMessage(any: { readonly typeUrl: string; readonly value: Uint8Array }): ProposalMessage {
  const { typeUrl: contentTypeUrl, plan } = peekMessage(any)
  return {
    typeUrl: any.typeUrl,
    value: any.value,
    contentTypeUrl,
    ...(plan === undefined ? {} : { plan }),
  }
}

/** undefined when there is none, or when a count is no integer: that is not a count of zero. */
export function toTally(tally: TallyResult | undefined): Tally | undefined {
  if (tally === undefined) return undefined
  const yes = toBigInt(tally.yesCount)
  const abstain = toBigInt(tally.abstainCount)
  const no = toBigInt(tally.noCount)
  const noWithVeto = toBigInt(tally.noWithVetoCount)
  if (yes === undefined || abstain === undefined) return undefined
  if (no === undefined || noWithVeto === undefined) return undefined
  return { yes, abstain, no, noWithVeto }
}

/** A proposal starts with its id (field 1, varint), which often survives when the rest does not decode. */
function leadingId(bytes: Uint8Array): bigint | undefined {
  if (bytes[0] !== 0x08) return undefined
  let id = 0n
  for (let i = 1; i < Math.min(bytes.length, 11); i++) {
    const byte = bytes[i] ?? 0
    id |= BigInt(byte & 0x7f) << BigInt(7 * (i - 1))
    if (byte < 0x80) return id
  }
  return undefined
}
