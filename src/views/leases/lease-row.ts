import { isRunning, type Lease, leaseKey, type ResourcedLease } from '../../domain/market/lease.ts'
import { exactGpu, formatGpuChoice } from '../../domain/market/metrics/gpu-kind.ts'
import {
  gpusOf,
  type ResourceSums,
  sumResources,
} from '../../domain/market/metrics/resource-sums.ts'
import type { LeasedResources } from '../../domain/market/resources.ts'

/** One lease of the list, with what filters and sorting ask of it worked out once. */
export interface LeaseRow {
  readonly lease: Lease
  readonly key: string
  /** undefined: it has ended, and what it held is on its own page. */
  readonly resources: LeasedResources | undefined
  /** undefined: what it holds is not known. */
  readonly sums: ResourceSums | undefined
  /** Vendor and model of each kind of GPU it holds, or the choice in words. */
  readonly gpuModels: readonly string[]
}

/** Makes rows of leases, and the same row of the same lease, so that a list that grows costs only what is new. */
export function createLeaseRows(): (lease: Lease | ResourcedLease) => LeaseRow {
  const made = new WeakMap<Lease, LeaseRow>()
  return (lease) => {
    const known = made.get(lease)
    if (known !== undefined) return known
    const row = toRow(lease)
    made.set(lease, row)
    return row
  }
}

function toRow(lease: Lease | ResourcedLease): LeaseRow {
  const resources = 'resources' in lease && isRunning(lease) ? lease.resources : undefined
  const isKnown = resources !== undefined && resources.from !== 'not-known'
  return {
    lease,
    key: leaseKey(lease.id),
    resources,
    sums: isKnown ? sumResources(resources) : undefined,
    gpuModels: isKnown ? gpuModelsOf(resources) : NO_MODELS,
  }
}

const NO_MODELS: readonly string[] = []

function gpuModelsOf({ units }: LeasedResources): readonly string[] {
  const withGpus = units.filter((unit) => gpusOf(unit) > 0n)
  if (withGpus.length === 0) return NO_MODELS
  return [
    ...new Set(
      withGpus.map((unit) => {
        const gpu = exactGpu(unit)
        return gpu === undefined ? formatGpuChoice(unit) : `${gpu.vendor} ${gpu.model}`
      }),
    ),
  ]
}
