import type { GpuModel, LeasedResources, ResourceUnit } from '../resources.ts'
import { compareText } from './compare-text.ts'
import { exactGpu, formatGpu, formatGpuChoice } from './gpu-kind.ts'
import { gpusOf, type MeasuredLease } from './resource-sums.ts'

/** GPUs that share a word of their name. */
export interface GpuCount {
  /** undefined: the path does not say. */
  readonly value: string | undefined
  readonly gpus: bigint
  /** Leases with at least one of them. */
  readonly leases: number
}

/** GPUs of one vendor, model, memory and interface. */
export interface GpuKindCount extends GpuCount {
  /** In words: `nvidia h100 80Gi sxm`. */
  readonly value: string
  readonly gpu: GpuModel
}

export interface LeasedTotals {
  readonly leases: number
  /** Leases by where their resources are known from. */
  readonly from: Readonly<Record<LeasedResources['from'], number>>
  readonly cpuMillis: bigint
  readonly memoryBytes: bigint
  readonly ephemeralBytes: bigint
  readonly persistentBytes: bigint
  readonly gpus: bigint
  /** Leases with at least one GPU. */
  readonly gpuLeases: number
  /** GPUs whose very model is known, most first. They and `anyOf` sum up to `gpus`. */
  readonly kinds: readonly GpuKindCount[]
  readonly byVendor: readonly GpuCount[]
  readonly byModel: readonly GpuCount[]
  readonly byMemory: readonly GpuCount[]
  readonly byInterface: readonly GpuCount[]
  /** GPUs of which only a choice is known, by its words. */
  readonly anyOf: readonly GpuCount[]
}

/** Whether anything is known of what leases hold. Where nothing is, their sums are zero and say nothing. */
export function isHoldingKnown({ leases, from }: Pick<LeasedTotals, 'leases' | 'from'>): boolean {
  return leases === 0 || from['not-known'] < leases
}

/** What all the leases hold together. Of leases whose resources are not known nothing is counted. */
export function computeLeasedResources(running: readonly MeasuredLease[]): LeasedTotals {
  const from = { bid: 0, order: 0, 'not-known': 0 }
  const totals = { cpuMillis: 0n, memoryBytes: 0n, ephemeralBytes: 0n, persistentBytes: 0n }
  let gpus = 0n
  let gpuLeases = 0
  const holdings = createHoldings()
  for (const { lease, sums } of running) {
    from[lease.resources.from]++
    totals.cpuMillis += sums.cpuMillis
    totals.memoryBytes += sums.memoryBytes
    totals.ephemeralBytes += sums.ephemeralBytes
    totals.persistentBytes += sums.persistentBytes
    if (sums.gpus === 0n) continue
    gpus += sums.gpus
    gpuLeases++
    holdings.add(lease.resources)
  }
  return { leases: running.length, from, ...totals, gpus, gpuLeases, ...holdings.counts() }
}

/** GPUs of one kind, or one choice, under way. */
interface Holding {
  /** In words. */
  readonly value: string
  /** undefined: only a choice is known. */
  readonly gpu: GpuModel | undefined
  gpus: bigint
  /** Leases with GPUs of this holding alone. */
  leases: number
}

/** Counts GPUs of leases by kind. The rest is derived from the kinds, of which there are few. */
function createHoldings() {
  const byPath = new Map<string, Holding>()
  /** What leases hold that have GPUs of more than one kind. */
  const mixtures: (readonly Holding[])[] = []

  const holdingOf = (unit: ResourceUnit): Holding => {
    const gpu = exactGpu(unit)
    const path = gpu === undefined ? formatGpuChoice(unit) : gpuPath(gpu)
    const known = byPath.get(path)
    if (known !== undefined) return known
    const value = gpu === undefined ? path : formatGpu(gpu)
    const made = { value, gpu, gpus: 0n, leases: 0 }
    byPath.set(path, made)
    return made
  }
  const countBy = (wordOf: (holding: Holding) => Word): readonly GpuCount[] => {
    const counts = new Map<string | undefined, { gpus: bigint; leases: number }>()
    for (const holding of byPath.values()) {
      const word = wordOf(holding)
      if (word === NOT_COUNTED) continue
      const { gpus, leases } = counts.get(word) ?? { gpus: 0n, leases: 0 }
      counts.set(word, { gpus: gpus + holding.gpus, leases: leases + holding.leases })
    }
    for (const mixture of mixtures) {
      for (const word of new Set(mixture.map(wordOf))) {
        if (word === NOT_COUNTED) continue
        const count = counts.get(word)
        if (count !== undefined) count.leases++
      }
    }
    return [...counts].map(([value, count]) => ({ value, ...count })).toSorted(compareCounts)
  }
  const exactly = (wordOf: (gpu: GpuModel) => string | undefined) =>
    countBy(({ gpu }) => (gpu === undefined ? NOT_COUNTED : wordOf(gpu)))

  return {
    add({ units }: LeasedResources): void {
      const found: Holding[] = []
      for (const unit of units) {
        const count = gpusOf(unit)
        if (count === 0n) continue
        const holding = holdingOf(unit)
        holding.gpus += count
        if (!found.includes(holding)) found.push(holding)
      }
      const [first] = found
      if (found.length > 1) mixtures.push(found)
      else if (first !== undefined) first.leases++
    },
    counts: () => ({
      kinds: exactly(gpuPath)
        .flatMap((count): GpuKindCount[] => {
          const holding = byPath.get(count.value ?? '')
          if (holding?.gpu === undefined) return []
          return [{ ...count, value: holding.value, gpu: holding.gpu }]
        })
        // Again, for the words are not in the order of the paths.
        .toSorted(compareCounts),
      byVendor: exactly(({ vendor }) => vendor),
      byModel: exactly(({ model }) => model),
      byMemory: exactly(({ memory }) => memory),
      byInterface: exactly((gpu) => gpu.interface),
      anyOf: countBy(({ gpu, value }) => (gpu === undefined ? value : NOT_COUNTED)),
    }),
  }
}

const NOT_COUNTED = Symbol('not counted')
type Word = string | undefined | typeof NOT_COUNTED

/** No part of a path has a slash in it, so no two GPUs share one, and no choice in words is one. */
function gpuPath({ vendor, model, memory = '', interface: socket = '' }: GpuModel): string {
  return `${vendor}/${model}/${memory}/${socket}`
}

/** Most GPUs first, equal ones by word. */
function compareCounts(a: GpuCount, b: GpuCount): number {
  if (a.gpus !== b.gpus) return a.gpus > b.gpus ? -1 : 1
  return compareText(a.value ?? '', b.value ?? '')
}
