import { truncateDec } from '../../../domain/decimal.ts'
import {
  addPower,
  computeCountedOutcome,
  countedPowerOf,
} from '../../../domain/tally/counted-power.ts'
import type { ExactTally } from '../../../domain/tally/exact-tally.ts'
import { computeRemainingPower } from '../../../domain/tally/gaps.ts'
import type { Outcome } from '../../../domain/tally.ts'
import type { VoteView } from '../../../queries/votes.ts'

/**
 * What the chain would decide if every silent validator said no, all other votes as they are. Of their stake only what
 * has not voted by itself counts: exactly after the exact count, else from the node's tally as far as that tells.
 * undefined when nothing is bonded.
 */
export function computeAllNo(view: VoteView, exact: ExactTally | undefined): Outcome | undefined {
  const { bondedTokens, params, threshold, bound, nonVoters, official } = view
  const counted = exact ?? countedPowerOf(official)
  const stake = nonVoters.reduce((sum, { tokens }) => sum + tokens, 0n)
  const open =
    exact !== undefined
      ? exact.validators.reduce(
          (sum, { vote, effectivePower }) => (vote === undefined ? sum + effectivePower : sum),
          0n,
        )
      : undefined
  const added =
    open !== undefined
      ? truncateDec(open)
      : bound.kind === 'bounded'
        ? stake - bound.ofSilentValidators
        : stake
  const remaining = computeRemainingPower(counted, bondedTokens)
  const amount = added < 0n ? 0n : added > remaining ? remaining : added
  return computeCountedOutcome(
    addPower(counted, 'VOTE_OPTION_NO', amount),
    bondedTokens,
    params,
    threshold,
  )
}
