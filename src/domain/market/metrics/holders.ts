import type { Dec } from '../../decimal.ts'
import type { DecAmount, ResourcedLease } from '../lease.ts'
import { compareText } from './compare-text.ts'
import { type Concentration, concentrate } from './concentration.ts'
import { entryOf } from './entry-of.ts'
import type { MeasuredLease, WholeSums } from './resource-sums.ts'
import { computeUsdValue, sumUsd, type UsdPrices } from './usd-value.ts'
import { addWhole, type Whole } from './whole.ts'

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
  const tally = createHolderTally(side)
  for (const { lease, sums } of running) tally.add(lease, sums)
  return tally.result()
}

/** The same lease by lease, each with the sums of what it holds. */
export function createHolderTally(side: 'provider' | 'owner') {
  const holders = new Map<string, HolderUnderWay>()
  return {
    add({ id, state, price, resources }: ResourcedLease, sums: WholeSums): void {
      const holder = entryOf(holders, side === 'owner' ? id.owner : id.provider, newHolder)
      holder.leases++
      if (state === 'reclaiming') holder.reclaiming++
      if (resources.from === 'not-known') holder.notKnown++
      holder.gpus = addWhole(holder.gpus, sums.gpus)
      holder.cpuMillis = addWhole(holder.cpuMillis, sums.cpuMillis)
      holder.memoryBytes = addWhole(holder.memoryBytes, sums.memoryBytes)
      const rate = rateIn(holder, price.denom)
      if (rate === undefined) {
        holder.runRate.push({ denom: price.denom, amount: price.amount })
        if (holder.runRate.length > 1) {
          holder.runRate.sort((a, b) => compareText(a.denom, b.denom))
        }
      } else rate.amount += price.amount
    },
    result: (): readonly Holder[] =>
      [...holders.values()]
        .sort((a, b) => b.leases - a.leases || compareText(a.name, b.name))
        .map(toHolder),
  }
}

/** Field by field, because of thousands a spread takes its time. */
function toHolder(holder: HolderUnderWay): Holder {
  const { name, leases, reclaiming, notKnown, gpus, cpuMillis, memoryBytes, runRate } = holder
  return {
    name,
    leases,
    reclaiming,
    notKnown,
    gpus: BigInt(gpus),
    cpuMillis: BigInt(cpuMillis),
    memoryBytes: BigInt(memoryBytes),
    runRate,
  }
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
  // Sorted by name once, and not for each that is weighed.
  const byName = holders.toSorted((a, b) => compareText(a.name, b.name))
  const weigh = (weight: (holder: Holder) => bigint) => concentrate(byName, weight)
  const denoms = new Set<string>()
  for (const { runRate } of holders) for (const { denom } of runRate) denoms.add(denom)
  const sorted = [...denoms].sort(compareText)
  const { parts, unpriced } = computeUsdValue(
    sorted.map((denom) => ({ denom, amount: 0n })),
    prices,
  )
  return {
    leases: weigh(({ leases }) => BigInt(leases)),
    gpus: weigh(({ gpus }) => gpus),
    runRate: sorted.map((denom) => ({
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

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

interface HolderUnderWay
  extends Mutable<Omit<Holder, 'runRate' | 'gpus' | 'cpuMillis' | 'memoryBytes'>> {
  gpus: Whole
  cpuMillis: Whole
  memoryBytes: Whole
  readonly runRate: { readonly denom: string; amount: Dec }[]
}

function newHolder(name: string): HolderUnderWay {
  return {
    name,
    leases: 0,
    reclaiming: 0,
    notKnown: 0,
    gpus: 0,
    cpuMillis: 0,
    memoryBytes: 0,
    runRate: [],
  }
}
