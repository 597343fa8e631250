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
  const ledger = createAccountLedger(deployments, height)
  for (const lease of leases) ledger.charge(lease)
  return ledger
}

/** Accounts to which leases are charged one by one; an account is whole when all leases are. */
export interface AccountLedger extends AccountIndex {
  /** Adds an open payment to the account of its deployment. @returns the account, where it was read */
  readonly charge: (lease: Lease) => DrainedAccount | undefined
  /** Of each deployment, in the order these came. */
  readonly ofDeployments: readonly (DrainedAccount | undefined)[]
}

/** The accounts as they were settled last, no lease charged yet. */
export function createAccountLedger(
  deployments: readonly Deployment[],
  height: bigint,
): AccountLedger {
  const accounts = createDseqMap<AccountUnderWay>()
  const ofDeployments = deployments.map((deployment) => {
    const { escrow } = deployment
    if (escrow === undefined) return undefined
    const blocks = height > escrow.settledAt ? height - escrow.settledAt : 0n
    const account: AccountUnderWay = { escrow, blocks, drains: NO_DRAINS }
    accounts.set(deployment, account)
    return account
  })
  return {
    get: accounts.get,
    charge({ id, payment }) {
      const account = accounts.get(id)
      if (account !== undefined && payment?.state === 'open') addPayment(account, payment)
      return account
    },
    ofDeployments,
  }
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
  account.drains = account.drains === NO_DRAINS ? [made] : [...account.drains, made]
  return made
}
