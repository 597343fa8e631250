import { addressKey } from '../application/bech32-bytes.ts'
import type { Entry } from '../application/entries.ts'
import { answerGov } from '../application/gov-queries.ts'
import type { GovSource, ProposalEntry } from '../application/gov-source.ts'
import { VOTING_PERIOD } from '../application/gov-source.ts'
import type { QueryAnswer } from '../application/query-answer.ts'
import type { WireField } from '../application/wire-fields.ts'
import {
  encodeIntegerField,
  lastInteger,
  lastText,
  readFields,
} from '../application/wire-fields.ts'
import { bigEndian64 } from '../server/bytes.ts'
import type { RecordedLists } from './recorded-lists.ts'

const QUERY = '/cosmos.gov.v1.Query/'

/**
 * x/gov v1 at heights where its lists were recorded in full.
 * Field numbers: Proposal 1 id, 3 status; Vote and Deposit 2 voter or depositor.
 */
export class GovState {
  private readonly lists: RecordedLists
  private readonly proposalEntries = new Map<bigint, readonly ProposalEntry[] | undefined>()

  constructor(lists: RecordedLists) {
    this.lists = lists
  }

  /** undefined: not a question on gov, or what it needs was not recorded. */
  answer(path: string, request: readonly WireField[], height: bigint): QueryAnswer | undefined {
    return answerGov(path, request, this.at(height), height)
  }

  /** What is known of one height. */
  at(height: bigint): GovSource {
    return {
      proposals: () => this.proposals(height),
      votes: (id) => this.votes(id, height),
      deposits: (id) =>
        this.lists.items(`${QUERY}Deposits`, encodeIntegerField(1, id), height)?.map(readOwned),
      // The node counts live, which takes every delegation of every voter.
      liveTally: () => undefined,
    }
  }

  private proposals(height: bigint): readonly ProposalEntry[] | undefined {
    if (!this.proposalEntries.has(height)) {
      const items = this.lists.items(`${QUERY}Proposals`, new Uint8Array(), height)
      this.proposalEntries.set(height, items?.map(readProposal))
    }
    return this.proposalEntries.get(height)
  }

  /** Outside the voting period there are none: the tally deletes them. */
  private votes(proposalId: bigint, height: bigint): readonly Entry[] | undefined {
    const recorded = this.lists.items(`${QUERY}Votes`, encodeIntegerField(1, proposalId), height)
    if (recorded !== undefined) return recorded.map(readOwned)
    const proposal = this.proposals(height)?.find(({ id }) => id === proposalId)
    return proposal === undefined || proposal.status === VOTING_PERIOD ? undefined : []
  }
}

function readProposal(item: Uint8Array): ProposalEntry {
  const fields = readFields(item)
  const id = lastInteger(fields, 1)
  return { id, status: lastInteger(fields, 3), key: bigEndian64(id), item }
}

/** A vote or deposit under the address it belongs to. */
function readOwned(item: Uint8Array): Entry {
  const key = addressKey(lastText(readFields(item), 2))
  return { key: key ?? new Uint8Array(), item }
}
