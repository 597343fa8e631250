import type { Dec } from '../../decimal.ts'
import type { Lease, Payment } from '../lease.ts'
import type { Deployment, EscrowAccount } from '../market.ts'
import { createDseqMap, type DeploymentId, type DseqMap } from './dseq-map.ts'

/** What the open payments of a deployment take from its escrow account, in one denomination. */
export interface Drain {
  readonly denom: string
  /** Of all open payments together. */
  readonly ratePerBlock: Dec
  /** As they stood when payments were settled last. */
  readonly funds: Dec
  /** Rate × blocks since then. */
  readonly drained: Dec
  /** What was left unsettled then. */
  readonly unsettled: Dec
  /** Funds − drained: zero or less where they have run out. */
  readonly left: Dec
}

/** The escrow account of a deployment, with what runs on it. */
export interface DrainedAccount {
  readonly escrow: EscrowAccount
  /** Blocks since payments were settled last. */
  readonly blocks: bigint
  /** In the order the payments came; empty without an open payment. */
  readonly drains: readonly Drain[]
}

/** Accounts by owner and dseq. Made by `indexAccounts`, asked by `accountOf`. */
export type AccountIndex = Pick<DseqMap<DrainedAccount>, 'get'>

/** undefined where the account was not read. */
export function accountOf(
  accounts: AccountIndex | undefined,
  id: DeploymentId,
): DrainedAccount | undefined {
  return accounts?.get(id)
}

/**
 * The escrow accounts at a height, settlement not waited for: a payment is settled only when somebody asks for it, so what
 * the account says is as of `settledAt` (x/escrow; protocol D6). Needs the running leases; ended ones have no open payment.
 * Build it once; several metrics read it.
 */
export function indexAccounts(
  leases: readonly Lease[],
  deployments: readonly Deployment[],
  height: bigint,
): AccountIndex {
  const accounts = createDseqMap<AccountUnderWay>()
  for (const deployment of deployments) {
    const { escrow } = deployment
    if (escrow === undefined) continue
    const blocks = height > escrow.settledAt ? height - escrow.settledAt : 0n
    accounts.set(deployment, { escrow, blocks, drains: NO_DRAINS })
  }
  for (const { id, payment } of leases) {
    if (payment?.state !== 'open') continue
    const account = accounts.get(id)
    if (account !== undefined) addPayment(account, payment)
  }
  return accounts
}

/** Whether its funds are spent, though payments are not settled yet. What costs nothing never runs out. */
export function isOutOfFunds({ drains }: DrainedAccount): boolean {
  return drains.some(({ ratePerBlock, left }) => ratePerBlock > 0n && left <= 0n)
}

interface DrainUnderWay {
  readonly denom: string
  readonly funds: Dec
  ratePerBlock: Dec
  drained: Dec
  unsettled: Dec
  left: Dec
}

interface AccountUnderWay extends DrainedAccount {
  drains: readonly DrainUnderWay[]
}

const NO_DRAINS: readonly DrainUnderWay[] = []

function addPayment(account: AccountUnderWay, { rate, unsettled }: Payment): void {
  const drain = drainIn(account, rate.denom)
  const drained = rate.amount * account.blocks
  drain.ratePerBlock += rate.amount
  drain.drained += drained
  drain.left -= drained
  if (unsettled.amount !== 0n) drainIn(account, unsettled.denom).unsettled += unsettled.amount
}

function drainIn(account: AccountUnderWay, denom: string): DrainUnderWay {
  for (const drain of account.drains) if (drain.denom === denom) return drain
  let funds = 0n
  for (const each of account.escrow.funds) if (each.denom === denom) funds += each.amount
  const made = { denom, funds, ratePerBlock: 0n, drained: 0n, unsettled: 0n, left: funds }
  account.drains = [...account.drains, made]
  return made
}
