import { addressKey } from '../application/bech32-bytes.ts'
import type { QueryAnswer } from '../application/query-answer.ts'
import {
  internalFailure,
  invalidArgument,
  notFound,
  valueAnswer,
} from '../application/query-answer.ts'
import type { Entry, Page } from '../application/sdk-paging.ts'
import {
  encodePage,
  KEY_AND_OFFSET,
  pageCollection,
  readPageRequest,
} from '../application/sdk-paging.ts'
import type { WireField } from '../application/wire-fields.ts'
import {
  encodeBytesField,
  encodeIntegerField,
  lastBytes,
  lastInteger,
  lastText,
  readFields,
} from '../application/wire-fields.ts'
import { bigEndian64, compareBytes } from '../server/bytes.ts'
import type { RecordedLists } from './recorded-lists.ts'

const QUERY = '/cosmos.gov.v1.Query/'

const DEPOSIT_PERIOD = 1n
const VOTING_PERIOD = 2n
const LAST_STATUS = 5n

/** x/gov `TallyResult` of nobody: four times "0" (steady/087). */
const EMPTY_TALLY = Uint8Array.from([1, 2, 3, 4].flatMap((field) => [(field << 3) | 2, 1, 0x30]))

/**
 * x/gov v1 at heights where its lists were recorded in full. Answers as SDK 0.53 x/gov/keeper/grpc_query.go.
 * Field numbers: Proposal 1 id, 3 status, 4 final tally; Vote and Deposit 1 proposal, 2 voter or depositor.
 */
export class GovState {
  private readonly lists: RecordedLists
  private readonly proposalEntries = new Map<bigint, readonly ProposalEntry[] | undefined>()

  constructor(lists: RecordedLists) {
    this.lists = lists
  }

  /** undefined: not a question on gov, or what it needs was not recorded. */
  answer(path: string, request: readonly WireField[], height: bigint): QueryAnswer | undefined {
    const id = lastInteger(request, 1)
    switch (path) {
      case `${QUERY}Proposals`:
        return this.answerProposals(request, height)
      case `${QUERY}Proposal`:
        return this.answerProposal(id, height)
      case `${QUERY}TallyResult`:
        return this.answerTally(id, height)
      case `${QUERY}Votes`:
        return answerPage(this.votes(id, height), request, height)
      case `${QUERY}Vote`:
        return this.answerVote(id, lastText(request, 2), height)
      case `${QUERY}Deposits`:
        return answerPage(this.deposits(id, height), request, height)
      case `${QUERY}Deposit`:
        return this.answerDeposit(id, lastText(request, 2), height)
      default:
        return undefined
    }
  }

  /** Every proposal, ascending by id; undefined when one page was not recorded. */
  proposals(height: bigint): readonly ProposalEntry[] | undefined {
    if (!this.proposalEntries.has(height)) {
      const items = this.lists.items(`${QUERY}Proposals`, new Uint8Array(), height)
      this.proposalEntries.set(height, items?.map(readProposal))
    }
    return this.proposalEntries.get(height)
  }

  /** Votes on a proposal, ascending by voter's bytes. Outside the voting period there are none: the tally deletes them. */
  votes(proposalId: bigint, height: bigint): readonly Entry[] | undefined {
    const recorded = this.lists.items(`${QUERY}Votes`, encodeIntegerField(1, proposalId), height)
    if (recorded !== undefined) return recorded.map(readOwned)
    const proposal = this.proposals(height)?.find(({ id }) => id === proposalId)
    return proposal === undefined || proposal.status === VOTING_PERIOD ? undefined : []
  }

  deposits(proposalId: bigint, height: bigint): readonly Entry[] | undefined {
    const filter = encodeIntegerField(1, proposalId)
    return this.lists.items(`${QUERY}Deposits`, filter, height)?.map(readOwned)
  }

  private answerProposals(request: readonly WireField[], height: bigint): QueryAnswer | undefined {
    const proposals = this.proposals(height)
    const status = lastInteger(request, 1)
    const voter = lastText(request, 2)
    if (proposals === undefined || lastText(request, 3) !== '') return undefined
    const ids = voter === '' ? undefined : this.votedOn(voter, height)
    if (voter !== '' && ids === undefined) return undefined
    const isStatus = status >= DEPOSIT_PERIOD && status <= LAST_STATUS
    // A filtered walk goes on counting in the order of the store, so the filter belongs to the paging.
    const accepted = new Set<Entry>(
      proposals.filter(
        (proposal) =>
          (!isStatus || proposal.status === status) && (ids === undefined || ids.has(proposal.id)),
      ),
    )
    return answerPage(proposals, request, height, (entry) => accepted.has(entry), 4)
  }

  private votedOn(voter: string, height: bigint): Set<bigint> | undefined {
    const key = addressKey(voter)
    const ids = new Set<bigint>()
    for (const { id } of this.proposals(height) ?? []) {
      const votes = this.votes(id, height)
      if (key === undefined || votes === undefined) return undefined
      if (votes.some((vote) => compareBytes(vote.key, key) === 0)) ids.add(id)
    }
    return ids
  }

  private answerProposal(id: bigint, height: bigint): QueryAnswer | undefined {
    const proposals = this.proposals(height)
    if (proposals === undefined) return undefined
    const proposal = proposals.find((one) => one.id === id)
    if (proposal === undefined) return missingProposal(id, height)
    return valueAnswer(encodeBytesField(1, proposal.item), height)
  }

  private answerTally(id: bigint, height: bigint): QueryAnswer | undefined {
    const proposals = this.proposals(height)
    if (proposals === undefined) return undefined
    const proposal = proposals.find((one) => one.id === id)
    if (proposal === undefined) return missingProposal(id, height)
    // In the voting period the node counts live, which takes every delegation of every voter.
    if (proposal.status === VOTING_PERIOD) return undefined
    const final = lastBytes(readFields(proposal.item), 4)
    const tally = proposal.status === DEPOSIT_PERIOD ? EMPTY_TALLY : final
    return tally === undefined ? undefined : valueAnswer(encodeBytesField(1, tally), height)
  }

  private answerVote(id: bigint, voter: string, height: bigint): QueryAnswer | undefined {
    const votes = this.votes(id, height)
    const key = addressKey(voter)
    if (votes === undefined || key === undefined) return undefined
    const vote = votes.find((one) => compareBytes(one.key, key) === 0)
    if (vote !== undefined) return valueAnswer(encodeBytesField(1, vote.item), height)
    return invalidArgument(`voter: ${voter} not found for proposal: ${id}`, height)
  }

  private answerDeposit(id: bigint, depositor: string, height: bigint): QueryAnswer | undefined {
    const key = addressKey(depositor)
    if (key === undefined) return undefined
    const deposit = this.deposits(id, height)?.find((one) => compareBytes(one.key, key) === 0)
    return deposit && valueAnswer(encodeBytesField(1, deposit.item), height)
  }
}

/** A proposal under its id. */
export interface ProposalEntry extends Entry {
  readonly id: bigint
  readonly status: bigint
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

function missingProposal(id: bigint, height: bigint): QueryAnswer {
  if (id === 0n) return invalidArgument('proposal id can not be 0', height)
  return notFound(`proposal ${id} doesn't exist`, height)
}

function answerPage(
  entries: readonly Entry[] | undefined,
  request: readonly WireField[],
  height: bigint,
  accepts?: (entry: Entry) => boolean,
  pageField = 2,
): QueryAnswer | undefined {
  if (entries === undefined) return undefined
  const pageRequest = readPageRequest(request, pageField)
  if (pageRequest.key !== undefined && pageRequest.offset > 0) {
    return internalFailure(KEY_AND_OFFSET, height)
  }
  const page: Page = pageCollection(entries, pageRequest, accepts)
  return valueAnswer(encodePage(page), height)
}
