import { isRunning, type Lease } from '../lease.ts'
import { type AccountIndex, accountOf, isOutOfFunds } from './accounts.ts'

export interface ActiveLeases {
  /** Active and reclaiming together. */
  readonly active: number
  /** Of these, the ones being reclaimed. */
  readonly reclaiming: number
  /** undefined where escrow accounts were not read. */
  readonly funds:
    | {
        /** Their deployment's funds are spent; the next settlement ends them. */
        readonly out: number
        /** Their account or payment is not known. */
        readonly notKnown: number
      }
    | undefined
}

/** Leases that run, and how many of them nobody pays for any more. */
export function computeActiveLeases(
  leases: readonly Lease[],
  accounts: AccountIndex | undefined,
): ActiveLeases {
  let active = 0
  let reclaiming = 0
  let out = 0
  let notKnown = 0
  for (const lease of leases) {
    if (!isRunning(lease)) continue
    active++
    if (lease.state === 'reclaiming') reclaiming++
    const account = accountOf(accounts, lease.id)
    if (account === undefined || lease.payment === undefined) notKnown++
    else if (isOutOfFunds(account)) out++
  }
  return { active, reclaiming, funds: accounts === undefined ? undefined : { out, notKnown } }
}
