import type { Dec } from '../../decimal.ts'
import type { ResourcedLease } from '../lease.ts'
import type { BlockTime } from '../market.ts'
import type { GpuModel, LeasedResources } from '../resources.ts'
import { amountPer, HOUR_MS, spanOf } from './block-span.ts'
import { compareText } from './compare-text.ts'
import { computeDistribution, type Distribution, mapDistribution } from './distribution.ts'
import { entryOf } from './entry-of.ts'
import { exactGpu } from './gpu-kind.ts'
import { createRecentEntries } from './recent-entries.ts'
import { gpusOf, type MeasuredLease, type WholeSums } from './resource-sums.ts'

/** What running leases pay for one unit, in one denomination's base units. CPU, memory and storage are in it. */
export interface UnitPrice {
  readonly denom: string
  /** How many units these leases have: GPUs, or thousandths of a vCPU. */
  readonly units: bigint
  readonly perBlock: Distribution
  /** undefined while the block time is not known. */
  readonly perHour: Distribution | undefined
}

export interface GpuPrice extends UnitPrice {
  readonly vendor: string
  readonly model: string
}

export interface GpuPrices {
  /** Most leases first. */
  readonly prices: readonly GpuPrice[]
  /** GPU leases that are in no price: several models, or a wildcard. */
  readonly mixed: number
  /** Leases whose resources are not known. */
  readonly notKnown: number
}

/** Price of a GPU by model, of running leases that have GPUs of one model only. */
export function computeGpuPrices(
  running: readonly MeasuredLease[],
  blockTime: BlockTime | undefined,
): GpuPrices {
  const tally = createGpuPriceTally()
  for (const { lease, sums } of running) tally.add(lease, sums)
  return tally.result(blockTime)
}

/** The same lease by lease, each with the sums of what it holds. */
export function createGpuPriceTally() {
  const groups: (Samples & { readonly vendor: string; readonly model: string })[] = []
  // Not by one text of the three: to make so many texts takes longer than to look up three.
  const byVendor = new Map<string, Map<string, Map<string, Samples>>>()
  let mixed = 0
  let notKnown = 0
  return {
    add({ resources, price }: ResourcedLease, sums: WholeSums): void {
      if (resources.from === 'not-known') {
        notKnown++
        return
      }
      if (sums.gpus === 0) return
      const found = oneGpuModel(resources)
      if (found === undefined) {
        mixed++
        return
      }
      const { vendor, model } = found
      const byModel = entryOf(byVendor, vendor, () => new Map())
      const byDenom = entryOf(byModel, model, () => new Map())
      const samples = entryOf(byDenom, price.denom, (denom) => {
        const group = { vendor, model, ...noSamples(denom) }
        groups.push(group)
        return group
      })
      const gpus = BigInt(sums.gpus)
      addSample(samples, price.amount / gpus, gpus)
    },
    result(blockTime: BlockTime | undefined): GpuPrices {
      const prices = groups.map((group) => {
        const { vendor, model } = group
        return { vendor, model, ...toUnitPrice(group, blockTime) }
      })
      return {
        prices: prices.toSorted(
          (a, b) =>
            countOf(b) - countOf(a) ||
            compareText(a.model, b.model) ||
            compareText(a.vendor, b.vendor) ||
            compareText(a.denom, b.denom),
        ),
        mixed,
        notKnown,
      }
    },
  }
}

export interface CpuPrices {
  /** Per vCPU (1,000 milli-CPU), most leases first. */
  readonly prices: readonly UnitPrice[]
  /** Leases whose resources are not known. */
  readonly notKnown: number
}

/** Price of a vCPU, of running leases without GPUs. */
export function computeCpuPrices(
  running: readonly MeasuredLease[],
  blockTime: BlockTime | undefined,
): CpuPrices {
  const tally = createCpuPriceTally()
  for (const { lease, sums } of running) tally.add(lease, sums)
  return tally.result(blockTime)
}

/** The same lease by lease, each with the sums of what it holds. */
export function createCpuPriceTally() {
  const groups = createRecentEntries(noSamples)
  let notKnown = 0
  return {
    add({ resources, price }: ResourcedLease, { gpus, cpuMillis }: WholeSums): void {
      if (resources.from === 'not-known') {
        notKnown++
        return
      }
      if (gpus !== 0 || cpuMillis === 0) return
      const units = BigInt(cpuMillis)
      addSample(groups.of(price.denom), (price.amount * 1_000n) / units, units)
    },
    result(blockTime: BlockTime | undefined): CpuPrices {
      const prices = groups.values().map((group) => toUnitPrice(group, blockTime))
      return {
        prices: prices.toSorted((a, b) => countOf(b) - countOf(a) || compareText(a.denom, b.denom)),
        notKnown,
      }
    },
  }
}

interface Samples {
  readonly denom: string
  units: bigint
  readonly values: Dec[]
}

function noSamples(denom: string): Samples {
  return { denom, units: 0n, values: [] }
}

function addSample(samples: Samples, value: Dec, units: bigint): void {
  samples.values.push(value)
  samples.units += units
}

function toUnitPrice({ denom, units, values }: Samples, blockTime: BlockTime | undefined) {
  const span = spanOf(blockTime)
  const perBlock = computeDistribution(values)
  const perHour =
    span === undefined
      ? undefined
      : mapDistribution(perBlock, (value) => amountPer(HOUR_MS, value, span))
  return { denom, units, perBlock, perHour }
}

function countOf({ perBlock }: UnitPrice): number {
  return perBlock.kind === 'none' ? 0 : perBlock.count
}

/** The one GPU model of a lease, whatever its memory and interface; undefined where there are several, or any will do. */
function oneGpuModel({ units }: LeasedResources): GpuModel | undefined {
  let found: GpuModel | undefined
  for (const unit of units) {
    if (gpusOf(unit) === 0n) continue
    const gpu = exactGpu(unit)
    if (gpu === undefined) return undefined
    if (found !== undefined && (found.vendor !== gpu.vendor || found.model !== gpu.model)) {
      return undefined
    }
    found = gpu
  }
  return found
}
