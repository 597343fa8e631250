import type { Params, Proposal, Vote } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import type { LedgerStores } from './ledger-stores.ts'
import { readDec } from './legacy-dec.ts'
import { type TallyOutcome, tallyVotes } from './tally.ts'

/** A count and everything it came from. */
interface CountedTally {
  readonly votes: readonly Vote[]
  readonly stakingVersion: number
  readonly params: Params | undefined
  readonly expedited: boolean
  readonly outcome: TallyOutcome
}

/** Counts votes as they stand after a height; asked again about what has not changed, it does not count again. */
export function proposalTallies(
  stores: LedgerStores,
): (proposal: Proposal, height: number) => TallyOutcome {
  const counted = new Map<bigint, CountedTally>()
  return (proposal, height) => {
    const { id, expedited } = proposal
    const votes = stores.gov.votes(id, height)
    const stakingVersion = stores.staking.version(height)
    const params = stores.gov.params.at(height)
    const known = counted.get(id)
    if (
      known?.votes === votes &&
      known.stakingVersion === stakingVersion &&
      known.params === params &&
      known.expedited === expedited
    ) {
      return known.outcome
    }
    const outcome = tallyProposal(proposal, height, stores)
    counted.set(id, { votes, stakingVersion, params, expedited, outcome })
    return outcome
  }
}

export function tallyProposal(
  { id, expedited }: Proposal,
  height: number,
  { gov, staking }: LedgerStores,
): TallyOutcome {
  const params = gov.params.at(height)
  return tallyVotes({
    votes: gov.votes(id, height),
    validators: staking.bonded(height),
    delegationsOf: (voter) => staking.delegationsOf(voter, height),
    bondedTokens: staking.bondedTokens(height),
    quorum: readDec(params?.quorum ?? '0'),
    vetoThreshold: readDec(params?.vetoThreshold ?? '0'),
    threshold: readDec((expedited ? params?.expeditedThreshold : params?.threshold) ?? '0'),
  })
}
