import { addressKey } from '../src/demo-chain/application/bech32-bytes.ts'
import type { Entry } from '../src/demo-chain/application/entries.ts'
import {
  encodePage,
  pageCollection,
  readPageRequest,
} from '../src/demo-chain/application/sdk-paging.ts'
import {
  encodeBytesField,
  lastInteger,
  readFields,
} from '../src/demo-chain/application/wire-fields.ts'
import { compareBytes, concatBytes } from '../src/demo-chain/server/bytes.ts'
import type { SlowTally } from '../src/domain/tally/testing/slow-tally.ts'
import {
  closeProposal,
  countVotes,
  encodeTally,
  encodeVote,
  type ReadState,
  readDelegations,
  readProposal,
  readStake,
  readVotes,
  type ScriptedVote,
  votingEndOf,
} from './scripted-gov.ts'

const GOV = '/cosmos.gov.v1.Query/'

interface Closed {
  readonly atHeight: bigint
  readonly proposal: Uint8Array
}

/** The part of the state a script changes: votes that were added, and proposals whose vote was counted. */
export class ScriptedVotes {
  private readonly read: ReadState
  private readonly added: { readonly vote: ScriptedVote; readonly height: bigint }[] = []
  private readonly closed = new Map<bigint, Closed>()

  /** `read` reads the recorded state the script goes on from. */
  constructor(read: ReadState) {
    this.read = read
  }

  /** Rejects for a voter whose stake was not recorded, for it would make the count wrong. */
  async checkVoter(voter: string): Promise<void> {
    await readDelegations(this.read, voter)
  }

  add(vote: ScriptedVote, height: bigint): void {
    this.added.push({ vote, height })
  }

  /** Counts the vote in the block at `atHeight`. Returns when the vote ends, seconds since the epoch. */
  async close(proposalId: bigint, atHeight: bigint): Promise<bigint> {
    const recorded = await readProposal(this.read, proposalId)
    const tally = await this.tallyAt(proposalId, atHeight - 1n)
    this.closed.set(proposalId, { atHeight, proposal: closeProposal(recorded, tally) })
    return votingEndOf(recorded)
  }

  /** Accounts of validators that have not voted and whose stake was recorded, so that they can. */
  async findSilentVoters(proposalId: bigint, height: bigint): Promise<readonly string[]> {
    const voted = new Set((await this.votesAt(proposalId, height)).map(({ voter }) => voter))
    const { validators } = await readStake(this.read)
    const silent: string[] = []
    for (const { account } of validators) {
      if (voted.has(account)) continue
      const canVote = await readDelegations(this.read, account).then(
        () => true,
        () => false,
      )
      if (canVote) silent.push(account)
    }
    return silent
  }

  /** undefined: as it was recorded. */
  async changedValue(
    path: string,
    data: Uint8Array,
    height: bigint,
  ): Promise<Uint8Array | undefined> {
    const request = readFields(data)
    const id = lastInteger(request, 1)
    const closed = this.closedAt(id, height)
    const isVoted = this.added.some((one) => one.vote.proposalId === id && one.height <= height)
    if (path === `${GOV}Proposals`) return this.changedList(data, height)
    if (closed === undefined && !isVoted) return undefined
    switch (path) {
      case `${GOV}Votes`: {
        const entries = (await this.votesAt(id, height)).map(entryOf).sort(byKey)
        return encodePage(pageCollection(entries, readPageRequest(request, 2)))
      }
      case `${GOV}Proposal`:
        return closed && encodeBytesField(1, closed.proposal)
      case `${GOV}Deposits`:
        return closed && encodePage({ items: [], nextKey: undefined, total: 0 })
      case `${GOV}TallyResult`:
        return encodeBytesField(1, encodeTally(await this.tallyAt(id, height)))
      default:
        return undefined
    }
  }

  /** The recorded page with closed proposals in the place of their open selves. */
  private async changedList(data: Uint8Array, height: bigint): Promise<Uint8Array | undefined> {
    if (![...this.closed.values()].some(({ atHeight }) => atHeight <= height)) return undefined
    const fields = readFields(await this.read(`${GOV}Proposals`, data))
    return concatBytes(
      ...fields.map(({ number, bytes = new Uint8Array() }) => {
        const id = number === 1 ? lastInteger(readFields(bytes), 1) : 0n
        return encodeBytesField(number, this.closedAt(id, height)?.proposal ?? bytes)
      }),
    )
  }

  private closedAt(id: bigint, height: bigint): Closed | undefined {
    const closed = this.closed.get(id)
    return closed !== undefined && closed.atHeight <= height ? closed : undefined
  }

  /** In the chain's order when re-sorted; none once they were counted, for the count deletes them. */
  private async votesAt(proposalId: bigint, height: bigint): Promise<readonly ScriptedVote[]> {
    if (this.closedAt(proposalId, height) !== undefined) return []
    const byVoter = new Map<string, ScriptedVote>()
    for (const vote of await readVotes(this.read, proposalId)) byVoter.set(vote.voter, vote)
    for (const { vote, height: votedAt } of this.added) {
      if (vote.proposalId === proposalId && votedAt <= height) byVoter.set(vote.voter, vote)
    }
    return [...byVoter.values()]
  }

  /** The running count; of a closed proposal, that of the last block before it was closed. */
  private async tallyAt(proposalId: bigint, height: bigint): Promise<SlowTally> {
    const closed = this.closedAt(proposalId, height)
    const at = closed === undefined ? height : closed.atHeight - 1n
    const votes = await this.votesAt(proposalId, at)
    const delegations = await Promise.all(
      votes.map(({ voter }) => readDelegations(this.read, voter)),
    )
    return countVotes(await readStake(this.read), delegations.flat(), votes)
  }
}

function entryOf(vote: ScriptedVote): Entry {
  return { key: addressKey(vote.voter) ?? new Uint8Array(), item: encodeVote(vote) }
}

function byKey(a: Entry, b: Entry): number {
  return compareBytes(a.key, b.key)
}
