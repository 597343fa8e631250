import { type Draw, PURPOSE, pickByShare } from './draws.ts'
import { ERA } from './eras.ts'
import { type CatalogueGpu, GPU_CATALOGUE } from './gpu-catalogue.ts'

const GIB = 2 ** 30

/** What one group of a deployment runs. */
export interface Workload {
  readonly cpuMillis: number
  readonly memoryBytes: number
  readonly storageBytes: number
  /** 0: none. */
  readonly persistentBytes: number
  readonly gpus: number
  /** Place in the catalogue; undefined without GPUs. */
  readonly gpu: number | undefined
  /** Whether any model of the vendor will do. */
  readonly isAnyModel: boolean
  /** What it is worth, in millionths of a US dollar a block. */
  readonly price: number
}

/** vCPU, GiB of memory, GiB of storage. */
type Size = readonly [number, number, number]

const SIZES = [
  [[0.5, 1, 5], 0.3],
  [[1, 2, 10], 0.25],
  [[2, 4, 20], 0.2],
  [[4, 8, 50], 0.15],
  [[8, 32, 100], 0.07],
  [[16, 64, 500], 0.03],
] as const satisfies readonly (readonly [Size, number])[]

const GPU_COUNTS = [
  [1, 0.6],
  [2, 0.15],
  [4, 0.12],
  [8, 0.13],
] as const

/** Chance of each of the catalogue. */
const GPU_SHARES = [0.16, 0.16, 0.13, 0.12, 0.09, 0.1, 0.08, 0.08, 0.04, 0.04].map(
  (share, at) => [at, share] as const,
)

/** Millionths of a US dollar a block. */
const PRICE = { vcpu: 3.7, memoryGib: 1.85, storageGib: 0.05 }

const GPU_CHANCE = 0.3
const PERSISTENT_CHANCE = 0.2

/** @param thing number of the deployment's group */
export function workloadOf(draw: Draw, thing: number, createdAt: number): Workload {
  const [vcpu, memory, storage] = pickByShare<Size>(SIZES, draw(thing, PURPOSE.size), SIZES[0][0])
  const isGpu = createdAt >= ERA.stable && draw(thing, PURPOSE.gpu) < GPU_CHANCE
  const gpu = isGpu ? pickGpu(draw(thing, PURPOSE.gpuModel)) : undefined
  const gpus = isGpu ? pickByShare<number>(GPU_COUNTS, draw(thing, PURPOSE.gpuCount), 1) : 0
  // GPUs stand in machines that are worth them.
  const scale = isGpu ? 4 * gpus : 1
  const persistent = draw(thing, PURPOSE.storage) < PERSISTENT_CHANCE ? storage * 4 : 0
  const model: CatalogueGpu | undefined = gpu === undefined ? undefined : GPU_CATALOGUE[gpu]
  return {
    cpuMillis: vcpu * scale * 1000,
    memoryBytes: memory * scale * GIB,
    storageBytes: storage * GIB,
    persistentBytes: persistent * GIB,
    gpus,
    gpu,
    isAnyModel: isGpu && draw(thing, PURPOSE.anyModel) < 0.08,
    price:
      vcpu * scale * PRICE.vcpu +
      memory * scale * PRICE.memoryGib +
      (storage + persistent) * PRICE.storageGib +
      gpus * (model?.price ?? 0),
  }
}

function pickGpu(drawn: number): number {
  return pickByShare(GPU_SHARES, drawn, 0)
}
