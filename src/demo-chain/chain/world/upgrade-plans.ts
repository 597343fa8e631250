import type { PlannedHalt } from '../script.ts'
import { MINUTE_MS, VOTING_PERIOD_MS } from './chain-params.ts'
import type { Epoch } from './epoch.ts'

/** One vote on an upgrade begins after the other. */
export const UPGRADE_PERIOD_MS = 160 * MINUTE_MS
export const UPGRADE_OFFSET_MS = 30 * MINUTE_MS

/** From the end of a vote to the height. */
const NOTICE_MS = 90 * MINUTE_MS
const HALT_MS = 7 * MINUTE_MS
const BLOCK_MS = 6_000

/** More than a chain is ever watched for: five epochs. */
const COUNTED = 90

/** Every fourth vote is lost; the next one asks for the same name again. */
export function isLostUpgrade(index: number): boolean {
  return index % 4 === 2
}

export function nameUpgrade(index: number): string {
  return `v2.${2 + index - Math.floor((index + 1) / 4)}.0`
}

/** Every third name that is applied stops the chain for minutes, as upgrades do. */
function isHalting(index: number): boolean {
  return !isLostUpgrade(index) && index % 3 === 1
}

/** After the genesis. */
function applyAfterMs(index: number): number {
  return UPGRADE_OFFSET_MS + index * UPGRADE_PERIOD_MS + VOTING_PERIOD_MS + NOTICE_MS
}

/** Height of the upgrade that one vote asks for. */
export function upgradeHeight(epoch: Epoch, index: number): bigint {
  return heightAfter(epoch, applyAfterMs(index))
}

/** The chain's height at a time after its genesis; while it stands still no height passes. */
export function heightAfter(epoch: Epoch, afterMs: number): bigint {
  let running = afterMs
  for (let index = 0; applyAfterMs(index) < afterMs; index++) {
    if (isHalting(index)) running -= Math.min(HALT_MS, afterMs - applyAfterMs(index))
  }
  return epoch.genesisHeight + BigInt(Math.floor(running / BLOCK_MS))
}

export function listHalts(): readonly PlannedHalt[] {
  return Array.from({ length: COUNTED }, (_, index) => index)
    .filter(isHalting)
    .map((index) => ({ planName: nameUpgrade(index), durationMs: HALT_MS }))
}
