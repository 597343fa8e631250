import type {
  Deposit,
  Params,
  Proposal,
  Vote,
} from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import { compareAddresses } from './address-order.ts'
import { createDeadlineQueue, type DeadlineQueue } from './deadline-queue.ts'
import type { Genesis, ProposalRef } from './script.ts'
import { countUpTo, VersionHistory } from './version-history.ts'
import { createVoteBook, type VoteBook } from './vote-book.ts'
import { readTimestamp } from './wire-time.ts'

const DEPOSIT_PERIOD = 1
const VOTING_PERIOD = 2

/** State of the governance module, at any height. */
export interface GovStore {
  readonly params: VersionHistory<Params>
  readonly nextId: VersionHistory<bigint>
  /** Ends of voting periods. */
  readonly active: DeadlineQueue
  /** Ends of deposit periods. */
  readonly inactive: DeadlineQueue
  /** Undefined when there is none, no more, or not yet. */
  proposal(id: bigint, height: number): Proposal | undefined
  /** Ascending by id. */
  proposals(height: number): readonly Proposal[]
  put(height: number, proposal: Proposal): void
  delete(height: number, id: bigint): void
  /** Ascending by the depositor's bytes. */
  deposits(id: bigint, height: number): readonly Deposit[]
  putDeposits(height: number, id: bigint, deposits: readonly Deposit[]): void
  votes(id: bigint, height: number): readonly Vote[]
  putVote(height: number, vote: Vote): void
  clearVotes(height: number, id: bigint): void
  /** Names a new proposal by its script's key. */
  name(key: string, id: bigint): void
  /** 0, which no proposal has, when nothing was ever submitted under this key. */
  resolve(ref: ProposalRef): bigint
}

export function createGovStore(genesis: Genesis): GovStore {
  const start = Number(genesis.height)
  const histories = new Map<bigint, VersionHistory<Proposal | undefined>>()
  const changes: number[] = []
  const depositsOf = new Map<bigint, VersionHistory<readonly Deposit[]>>()
  const books = new Map<bigint, VoteBook>()
  const idsByKey = new Map<string, bigint>()
  const active = createDeadlineQueue()
  const inactive = createDeadlineQueue()
  let listed: { readonly count: number; readonly proposals: readonly Proposal[] } | undefined

  function write(height: number, id: bigint, value: Proposal | undefined): void {
    const history = histories.get(id)
    if (history === undefined) histories.set(id, new VersionHistory(height, value))
    else history.set(height, value)
    changes.push(height)
    listed = undefined
  }

  for (const proposal of genesis.proposals) {
    write(start, proposal.id, proposal)
    const { id, status, depositEndTime, votingEndTime } = proposal
    if (status === DEPOSIT_PERIOD && depositEndTime !== undefined) {
      inactive.add({ timeMs: readTimestamp(depositEndTime), id })
    }
    if (status === VOTING_PERIOD && votingEndTime !== undefined) {
      active.add({ timeMs: readTimestamp(votingEndTime), id })
    }
  }

  return {
    params: new VersionHistory(start, genesis.govParams),
    nextId: new VersionHistory(start, genesis.nextProposalId),
    active,
    inactive,
    proposal: (id, height) => histories.get(id)?.at(height),

    proposals(height) {
      const count = countUpTo(changes, height)
      if (listed?.count !== count) {
        const all = [...histories.values()].map((history) => history.at(height))
        listed = { count, proposals: all.filter((proposal) => proposal !== undefined) }
      }
      return listed.proposals
    },

    put: (height, proposal) => write(height, proposal.id, proposal),
    delete: (height, id) => write(height, id, undefined),
    deposits: (id, height) => depositsOf.get(id)?.at(height) ?? [],

    putDeposits(height, id, deposits) {
      const sorted = [...deposits].sort((a, b) => compareAddresses(a.depositor, b.depositor))
      const history = depositsOf.get(id)
      if (history === undefined) depositsOf.set(id, new VersionHistory(height, sorted))
      else history.set(height, sorted)
    },

    votes: (id, height) => books.get(id)?.at(height) ?? [],

    putVote(height, vote) {
      const book = books.get(vote.proposalId) ?? createVoteBook()
      books.set(vote.proposalId, book)
      book.set(height, vote)
    },

    clearVotes: (height, id) => books.get(id)?.clear(height),
    name: (key, id) => idsByKey.set(key, id),
    resolve: (ref) => ('id' in ref ? ref.id : (idsByKey.get(ref.key) ?? 0n)),
  }
}
