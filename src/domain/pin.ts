/**
 * Which height all figures of one picture are read at.
 *
 * Two blocks behind the newest, every node of a load-balanced endpoint has the state. On a chain halted for an upgrade
 * at H, old binaries have no state at H and upgraded ones do, but both answer at H-1 (x/upgrade PreBlocker; seen in the
 * recordings `halt` and `halt-partial`).
 */
export const PIN_DISTANCE = 2n

export interface PinFacts {
  /** What the reader asked for, used as it is given. */
  readonly explicitHeight: bigint | undefined
  /** `status.sync_info.latest_block_height` */
  readonly latestHeight: bigint
  /** Height of the plan in the node's newest state; undefined when there is none or the node would not tell. */
  readonly planHeight: bigint | undefined
  /** Height of the newest applied upgrade; undefined when there is none or the node would not tell. */
  readonly lastAppliedHeight: bigint | undefined
}

export interface PinChoice {
  readonly height: bigint
  /** `latest`: there is no state two blocks back, so the newest height itself is read. */
  readonly reason: 'asked-for' | 'behind-latest' | 'latest' | 'halted-for-upgrade'
}

export function choosePin(facts: PinFacts): PinChoice {
  if (facts.explicitHeight !== undefined) {
    return { height: facts.explicitHeight, reason: 'asked-for' }
  }
  const { latestHeight } = facts
  const isAtPlan = facts.planHeight === latestHeight || facts.lastAppliedHeight === latestHeight
  if (isAtPlan && latestHeight > 1n) {
    return { height: latestHeight - 1n, reason: 'halted-for-upgrade' }
  }
  // A young chain has no state two blocks back; height 1 is the first that can be queried.
  const height = latestHeight - PIN_DISTANCE
  return height < 1n
    ? { height: latestHeight, reason: 'latest' }
    : { height, reason: 'behind-latest' }
}
