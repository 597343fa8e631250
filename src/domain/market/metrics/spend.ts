import { DEC_ONE, type Dec } from '../../decimal.ts'
import type { DecAmount, Lease } from '../lease.ts'
import { type AccountIndex, accountOf, type Drain, type DrainedAccount } from './accounts.ts'
import { compareText } from './compare-text.ts'
import { createRecentEntries, type RecentEntries } from './recent-entries.ts'

/** How far the part of an open payment that nobody settled yet could be told. */
export type Accrual =
  /** Nothing accrues: the payment is not open. */
  | 'none'
  | 'counted'
  /** The funds do not cover it all. */
  | 'capped'
  /** Its escrow account was not read. */
  | 'not-known'

/** What a lease cost so far, by denomination. */
export type LeaseSpend =
  | { readonly kind: 'not-known' }
  | {
      readonly kind: 'known'
      /** Withdrawn, and balance to be withdrawn. */
      readonly settled: readonly DecAmount[]
      /** Due since the last settlement, as far as the funds go; settled when somebody asks. */
      readonly accrued: readonly DecAmount[]
      /** Settled and accrued. */
      readonly lifetime: readonly DecAmount[]
      /** Due when funds had run out, and never paid. */
      readonly unpaid: readonly DecAmount[]
      readonly accrual: Accrual
    }

/** What leases cost so far, in one denomination. */
export interface DenomSpend {
  readonly denom: string
  readonly settled: Dec
  readonly accrued: Dec
  readonly lifetime: Dec
  readonly unpaid: Dec
}

export interface Spend {
  /** Sorted by denomination. */
  readonly byDenom: readonly DenomSpend[]
  /** Leases whose payment is not known: nothing of them is in the sums. */
  readonly withoutPayment: number
  /** Leases of which only the settled part is in the sums. */
  readonly accrualNotKnown: number
}

/**
 * Spend of one lease (protocol D6). Open: withdrawn + balance, and what is unsettled + rate × blocks since the settlement,
 * no more than its part of the funds. Ended: withdrawn + balance.
 */
export function computeLeaseSpend(lease: Lease, accounts: AccountIndex | undefined): LeaseSpend {
  const sums = createSums()
  const accrual = addSpend(sums, lease, accountOf(accounts, lease.id))
  if (accrual === undefined) return { kind: 'not-known' }
  const rows = toDenomSpend(sums)
  const isAccruing = accrual === 'counted' || accrual === 'capped'
  const amounts = (part: 'settled' | 'accrued' | 'lifetime' | 'unpaid') =>
    rows.map((row): DecAmount => ({ denom: row.denom, amount: row[part] }))
  return {
    kind: 'known',
    settled: amounts('settled'),
    accrued: isAccruing ? amounts('accrued') : [],
    lifetime: amounts('lifetime'),
    unpaid: amounts('unpaid').filter(({ amount }) => amount !== 0n),
    accrual,
  }
}

/** Spend of many leases, of whatever states, summed by denomination. */
export function computeSpend(leases: readonly Lease[], accounts: AccountIndex | undefined): Spend {
  const tally = createSpendTally()
  for (const lease of leases) tally.add(lease, accountOf(accounts, lease.id))
  return tally.result()
}

/** The same lease by lease, each with its account where that was read. */
export function createSpendTally() {
  const sums = createSums()
  let withoutPayment = 0
  let accrualNotKnown = 0
  return {
    add(lease: Lease, account: DrainedAccount | undefined): void {
      const accrual = addSpend(sums, lease, account)
      if (accrual === undefined) withoutPayment++
      else if (accrual === 'not-known') accrualNotKnown++
    },
    result: (): Spend => ({ byDenom: toDenomSpend(sums), withoutPayment, accrualNotKnown }),
  }
}

/** Spend of two lists of leases together. */
export function mergeSpend(a: Spend, b: Spend): Spend {
  const sums = createSums()
  for (const { denom, settled, accrued, unpaid } of [...a.byDenom, ...b.byDenom]) {
    const row = sums.of(denom)
    row.settled += settled
    row.accrued += accrued
    row.unpaid += unpaid
  }
  return {
    byDenom: toDenomSpend(sums),
    withoutPayment: a.withoutPayment + b.withoutPayment,
    accrualNotKnown: a.accrualNotKnown + b.accrualNotKnown,
  }
}

interface SpendRow {
  readonly denom: string
  /** Whole base units, which become decimals in the end only. */
  withdrawn: bigint
  settled: Dec
  accrued: Dec
  unpaid: Dec
}

type Sums = RecentEntries<string, SpendRow>

function createSums(): Sums {
  return createRecentEntries((denom) => ({
    denom,
    withdrawn: 0n,
    settled: 0n,
    accrued: 0n,
    unpaid: 0n,
  }))
}

function toDenomSpend(sums: Sums): readonly DenomSpend[] {
  return sums
    .values()
    .map(({ denom, withdrawn, settled: balances, accrued, unpaid }) => {
      const settled = balances + withdrawn * DEC_ONE
      return { denom, settled, accrued, lifetime: settled + accrued, unpaid }
    })
    .toSorted((a, b) => compareText(a.denom, b.denom))
}

/** @returns undefined where there is no payment to tell by */
function addSpend(
  sums: Sums,
  { payment }: Lease,
  account: DrainedAccount | undefined,
): Accrual | undefined {
  if (payment === undefined) return undefined
  const { withdrawn, balance, unsettled, rate } = payment
  sums.of(withdrawn.denom).withdrawn += withdrawn.amount
  sums.of(balance.denom).settled += balance.amount
  if (payment.state !== 'open') {
    sums.of(unsettled.denom).unpaid += unsettled.amount
    return 'none'
  }
  if (account === undefined) return 'not-known'
  const run = rate.amount * account.blocks
  if (rate.denom === unsettled.denom) {
    return addDue(sums, account, rate.denom, run + unsettled.amount) ? 'capped' : 'counted'
  }
  const isRunCapped = addDue(sums, account, rate.denom, run)
  const isRestCapped = addDue(sums, account, unsettled.denom, unsettled.amount)
  return isRunCapped || isRestCapped ? 'capped' : 'counted'
}

/**
 * Adds what is due, or its part of the funds where all that is due exceeds them: in the end the module shares the rest out
 * by rate. @returns whether it was capped
 */
function addDue(sums: Sums, account: DrainedAccount, denom: string, due: Dec): boolean {
  const row = sums.of(denom)
  let drain: Drain | undefined
  for (const each of account.drains) if (each.denom === denom) drain = each
  const total = drain === undefined ? 0n : drain.drained + drain.unsettled
  if (drain === undefined || total <= drain.funds) {
    row.accrued += due
    return false
  }
  if (drain.funds > 0n) row.accrued += (drain.funds * due) / total
  return true
}
