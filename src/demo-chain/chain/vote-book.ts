import type { Vote } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import { compareAddresses } from './address-order.ts'
import { countUpTo, VersionHistory } from './version-history.ts'

/** Votes between two counts: a count deletes them all. */
interface Round {
  readonly from: number
  until: number
  readonly byVoter: Map<string, VersionHistory<Vote>>
  /** Heights of single votes, one each. */
  readonly cast: number[]
}

/** Who voted how on one proposal, at any height. */
export interface VoteBook {
  set(height: number, vote: Vote): void
  /** A count, or the proposal's end. */
  clear(height: number): void
  /** Ascending by the voter's bytes. The same list as before when nothing was voted since. */
  at(height: number): readonly Vote[]
}

const NO_VOTES: readonly Vote[] = []

export function createVoteBook(): VoteBook {
  const rounds: Round[] = []
  let newest:
    | { readonly round: Round; readonly count: number; readonly votes: readonly Vote[] }
    | undefined

  function openRound(height: number): Round {
    const last = rounds.at(-1)
    if (last?.until === Number.POSITIVE_INFINITY) return last
    const round = { from: height, until: Number.POSITIVE_INFINITY, byVoter: new Map(), cast: [] }
    rounds.push(round)
    return round
  }

  return {
    set(height, vote) {
      const { byVoter, cast } = openRound(height)
      const history = byVoter.get(vote.voter)
      if (history === undefined) byVoter.set(vote.voter, new VersionHistory(height, vote))
      else history.set(height, vote)
      cast.push(height)
    },

    clear(height) {
      const last = rounds.at(-1)
      if (last?.until === Number.POSITIVE_INFINITY) last.until = height
    },

    at(height) {
      const round = rounds.find(({ from, until }) => from <= height && height < until)
      if (round === undefined) return NO_VOTES
      const count = countUpTo(round.cast, height)
      if (newest?.round !== round || newest.count !== count) {
        newest = { round, count, votes: listVotes(round, height) }
      }
      return newest.votes
    },
  }
}

function listVotes({ byVoter }: Round, height: number): readonly Vote[] {
  const votes: Vote[] = []
  for (const history of byVoter.values()) {
    const vote = history.at(height)
    if (vote !== undefined) votes.push(vote)
  }
  return votes.sort((a, b) => compareAddresses(a.voter, b.voter))
}
