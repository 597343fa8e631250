import type { Dec } from '../../../domain/decimal.ts'
import type { ExactTally } from '../../../domain/tally/exact-tally.ts'

/** What delegators' own votes did, exactly. Powers in base units scaled by 10^18. */
export interface OverrideEffect {
  /** Delegated stake that voted itself while its validator voted too. */
  readonly overriding: Dec
  /** Of it, what voted otherwise than its validator. */
  readonly otherwise: Dec
  /** Delegated stake that voted itself while its validator was silent. */
  readonly ofSilent: Dec
  /** Accounts that did either, operators with stake elsewhere included. */
  readonly voters: number
}

/** Sums the votes that went past a validator. */
export function computeOverrideEffect({
  delegatorVotes,
  voters,
}: Pick<ExactTally, 'delegatorVotes' | 'voters'>): OverrideEffect {
  const votes = new Map(voters.map(({ vote }) => [vote.voter, vote]))
  let overriding = 0n
  let otherwise = 0n
  let ofSilent = 0n
  for (const { voter, power, overridden } of delegatorVotes) {
    if (overridden === undefined) {
      ofSilent += power
      continue
    }
    overriding += power
    const own = votes.get(voter)?.options ?? []
    const isSame =
      own.length === overridden.options.length &&
      own.every(({ option, weight }) =>
        overridden.options.some((other) => other.option === option && other.weight === weight),
      )
    if (!isSame) otherwise += power
  }
  return {
    overriding,
    otherwise,
    ofSilent,
    voters: new Set(delegatorVotes.map(({ voter }) => voter)).size,
  }
}
