import type { Dec } from '../../decimal.ts'
import type { DecAmount } from '../lease.ts'
import { compareText } from './compare-text.ts'
import { type Concentration, computeConcentration } from './concentration.ts'
import { entryOf } from './entry-of.ts'
import type { MeasuredLease } from './resource-sums.ts'
import { computeUsdValue, sumUsd, type UsdPrices } from './usd-value.ts'

/** A provider or a tenant with what of it runs. */
export interface Holder {
  readonly name: string
  /** Active and reclaiming. */
  readonly leases: number
  readonly reclaiming: number
  /** Leases whose resources are not known: not in the sums of resources. */
  readonly notKnown: number
  readonly gpus: bigint
  readonly cpuMillis: bigint
  readonly memoryBytes: bigint
  /** Per block. */
  readonly runRate: readonly DecAmount[]
}

/** Providers, or tenants (`owner`), of running leases: most leases first. */
export function computeHolders(
  running: readonly MeasuredLease[],
  side: 'provider' | 'owner',
): readonly Holder[] {
  const holders = new Map<string, HolderUnderWay>()
  for (const { lease, sums } of running) {
    const { id, state, price, resources } = lease
    const name = id[side]
    const holder = entryOf(holders, name, newHolder)
    holder.leases++
    if (state === 'reclaiming') holder.reclaiming++
    if (resources.from === 'not-known') holder.notKnown++
    holder.gpus += sums.gpus
    holder.cpuMillis += sums.cpuMillis
    holder.memoryBytes += sums.memoryBytes
    const rate = rateIn(holder, price.denom)
    if (rate === undefined) {
      holder.runRate.push({ denom: price.denom, amount: price.amount })
      holder.runRate.sort((a, b) => compareText(a.denom, b.denom))
    } else rate.amount += price.amount
  }
  return [...holders.values()].sort((a, b) => b.leases - a.leases || compareText(a.name, b.name))
}

function rateIn<Rate extends DecAmount>(
  { runRate }: { readonly runRate: readonly Rate[] },
  denom: string,
): Rate | undefined {
  for (const rate of runRate) if (rate.denom === denom) return rate
  return undefined
}

/** How concentrated the market is on one side. */
export interface SideConcentration {
  readonly leases: Concentration
  /** Among those with GPUs; leases whose resources are not known are left out. */
  readonly gpus: Concentration
  /** One for each denomination of a price. */
  readonly runRate: readonly { readonly denom: string; readonly concentration: Concentration }[]
  /** All priced denominations together in dollars, and which they are. */
  readonly runRateUsd: {
    readonly concentration: Concentration
    readonly counted: readonly string[]
    readonly leftOut: readonly string[]
  }
}

/** Concentration among holders by leases, GPUs and run-rate. */
export function computeSideConcentration(
  holders: readonly Holder[],
  prices: UsdPrices,
): SideConcentration {
  const weigh = (weight: (holder: Holder) => bigint) =>
    computeConcentration(holders.map((holder) => ({ name: holder.name, weight: weight(holder) })))
  const denoms = [
    ...new Set(holders.flatMap(({ runRate }) => runRate.map(({ denom }) => denom))),
  ].toSorted(compareText)
  const { parts, unpriced } = computeUsdValue(
    denoms.map((denom) => ({ denom, amount: 0n })),
    prices,
  )
  return {
    leases: weigh(({ leases }) => BigInt(leases)),
    gpus: weigh(({ gpus }) => gpus),
    runRate: denoms.map((denom) => ({
      denom,
      concentration: weigh((holder) => rateIn(holder, denom)?.amount ?? 0n),
    })),
    runRateUsd: {
      concentration: weigh(({ runRate }) => sumUsd(runRate, prices)),
      counted: parts.map(({ denom }) => denom),
      leftOut: unpriced.map(({ denom }) => denom),
    },
  }
}

type HolderUnderWay = { -readonly [Key in keyof Omit<Holder, 'runRate'>]: Holder[Key] } & {
  readonly runRate: { readonly denom: string; amount: Dec }[]
}

function newHolder(name: string): HolderUnderWay {
  return {
    name,
    leases: 0,
    reclaiming: 0,
    notKnown: 0,
    gpus: 0n,
    cpuMillis: 0n,
    memoryBytes: 0n,
    runRate: [],
  }
}
