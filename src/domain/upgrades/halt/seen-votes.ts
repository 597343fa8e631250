import type { RoundState, RoundVotes } from './round-state.ts'

/**
 * Everything seen of the votes at one height, over all rounds and readings. A node that starts anew forgets the rounds
 * before, and a new round begins empty; who has voted at a height has come back all the same.
 */
export interface SeenVotes {
  readonly height: bigint
  /** The newest round and step heard of. */
  readonly round: number
  readonly step: number
  readonly validatorCount: number
  readonly totalPower: bigint
  /** Ascending by round. */
  readonly rounds: readonly RoundVotes[]
  readonly voters: ReadonlyMap<number, string>
  readonly newestVoteAt: Date | undefined
}

/** Whether two readings speak of the same height and of sets that can be the same. */
function isSameSet(a: SeenVotes | RoundState, b: SeenVotes | RoundState): boolean {
  return (
    a.height === b.height &&
    a.validatorCount === b.validatorCount &&
    a.totalPower === b.totalPower &&
    [...a.voters].every(([place, voter]) => (b.voters.get(place) ?? voter) === voter)
  )
}

/**
 * Adds a reading. At one height nobody who was seen is lost again; a higher height begins anew, and a lower one says
 * nothing new. A reading of another validator set at the same height is left out.
 */
export function mergeSeenVotes(
  seen: SeenVotes | undefined,
  next: RoundState | SeenVotes,
): SeenVotes {
  if (seen === undefined || next.height > seen.height) return next
  if (!isSameSet(seen, next)) return seen
  const rounds = new Map(seen.rounds.map((votes) => [votes.round, votes]))
  for (const votes of next.rounds) {
    const known = rounds.get(votes.round)
    rounds.set(votes.round, known === undefined ? votes : mergeRounds(known, votes))
  }
  const isLater = next.round > seen.round || (next.round === seen.round && next.step > seen.step)
  return {
    height: seen.height,
    round: isLater ? next.round : seen.round,
    step: isLater ? next.step : seen.step,
    validatorCount: seen.validatorCount,
    totalPower: seen.totalPower,
    rounds: [...rounds.values()].sort((a, b) => a.round - b.round),
    voters: new Map([...seen.voters, ...next.voters]),
    newestVoteAt: latest(seen.newestVoteAt, next.newestVoteAt),
  }
}

function mergeRounds(a: RoundVotes, b: RoundVotes): RoundVotes {
  return {
    round: a.round,
    prevotes: new Set([...a.prevotes, ...b.prevotes]),
    precommits: new Set([...a.precommits, ...b.precommits]),
    prevotePower: a.prevotePower > b.prevotePower ? a.prevotePower : b.prevotePower,
    precommitPower: a.precommitPower > b.precommitPower ? a.precommitPower : b.precommitPower,
  }
}

function latest(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a > b ? a : b
}
