import { lastSeenVotes, type SeenVotes, toVote } from '../../../domain/seen-votes.ts'
import { labelValidators } from '../../../domain/validator-label.ts'
import type { Vote } from '../../../domain/vote.ts'
import type { CastVote, VoterHistory } from '../../../domain/vote-history.ts'
import { type CastWindow, pickCasts, type VoterCasts } from './cast-history.ts'

/** A vote the chain has deleted, as something else still tells it. */
export interface PastVote {
  readonly vote: Vote
  /** Unique label of the validator it was the vote of; undefined for an account without one. */
  readonly label: string | undefined
  /** The validator's stake when that is known; what the vote weighed is not. */
  readonly tokens: bigint | undefined
  /** When it was cast, or last seen. */
  readonly height: bigint
  readonly casts: VoterCasts
}

/** What of a validator is needed to name its votes. */
export interface VoterName {
  readonly operatorAddress: string
  readonly accountAddress: string
  readonly moniker: string
}

/** Votes as a transaction index has them: the last of each voter, within the final round. */
export function listIndexedVotes(
  byVoter: ReadonlyMap<string, VoterHistory>,
  names: readonly VoterName[],
  window: CastWindow,
): readonly PastVote[] {
  const labelOf = labelByAccount(names)
  return [...byVoter.values()].flatMap((history) => {
    const casts = pickCasts(history, window)
    const { current } = casts
    if (current === undefined) return []
    const { voter } = history
    return [
      {
        vote: { voter, options: current.options, metadata: '' },
        label: labelOf(voter),
        tokens: undefined,
        height: current.height,
        casts,
      },
    ]
  })
}

/** Votes as this browser saw them: the last of each voter, with those it replaced. */
export function listSeenVotes(seen: SeenVotes, window: CastWindow): readonly PastVote[] {
  const labelOf = labelByAccount(seen.validators)
  const tokens = new Map(seen.validators.map((each) => [each.accountAddress, BigInt(each.tokens)]))
  const byVoter = new Map<string, CastVote[]>()
  for (const one of seen.votes) {
    const { voter, options } = toVote(one)
    const cast = { voter, options, height: BigInt(one.lastSeenAt), txHash: '', isByAuthz: false }
    const own = byVoter.get(voter)
    if (own === undefined) byVoter.set(voter, [cast])
    else own.push(cast)
  }
  return lastSeenVotes(seen).flatMap((one) => {
    const vote = toVote(one)
    const own = (byVoter.get(one.voter) ?? []).sort((a, b) => (a.height < b.height ? -1 : 1))
    const casts = pickCasts({ voter: one.voter, casts: own }, window)
    if (casts.current === undefined) return []
    return [
      {
        vote,
        label: labelOf(one.voter),
        tokens: tokens.get(one.voter),
        height: BigInt(one.lastSeenAt),
        casts,
      },
    ]
  })
}

function labelByAccount(names: readonly VoterName[]): (account: string) => string | undefined {
  const labels = labelValidators(names)
  const byAccount = new Map(
    names.map(({ accountAddress, operatorAddress }) => [
      accountAddress,
      labels.get(operatorAddress)?.text,
    ]),
  )
  return (account) => byAccount.get(account)
}
