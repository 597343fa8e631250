/** The room is about this many blocks on each side of the height. */
const ROOM_BLOCKS = 100n

/** Times of headers around the height, as far as they are known. */
export interface HaltTimes {
  /** When the plan's block was signed: the weighed median of its precommits. */
  readonly signedAt: Date | undefined
  /** Header time of the plan's block, a block's time before the halt. */
  readonly planBlockAt: Date | undefined
  /** Header time of H+1. */
  readonly firstBlockAt: Date | undefined
  /** Header time of H+2, which tells when H+1 was signed. */
  readonly secondBlockAt: Date | undefined
  /** Round in which H+1 was decided. */
  readonly firstRound: number | undefined
}

export const NO_TIMES: HaltTimes = {
  signedAt: undefined,
  planBlockAt: undefined,
  firstBlockAt: undefined,
  secondBlockAt: undefined,
  firstRound: undefined,
}

/** Where the chain stands to a plan's height. */
export type HaltPhase =
  /** More than the room's blocks before the height. */
  | { readonly kind: 'far'; readonly blocksLeft: bigint }
  | { readonly kind: 'countdown'; readonly blocksLeft: bigint }
  /** `since`: undefined when no node tells; `isExact`: not merely the time of the last block before. */
  | { readonly kind: 'halted'; readonly since: Date | undefined; readonly isExact: boolean }
  /**
   * The first block after the height is there. `haltedMs`: undefined until the block after it tells; `rounds`: how many it
   * took; `isOver`: more than the room's blocks ago.
   */
  | {
      readonly kind: 'resumed'
      readonly height: bigint
      readonly haltedMs: number | undefined
      readonly rounds: number | undefined
      readonly isOver: boolean
    }

/**
 * The chain's downtime is header time H+2 − header time H+1: a header carries the median precommit time of the block
 * before it, and the plan's block was signed before the halt.
 */
export function classifyHaltPhase(
  bestHeight: bigint,
  planHeight: bigint,
  times: HaltTimes,
): HaltPhase {
  if (bestHeight < planHeight) {
    const blocksLeft = planHeight - bestHeight
    return { kind: blocksLeft > ROOM_BLOCKS ? 'far' : 'countdown', blocksLeft }
  }
  if (bestHeight === planHeight) {
    const { signedAt, planBlockAt } = times
    return { kind: 'halted', since: signedAt ?? planBlockAt, isExact: signedAt !== undefined }
  }
  const from = times.firstBlockAt ?? times.signedAt
  const haltedMs =
    times.secondBlockAt === undefined || from === undefined
      ? undefined
      : Math.max(0, times.secondBlockAt.getTime() - from.getTime())
  return {
    kind: 'resumed',
    height: planHeight + 1n,
    haltedMs,
    rounds: times.firstRound === undefined ? undefined : times.firstRound + 1,
    isOver: bestHeight - planHeight > ROOM_BLOCKS,
  }
}
