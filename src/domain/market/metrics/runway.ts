import type { BlockTime, Deployment } from '../market.ts'
import { type AccountIndex, accountOf, type DrainedAccount, isOutOfFunds } from './accounts.ts'
import { createBlockTimer, DAY_MS, spanOf } from './block-span.ts'
import { type Bin, computeBins, computeDistribution, type Distribution } from './distribution.ts'
import { divideWhole } from './whole.ts'

const DAY = Number(DAY_MS)

/** Edges of the bins of runways, in milliseconds. */
const RUNWAY_EDGES_MS: readonly number[] = [0, DAY, 7 * DAY, 30 * DAY, 90 * DAY]

/** How long a deployment's funds last. */
export type Runway =
  /** Whole blocks that can still be paid; 0: none. */
  | { readonly kind: 'blocks'; readonly blocks: bigint }
  /** Nothing is paid from it: no open payment, or all at a rate of zero. */
  | { readonly kind: 'no-charge' }
  /** Its escrow account was not read. */
  | { readonly kind: 'not-known' }

export interface Runways {
  /** Of deployments that pay. */
  readonly blocks: Distribution
  /** Of the estimated milliseconds, of those whose funds have not run out; undefined while the block time is not known. */
  readonly bins: readonly Bin[] | undefined
  /** Deployments whose funds are spent, settled or not: as leases out of funds are counted. */
  readonly out: number
  readonly noCharge: number
  readonly notKnown: number
}

/** Blocks until the first denomination an account pays in runs out. Funds in another denomination are not counted. */
export function runwayOf(account: DrainedAccount | undefined): Runway {
  if (account === undefined) return { kind: 'not-known' }
  let least: bigint | undefined
  for (const { ratePerBlock, left } of account.drains) {
    if (ratePerBlock <= 0n) continue
    const blocks = left <= 0n ? 0n : divideWhole(left, ratePerBlock)
    if (least === undefined || blocks < least) least = blocks
  }
  return least === undefined ? { kind: 'no-charge' } : { kind: 'blocks', blocks: least }
}

/** Runways of the deployments that are given; closed ones do not belong there. */
export function computeRunways(
  deployments: readonly Deployment[],
  accounts: AccountIndex,
  blockTime: BlockTime | undefined,
): Runways {
  return computeRunwaysOf(
    deployments.map((deployment) => accountOf(accounts, deployment)),
    blockTime,
  )
}

/** The same of their accounts; undefined: one was not read. */
export function computeRunwaysOf(
  accounts: readonly (DrainedAccount | undefined)[],
  blockTime: BlockTime | undefined,
): Runways {
  const span = spanOf(blockTime)
  const toMs = span === undefined ? undefined : createBlockTimer(span)
  const blocks: bigint[] = []
  /** Of those whose funds have not run out. */
  const times: number[] = []
  let noCharge = 0
  let notKnown = 0
  let out = 0
  for (const account of accounts) {
    const runway = runwayOf(account)
    if (account === undefined || runway.kind === 'not-known') notKnown++
    else if (runway.kind === 'no-charge') noCharge++
    else {
      blocks.push(runway.blocks)
      if (isOutOfFunds(account)) out++
      else if (toMs !== undefined) times.push(toMs(runway.blocks))
    }
  }
  return {
    blocks: computeDistribution(blocks),
    bins: span === undefined ? undefined : computeBins(times, RUNWAY_EDGES_MS),
    out,
    noCharge,
    notKnown,
  }
}
