import type { ResourcedLease } from '../lease.ts'
import type { LeasedResources, ResourceUnit } from '../resources.ts'

/** All units of a lease together, each times its count. */
export interface ResourceSums {
  readonly cpuMillis: bigint
  readonly memoryBytes: bigint
  readonly ephemeralBytes: bigint
  readonly persistentBytes: bigint
  readonly gpus: bigint
}

/** A lease with the sums of what it holds. */
export interface MeasuredLease {
  readonly lease: ResourcedLease
  readonly sums: ResourceSums
}

/** Adds every lease up. Do it once; several metrics read it. */
export function measureLeases(running: readonly ResourcedLease[]): readonly MeasuredLease[] {
  return running.map((lease) => ({ lease, sums: sumResources(lease.resources) }))
}

export function sumResources({ units }: LeasedResources): ResourceSums {
  let cpuMillis = 0n
  let memoryBytes = 0n
  let ephemeralBytes = 0n
  let persistentBytes = 0n
  let gpus = 0n
  for (const unit of units) {
    const count = BigInt(unit.count)
    cpuMillis += unit.cpuMillis * count
    memoryBytes += unit.memoryBytes * count
    if (unit.gpus !== 0n) gpus += unit.gpus * count
    for (const { bytes, isPersistent } of unit.storage) {
      if (isPersistent) persistentBytes += bytes * count
      else ephemeralBytes += bytes * count
    }
  }
  return { cpuMillis, memoryBytes, ephemeralBytes, persistentBytes, gpus }
}

export function gpusOf(unit: ResourceUnit): bigint {
  return unit.gpus === 0n ? 0n : unit.gpus * BigInt(unit.count)
}
