import { DEC_ONE, type Dec, formatDec } from '../../decimal.ts'
import type { DecAmount } from '../lease.ts'
import type { OraclePrice } from '../market.ts'

const AXL_USDC = 'ibc/170C677610AC31DF0904FFE09CD3B5C657492170E7E52372E48756B71E56F2F1'

/** Why an amount counts for so many dollars. */
export type UsdBasis =
  /** 1 ACT = 1 USD, which is how the module itself counts (AEP-76). */
  | { readonly kind: 'protocol' }
  | { readonly kind: 'oracle'; readonly price: Dec; readonly time: Date | undefined }
  /** Somebody assumed it; the chain does not say. */
  | { readonly kind: 'assumption'; readonly price: Dec }

/** What one needs to put dollars to amounts. */
export interface UsdPrices {
  /** undefined: not read, or the chain has none. */
  readonly oracle: OraclePrice | undefined
  /** USD per axlUSDC, where the reader assumes one; undefined: none is assumed. */
  readonly axlUsdc: Dec | undefined
}

export interface UsdPart extends DecAmount {
  readonly usd: Dec
  readonly basis: UsdBasis
}

export interface UnpricedPart extends DecAmount {
  readonly why: 'unknown-denomination' | 'no-oracle-price' | 'oracle-unhealthy' | 'not-assumed'
}

/** Amounts in dollars, each with its ground, and those no dollars can be put to. */
export interface UsdValue {
  readonly parts: readonly UsdPart[]
  readonly unpriced: readonly UnpricedPart[]
  /** Sum of `parts`: say of which grounds, and what is not in it. undefined without parts. */
  readonly sum: Dec | undefined
}

/** Puts dollars to amounts in base units, by the ground each denomination has. */
export function computeUsdValue(amounts: readonly DecAmount[], prices: UsdPrices): UsdValue {
  const parts: UsdPart[] = []
  const unpriced: UnpricedPart[] = []
  let sum: Dec | undefined
  for (const { denom, amount } of amounts) {
    const ground = groundOf(denom, prices)
    if (ground.kind === 'none') {
      unpriced.push({ denom, amount, why: ground.why })
      continue
    }
    const usd = toUsd(amount, ground)
    parts.push({ denom, amount, usd, basis: ground })
    sum = (sum ?? 0n) + usd
  }
  return { parts, unpriced, sum }
}

/** The sum alone, zero where no dollars can be put to any of them. */
export function sumUsd(amounts: readonly DecAmount[], prices: UsdPrices): Dec {
  let sum = 0n
  for (const { denom, amount } of amounts) {
    const ground = groundOf(denom, prices)
    if (ground.kind !== 'none') sum += toUsd(amount, ground)
  }
  return sum
}

/** `1 ACT = 1 USD by the protocol`, `1 AKT = 0.453095625780736961 USD by the chain’s oracle (TWAP)`. */
export function describeUsdBasis(basis: UsdBasis): string {
  switch (basis.kind) {
    case 'protocol':
      return '1 ACT = 1 USD by the protocol'
    case 'oracle':
      return `1 AKT = ${trimmed(basis.price)} USD by the chain’s oracle (TWAP)`
    case 'assumption':
      return `1 axlUSDC = ${trimmed(basis.price)} USD by assumption`
  }
}

function trimmed(price: Dec): string {
  return formatDec(price).replace(/\.?0+$/, '')
}

type Ground = UsdBasis | { readonly kind: 'none'; readonly why: UnpricedPart['why'] }

function groundOf(denom: string, { oracle, axlUsdc }: UsdPrices): Ground {
  switch (denom) {
    case 'uact':
      return { kind: 'protocol' }
    case 'uakt':
      if (oracle === undefined) return { kind: 'none', why: 'no-oracle-price' }
      if (!oracle.isHealthy) return { kind: 'none', why: 'oracle-unhealthy' }
      if (oracle.twap <= 0n) return { kind: 'none', why: 'no-oracle-price' }
      // The time-weighted price is the one akash.bme.v1 counts its collateral by.
      return { kind: 'oracle', price: oracle.twap, time: oracle.time }
    case AXL_USDC:
      return axlUsdc === undefined
        ? { kind: 'none', why: 'not-assumed' }
        : { kind: 'assumption', price: axlUsdc }
    default:
      return { kind: 'none', why: 'unknown-denomination' }
  }
}

/** Base units of each of the three are millionths. */
const UNITS = 10n ** 6n

function toUsd(amount: Dec, basis: UsdBasis): Dec {
  return basis.kind === 'protocol' ? amount / UNITS : (amount * basis.price) / (DEC_ONE * UNITS)
}
