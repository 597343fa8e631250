import type { ResourcedLease } from '../lease.ts'
import type { LeasedResources, ResourceUnit } from '../resources.ts'
import { addWhole, toWhole, type Whole } from './whole.ts'

/** All units of a lease together, each times its count. */
export interface ResourceSums {
  readonly cpuMillis: bigint
  readonly memoryBytes: bigint
  readonly ephemeralBytes: bigint
  readonly persistentBytes: bigint
  readonly gpus: bigint
}

/** The same for adding on. */
export type WholeSums = { readonly [Quantity in keyof ResourceSums]: Whole }

/** A lease with the sums of what it holds. */
export interface MeasuredLease {
  readonly lease: ResourcedLease
  readonly sums: WholeSums
}

/** Adds every lease up. Do it once; several metrics read it. */
export function measureLeases(running: readonly ResourcedLease[]): readonly MeasuredLease[] {
  return running.map((lease) => ({ lease, sums: sumWholes(lease.resources) }))
}

export function sumResources(resources: LeasedResources): ResourceSums {
  const { cpuMillis, memoryBytes, ephemeralBytes, persistentBytes, gpus } = sumWholes(resources)
  return {
    cpuMillis: BigInt(cpuMillis),
    memoryBytes: BigInt(memoryBytes),
    ephemeralBytes: BigInt(ephemeralBytes),
    persistentBytes: BigInt(persistentBytes),
    gpus: BigInt(gpus),
  }
}

/** @returns an object of its own */
function sumWholes(resources: LeasedResources): WholeSums {
  return createSummer()(resources)
}

/**
 * Sums for one lease after the other, in the same object each time: read them before the next. Ten thousand of their own
 * would each be collected again.
 */
export function createSummer(): (resources: LeasedResources) => WholeSums {
  const sums = { ...NOTHING }
  return (resources) => {
    let cpuMillis = 0
    let memoryBytes = 0
    let ephemeralBytes = 0
    let persistentBytes = 0
    let gpus = 0
    for (const unit of resources.units) {
      const { count } = unit
      cpuMillis += toSafe(unit.cpuMillis) * count
      memoryBytes += toSafe(unit.memoryBytes) * count
      if (unit.gpus !== 0n) gpus += toSafe(unit.gpus) * count
      for (const { bytes, isPersistent } of unit.storage) {
        if (isPersistent) persistentBytes += toSafe(bytes) * count
        else ephemeralBytes += toSafe(bytes) * count
      }
    }
    // Of sums of what is not below zero none was larger on the way.
    const most = Math.max(cpuMillis, memoryBytes, ephemeralBytes, persistentBytes, gpus)
    if (!(most <= Number.MAX_SAFE_INTEGER)) return sumLarge(resources)
    sums.cpuMillis = cpuMillis
    sums.memoryBytes = memoryBytes
    sums.ephemeralBytes = ephemeralBytes
    sums.persistentBytes = persistentBytes
    sums.gpus = gpus
    return sums
  }
}

/** The number; NaN where it is not exact, or below zero, which makes the sum NaN. */
function toSafe(value: bigint): number {
  const whole = toWhole(value)
  return typeof whole === 'number' && whole >= 0 ? whole : Number.NaN
}

/** The same of whatever size. */
function sumLarge({ units }: LeasedResources): WholeSums {
  let sums: WholeSums = NOTHING
  for (const unit of units) {
    const count = BigInt(unit.count)
    const storage = (isPersistent: boolean) =>
      unit.storage
        .filter((volume) => volume.isPersistent === isPersistent)
        .reduce((sum, { bytes }) => sum + bytes * count, 0n)
    sums = {
      cpuMillis: addWhole(sums.cpuMillis, unit.cpuMillis * count),
      memoryBytes: addWhole(sums.memoryBytes, unit.memoryBytes * count),
      ephemeralBytes: addWhole(sums.ephemeralBytes, storage(false)),
      persistentBytes: addWhole(sums.persistentBytes, storage(true)),
      gpus: addWhole(sums.gpus, unit.gpus * count),
    }
  }
  return sums
}

const NOTHING = {
  cpuMillis: 0,
  memoryBytes: 0,
  ephemeralBytes: 0,
  persistentBytes: 0,
  gpus: 0,
}

export function gpusOf(unit: ResourceUnit): bigint {
  return unit.gpus === 0n ? 0n : unit.gpus * BigInt(unit.count)
}
