import { findDenomination } from '../../domain/amount.ts'
import { type Dec, parseDec } from '../../domain/decimal.ts'
import type { LeaseClosedReason } from '../../domain/market/lease.ts'
import type { BlockTime } from '../../domain/market/market.ts'
import { DAY_MS, spanOf } from '../../domain/market/metrics/block-span.ts'
import { leaseAge } from '../../domain/market/metrics/lease-age.ts'
import type { LeaseRow } from './lease-row.ts'

/** States that a reader can ask for. */
export const LEASE_STATES = ['active', 'reclaiming', 'insufficient_funds', 'closed'] as const
export type AskedState = (typeof LEASE_STATES)[number]

export const CLOSE_REASONS = [
  'lease_closed_invalid',
  'lease_closed_owner',
  'lease_closed_reason_unstable',
  'lease_closed_reason_decommission',
  'lease_closed_reason_unspecified',
  'lease_closed_reason_manifest_timeout',
  'lease_closed_reason_insufficient_funds',
] as const satisfies readonly LeaseClosedReason[]

/** Texts are as the reader typed them; an empty one asks for nothing. */
export interface LeaseFilter {
  /** Empty: what runs, or what has ended where a reason is asked for. */
  readonly states: readonly AskedState[]
  /** The number of the deployment, or, where none has that number, the digits it begins with. */
  readonly dseq: string
  /** Part of the address. */
  readonly tenant: string
  readonly provider: string
  readonly denom: string
  /** Per block, in the unit people use; heard only beside a denomination, for prices in two do not compare. */
  readonly minPrice: string
  readonly maxPrice: string
  /** `with`, `without`, or a model as rows name it. */
  readonly gpu: string
  /** Age, of ended leases how long they ran: at least, and at most, so many days. */
  readonly minDays: string
  readonly maxDays: string
  readonly reason: LeaseClosedReason | ''
}

export const EVERY_LEASE: LeaseFilter = {
  states: [],
  dseq: '',
  tenant: '',
  provider: '',
  denom: '',
  minPrice: '',
  maxPrice: '',
  gpu: '',
  minDays: '',
  maxDays: '',
  reason: '',
}

/** The states a filter means. */
function statesOf({ states, reason }: LeaseFilter): readonly AskedState[] {
  if (states.length > 0) return states
  return reason === '' ? ['active', 'reclaiming'] : ['insufficient_funds', 'closed']
}

/** Whether it takes reading what has ended. */
export function wantsEnded(filter: LeaseFilter): boolean {
  return statesOf(filter).some((state) => state === 'insufficient_funds' || state === 'closed')
}

/** What rows are held against besides themselves. */
export interface FilterGround {
  readonly height: bigint
  readonly blockTime: BlockTime | undefined
  /** Whether a deployment has the very number that is asked for, as `isDeploymentAmong` finds: then it alone is meant. */
  readonly isDseqWhole: boolean
}

/** Whether a row is of the deployment that has the very number a reader typed, its thousands set apart or not. */
export function isDeploymentAmong(typed: string, rows: readonly LeaseRow[]): boolean {
  const digits = digitsOf(typed)
  if (!/^[1-9]\d{0,19}$/.test(digits)) return false
  const dseq = BigInt(digits)
  return rows.some(({ lease }) => lease.id.dseq === dseq)
}

/** A test of rows, with all that can be worked out beforehand worked out. */
export function compileLeaseFilter(
  filter: LeaseFilter,
  { height, blockTime, isDseqWhole }: FilterGround,
): (row: LeaseRow) => boolean {
  const states = new Set<string>(statesOf(filter))
  const tests: ((row: LeaseRow) => boolean)[] = [({ lease }) => states.has(lease.state)]
  const tenant = filter.tenant.trim().toLowerCase()
  const provider = filter.provider.trim().toLowerCase()
  if (tenant !== '') tests.push(({ lease }) => lease.id.owner.includes(tenant))
  if (provider !== '') tests.push(({ lease }) => lease.id.provider.includes(provider))
  if (filter.dseq.trim() !== '') {
    const dseq = digitsOf(filter.dseq)
    tests.push(({ lease }) => {
      const number = lease.id.dseq.toString()
      return isDseqWhole ? number === dseq : dseq !== '' && number.startsWith(dseq)
    })
  }
  const { denom, gpu, reason } = filter
  if (denom !== '') {
    tests.push(({ lease }) => lease.price.denom === denom)
    const least = parsePrice(filter.minPrice, denom)
    const most = parsePrice(filter.maxPrice, denom)
    if (least !== undefined) tests.push(({ lease }) => lease.price.amount >= least)
    if (most !== undefined) tests.push(({ lease }) => lease.price.amount <= most)
  }
  if (gpu === 'with') tests.push(({ sums }) => sums !== undefined && sums.gpus > 0n)
  else if (gpu === 'without') tests.push(({ sums }) => sums?.gpus === 0n)
  else if (gpu !== '') tests.push(({ gpuModels }) => gpuModels.includes(gpu))
  if (reason !== '') tests.push(({ lease }) => lease.reason === reason)
  const least = daysToBlocks(filter.minDays, blockTime)
  const most = daysToBlocks(filter.maxDays, blockTime)
  if (least !== undefined || most !== undefined) {
    tests.push(({ lease }) => {
      const age = leaseAge(lease, height)
      if (age === undefined) return false
      return (least === undefined || age >= least) && (most === undefined || age <= most)
    })
  }
  return (row) => tests.every((test) => test(row))
}

/** A typed number without what sets its thousands apart; letters stay, for no number has them. */
function digitsOf(typed: string): string {
  return typed.replaceAll(/[^\p{L}\d]/gu, '')
}

/** Base units of a price typed in the unit people use; undefined: not a price. */
function parsePrice(text: string, denom: string): Dec | undefined {
  const amount = parseDec(text.trim())
  if (amount === undefined) return undefined
  return amount * 10n ** BigInt(findDenomination(denom)?.exponent ?? 0)
}

/** undefined: no number of days, or the time of a block is not known. */
function daysToBlocks(text: string, blockTime: BlockTime | undefined): bigint | undefined {
  const days = parseDec(text.trim())
  const span = spanOf(blockTime)
  if (days === undefined || days < 0n || span === undefined) return undefined
  return (days * DAY_MS * span.blocks) / (span.ms * 10n ** 18n)
}
