import { isRunning, type Lease } from '../lease.ts'
import { type AccountIndex, accountOf, type DrainedAccount, isOutOfFunds } from './accounts.ts'

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
  const tally = createActiveTally()
  for (const lease of leases) tally.add(lease, accountOf(accounts, lease.id))
  return tally.result(accounts !== undefined)
}

/** The same lease by lease, each with its account where that was read. */
export function createActiveTally() {
  let active = 0
  let reclaiming = 0
  let out = 0
  let notKnown = 0
  return {
    add(lease: Lease, account: DrainedAccount | undefined): void {
      if (!isRunning(lease)) return
      active++
      if (lease.state === 'reclaiming') reclaiming++
      if (account === undefined || lease.payment === undefined) notKnown++
      else if (isOutOfFunds(account)) out++
    },
    result: (areAccountsRead: boolean): ActiveLeases => ({
      active,
      reclaiming,
      funds: areAccountsRead ? { out, notKnown } : undefined,
    }),
  }
}
