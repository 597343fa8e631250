import type { Deposit, Proposal, Vote } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import type { ChainState } from '../chain/ledger.ts'
import { DEPOSIT, PROPOSAL, TALLY_RESULT, VOTE } from '../protobuf/gov-messages.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { bigEndian64 } from '../server/bytes.ts'
import { addressKey } from './bech32-bytes.ts'
import type { GovSource, ProposalEntry } from './gov-source.ts'
import { createEntryLists, lazyEntry } from './lazy-entries.ts'

const proposalEntries = createEntryLists(
  (proposal: Proposal): ProposalEntry =>
    Object.assign(
      lazyEntry(
        () => bigEndian64(proposal.id),
        () => encodeProto(PROPOSAL, proposal),
      ),
      { id: proposal.id, status: BigInt(proposal.status) },
    ),
)

const voteEntries = createEntryLists((vote: Vote) =>
  lazyEntry(
    () => storedAddress(vote.voter),
    () => encodeProto(VOTE, vote),
  ),
)

const depositEntries = createEntryLists((deposit: Deposit) =>
  lazyEntry(
    () => storedAddress(deposit.depositor),
    () => encodeProto(DEPOSIT, deposit),
  ),
)

/** Key of an address the chain has taken in, which therefore is one. */
export function storedAddress(address: string): Uint8Array {
  return addressKey(address) ?? new Uint8Array()
}

/** x/gov of a living chain, of which everything is known. */
export function livingGov(state: ChainState): GovSource {
  return {
    proposals: () => proposalEntries(state.proposals()),
    votes: (id) => voteEntries(state.votes(id)),
    deposits: (id) => depositEntries(state.deposits(id)),
    liveTally: (id) => {
      const tally = state.tally(id)
      return tally && encodeProto(TALLY_RESULT, tally)
    },
  }
}
