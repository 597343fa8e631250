import type { WeightedVoteOption } from './vote.ts'

/** One vote as it was cast: a `proposal_vote` event of a transaction. */
export interface CastVote {
  readonly voter: string
  readonly options: readonly WeightedVoteOption[]
  readonly height: bigint
  readonly txHash: string
  /** Cast by another account on the voter's behalf (x/authz). */
  readonly isByAuthz: boolean
}

/** The same with what it was cast on, where votes on several proposals stand together. */
export interface CastOnProposal extends CastVote {
  readonly proposalId: bigint
}

/** All votes of one voter in the order they were cast; the last one counts. */
export interface VoterHistory {
  readonly voter: string
  readonly casts: readonly CastVote[]
}

/** Groups cast votes by voter. `casts` are in the order of the chain: by height, then by place in the block. */
export function groupByVoter(casts: readonly CastVote[]): ReadonlyMap<string, VoterHistory> {
  const byVoter = new Map<string, CastVote[]>()
  for (const cast of casts) {
    const own = byVoter.get(cast.voter)
    if (own === undefined) byVoter.set(cast.voter, [cast])
    else own.push(cast)
  }
  return new Map([...byVoter].map(([voter, own]) => [voter, { voter, casts: own }]))
}
