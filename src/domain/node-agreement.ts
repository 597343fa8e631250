import { PIN_DISTANCE } from './pin.ts'
import { type GivenAnswer, groupAnswers } from './second-opinion.ts'

/** The blocks a node has. */
export interface BlockRange {
  readonly earliestHeight: bigint
  readonly latestHeight: bigint
}

/**
 * The height to compare nodes at: of those two blocks behind one of them, the one most of them have, the highest among
 * equals. undefined where no two have one in common.
 */
export function chooseCommonHeight(ranges: readonly BlockRange[]): bigint | undefined {
  let best: { readonly height: bigint; readonly count: number } | undefined
  for (const { latestHeight } of ranges) {
    const height = latestHeight - PIN_DISTANCE
    const count = ranges.filter((range) => hasBlock(range, height)).length
    if (count < 2 || height < 1n) continue
    if (
      best === undefined ||
      count > best.count ||
      (count === best.count && height > best.height)
    ) {
      best = { height, count }
    }
  }
  return best?.height
}

export function hasBlock({ earliestHeight, latestHeight }: BlockRange, height: bigint): boolean {
  return earliestHeight <= height && height <= latestHeight
}

/** How a node stands to the others at one height. */
export type NodeAgreement =
  /** `others` tell the same block and state. */
  | { readonly kind: 'same'; readonly height: bigint; readonly others: number }
  /** `against` tell another; `with` those that tell the same. */
  | {
      readonly kind: 'differs'
      readonly height: bigint
      readonly with: readonly string[]
      readonly against: readonly string[]
    }
  | { readonly kind: 'none'; readonly sentence: string }

/** What a node's answer amounts to among all that were given at that height. */
export function judgeAgreement(
  endpoint: string,
  height: bigint,
  answers: readonly GivenAnswer[],
): NodeAgreement {
  const groups = groupAnswers(answers)
  const own = groups.find(({ endpoints }) => endpoints.includes(endpoint))
  if (own === undefined) {
    return { kind: 'none', sentence: 'It did not tell the block that was compared.' }
  }
  const together = own.endpoints.filter((other) => other !== endpoint)
  const against = groups.filter((group) => group !== own).flatMap(({ endpoints }) => endpoints)
  if (against.length > 0) return { kind: 'differs', height, with: together, against }
  return together.length === 0
    ? { kind: 'none', sentence: 'No other node told the block to compare it with.' }
    : { kind: 'same', height, others: together.length }
}
