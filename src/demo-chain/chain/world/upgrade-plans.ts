import type { PlannedHalt } from '../script.ts'
import { MINUTE_MS, VOTING_PERIOD_MS } from './chain-params.ts'
import type { Epoch } from './epoch.ts'

/** One vote on an upgrade begins after the other. */
export const UPGRADE_PERIOD_MS = 160 * MINUTE_MS
export const UPGRADE_OFFSET_MS = 30 * MINUTE_MS

/** From the end of a vote to the height. */
const NOTICE_MS = 90 * MINUTE_MS
const HALT_MS = 4 * MINUTE_MS
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

/** Every one that is applied stops the chain for minutes, as upgrades do. */
function isHalting(index: number): boolean {
  return !isLostUpgrade(index)
}

/** After the genesis. */
function applyAfterMs(index: number): number {
  return UPGRADE_OFFSET_MS + index * UPGRADE_PERIOD_MS + VOTING_PERIOD_MS + NOTICE_MS
}

/** Height of the upgrade that one vote asks for. */
export function upgradeHeight(epoch: Epoch, index: number): bigint {
  return heightAfter(epoch, applyAfterMs(index))
}

/** Height of the next upgrade that is applied after a height. */
export function findNextUpgrade(epoch: Epoch, height: bigint): bigint | undefined {
  for (let index = 0; index < COUNTED; index++) {
    if (isLostUpgrade(index)) continue
    const planned = upgradeHeight(epoch, index)
    if (planned > height) return planned
  }
  return undefined
}

/**
 * `info` of the plan one vote asks for, in turn: binaries of both platforms with their checksums; an address with a
 * checksum; none; one that does not parse; an address without a checksum, as Akash's own plans have.
 */
export function planInfo(
  index: number,
  name: string,
  checksums: readonly [string, string],
): string {
  const folder = `https://releases.example/${name}`
  const binary = (platform: string, at: 0 | 1) =>
    `${folder}/akash_${platform}.zip?checksum=sha256:${checksums[at]}`
  switch (index % 5) {
    case 0:
      return JSON.stringify({
        binaries: {
          'linux/amd64': binary('linux_amd64', 0),
          'linux/arm64': binary('linux_arm64', 1),
        },
      })
    case 1:
      return `${folder}/info.json?checksum=sha256:${checksums[0]}`
    case 2:
      return ''
    case 3:
      return `{"binaries":{"linux/amd64":"${binary('linux_amd64', 0)}"`
    default:
      return `${folder}/info.json`
  }
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
