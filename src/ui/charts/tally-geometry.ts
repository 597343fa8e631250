import type { Dec } from '../../domain/decimal.ts'
import { DEC_ONE } from '../../domain/decimal.ts'
import type { Tally } from '../../domain/proposal.ts'
import { computeDecidingPower, computeVotedPower } from '../../domain/tally.ts'

export type VoteOption = 'yes' | 'no' | 'veto' | 'abstain'

/** A part of a bar, in thousandths of its length. */
export interface TallySegment {
  readonly option: VoteOption
  readonly power: bigint
  readonly permille: number
}

export interface TallyGeometry {
  readonly segments: readonly TallySegment[]
  /** What the whole length stands for, in base units; never zero. */
  readonly total: bigint
}

/**
 * Of all bonded stake: what each option has, in the order yes, no, veto, abstain; the rest has not voted.
 * @returns undefined without bonded stake to take shares of. More votes than stake (read at different heights, or an
 * odd chain) fill the bar and no more.
 */
export function computeTurnoutGeometry(
  tally: Tally,
  bondedTokens: bigint | undefined,
): TallyGeometry | undefined {
  if (bondedTokens === undefined || bondedTokens <= 0n) return undefined
  const voted = computeVotedPower(tally)
  const total = voted > bondedTokens ? voted : bondedTokens
  return { total, segments: divide(['yes', 'no', 'veto', 'abstain'], tally, total) }
}

/** Of the votes that are not abstain. @returns undefined when there are none */
export function computeDecisionGeometry(tally: Tally): TallyGeometry | undefined {
  const total = computeDecidingPower(tally)
  if (total <= 0n) return undefined
  return { total, segments: divide(['yes', 'no', 'veto'], tally, total) }
}

/** Where the mark of a share stands, in thousandths, within the bar. */
export function computeMarkPermille(share: Dec): number {
  const permille = Number((share * 1000n) / DEC_ONE)
  return Math.min(1000, Math.max(0, permille))
}

export function powerOf(tally: Tally, option: VoteOption): bigint {
  return option === 'veto' ? tally.noWithVeto : tally[option]
}

/**
 * Ends are rounded down from the running sum, so that lengths never add up to more than the whole and no end is drawn on
 * the far side of a mark it has not reached.
 */
function divide(
  options: readonly VoteOption[],
  tally: Tally,
  total: bigint,
): readonly TallySegment[] {
  const segments: TallySegment[] = []
  let sum = 0n
  let start = 0
  for (const option of options) {
    const power = powerOf(tally, option)
    sum += power
    const end = Number((sum * 1000n) / total)
    if (power > 0n) segments.push({ option, power, permille: end - start })
    start = end
  }
  return segments
}
