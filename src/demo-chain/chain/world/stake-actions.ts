import type { TimedAction } from '../script.ts'
import { MINUTE_MS } from './chain-params.ts'
import { akt } from './coins.ts'
import type { Epoch } from './epoch.ts'
import { createRandom } from './random.ts'

const PERIOD_MS = 9 * MINUTE_MS

/** Who may move stake, and where to. */
export interface Stakers {
  readonly delegators: readonly string[]
  /** Bonded. */
  readonly operators: readonly string[]
}

/** How many stakes were moved until a time after the genesis. */
export function countStakeActions(afterMs: number): number {
  return Math.max(0, Math.floor(afterMs / PERIOD_MS))
}

/**
 * Stake moves all the time, in small amounts. Every third move takes back half of the one before it, so nobody takes
 * back what was not there.
 */
export function createStakeAction(index: number, epoch: Epoch, stakers: Stakers): TimedAction {
  const isBack = index % 3 === 2
  const random = createRandom(`stake ${isBack ? index - 1 : index} ${epoch.chainId}`)
  const { delegators, operators } = stakers
  const delegator = delegators[random.below(delegators.length)] ?? ''
  const operator = operators[random.below(operators.length)] ?? ''
  const amount = akt(20 + random.below(2_000))
  return {
    at: new Date(epoch.genesisTime.getTime() + (index + 1) * PERIOD_MS),
    action: { kind: 'delegate', delegator, operator, amount: isBack ? -(amount / 2n) : amount },
  }
}
