import type { GpuModel, LeasedResources, ResourceUnit } from '../resources.ts'
import { compareText } from './compare-text.ts'
import { entryOf } from './entry-of.ts'
import { exactGpu, formatGpu, formatGpuChoice } from './gpu-kind.ts'
import { gpusOf, type MeasuredLease, type WholeSums } from './resource-sums.ts'
import { addWhole, type Whole } from './whole.ts'

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
  const tally = createResourceTally()
  for (const { lease, sums } of running) tally.add(lease.resources, sums)
  return tally.result()
}

/** The same lease by lease, each with the sums of what it holds. */
export function createResourceTally() {
  const from = { bid: 0, order: 0, 'not-known': 0 }
  const holdings = createHoldings()
  let cpuMillis: Whole = 0
  let memoryBytes: Whole = 0
  let ephemeralBytes: Whole = 0
  let persistentBytes: Whole = 0
  let gpus: Whole = 0
  let leases = 0
  let gpuLeases = 0
  return {
    add(resources: LeasedResources, sums: WholeSums): void {
      leases++
      from[resources.from]++
      cpuMillis = addWhole(cpuMillis, sums.cpuMillis)
      memoryBytes = addWhole(memoryBytes, sums.memoryBytes)
      ephemeralBytes = addWhole(ephemeralBytes, sums.ephemeralBytes)
      persistentBytes = addWhole(persistentBytes, sums.persistentBytes)
      if (sums.gpus === 0) return
      gpus = addWhole(gpus, sums.gpus)
      gpuLeases++
      holdings.add(resources)
    },
    result: (): LeasedTotals => ({
      leases,
      from,
      cpuMillis: BigInt(cpuMillis),
      memoryBytes: BigInt(memoryBytes),
      ephemeralBytes: BigInt(ephemeralBytes),
      persistentBytes: BigInt(persistentBytes),
      gpus: BigInt(gpus),
      gpuLeases,
      ...holdings.counts(),
    }),
  }
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

interface KindHolding extends Holding {
  readonly gpu: GpuModel
}

/** Counts GPUs of leases by kind. The rest is derived from the kinds, of which there are few. */
function createHoldings() {
  const holdings: Holding[] = []
  /** Very GPUs by their model, of which there are few that differ otherwise: to make a text of each takes longer. */
  const byModel = new Map<string, KindHolding[]>()
  /** Choices by their words. */
  const byChoice = new Map<string, Holding>()
  /** What leases hold that have GPUs of more than one kind. */
  const mixtures: (readonly Holding[])[] = []

  const kindOf = (gpu: GpuModel): Holding => {
    const kinds = entryOf(byModel, gpu.model, (): KindHolding[] => [])
    for (const kind of kinds) if (isSameGpu(kind.gpu, gpu)) return kind
    const made = { value: formatGpu(gpu), gpu, gpus: 0n, leases: 0 }
    kinds.push(made)
    holdings.push(made)
    return made
  }
  const choiceOf = (unit: ResourceUnit): Holding =>
    entryOf(byChoice, formatGpuChoice(unit), (value) => {
      const made = { value, gpu: undefined, gpus: 0n, leases: 0 }
      holdings.push(made)
      return made
    })
  const holdingOf = (unit: ResourceUnit): Holding => {
    const gpu = exactGpu(unit)
    return gpu === undefined ? choiceOf(unit) : kindOf(gpu)
  }
  const countBy = (wordOf: (holding: Holding) => Word): readonly GpuCount[] => {
    const counts = new Map<string | undefined, { gpus: bigint; leases: number }>()
    for (const holding of holdings) {
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

  const kindCounts = (): readonly GpuKindCount[] => {
    const byPath = new Map(
      [...byModel.values()].flat().map((holding) => [gpuPath(holding.gpu), holding]),
    )
    return exactly(gpuPath).flatMap(({ value = '', ...count }) => {
      const holding = byPath.get(value)
      return holding === undefined ? [] : [{ ...count, value: holding.value, gpu: holding.gpu }]
    })
  }

  return {
    add({ units }: LeasedResources): void {
      let first: Holding | undefined
      let mixture: Holding[] | undefined
      for (const unit of units) {
        const count = gpusOf(unit)
        if (count === 0n) continue
        const holding = holdingOf(unit)
        holding.gpus += count
        if (first === undefined) first = holding
        else if (mixture !== undefined) mixture.push(holding)
        else if (holding !== first) mixture = [first, holding]
      }
      if (mixture !== undefined) mixtures.push([...new Set(mixture)])
      else if (first !== undefined) first.leases++
    },
    counts: () => ({
      // Again, for the words are not in the order of the paths.
      kinds: kindCounts().toSorted(compareCounts),
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

function isSameGpu(a: GpuModel, b: GpuModel): boolean {
  return (
    a.vendor === b.vendor &&
    a.model === b.model &&
    (a.memory ?? '') === (b.memory ?? '') &&
    (a.interface ?? '') === (b.interface ?? '')
  )
}

/** No part of a path has a slash in it, so no two GPUs share one, and no choice in words is one. */
function gpuPath({ vendor, model, memory = '', interface: socket = '' }: GpuModel): string {
  return `${vendor}/${model}/${memory}/${socket}`
}

/** Most GPUs first, equal ones by word. */
function compareCounts(a: GpuCount, b: GpuCount): number {
  if (a.gpus !== b.gpus) return a.gpus > b.gpus ? -1 : 1
  return compareText(a.value ?? '', b.value ?? '')
}
