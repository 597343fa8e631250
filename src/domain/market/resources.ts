/** A GPU as an attribute path names it: `vendor/nvidia/model/h100/ram/80Gi/interface/sxm`. */
export interface GpuModel {
  readonly vendor: string
  /** `*` where any will do. */
  readonly model: string
  readonly memory?: string | undefined
  readonly interface?: string | undefined
}

/** `akash.base.resources.v1beta4.Storage` */
export interface StorageVolume {
  readonly name: string
  readonly bytes: bigint
  readonly isPersistent: boolean
  /** `beta3`, `ram`; undefined: the provider's own. */
  readonly class?: string | undefined
}

/** One resource unit, `count` times. */
export interface ResourceUnit {
  readonly count: number
  /** 1,000 are one core. */
  readonly cpuMillis: bigint
  readonly memoryBytes: bigint
  readonly storage: readonly StorageVolume[]
  readonly gpus: bigint
  /** Empty without GPUs; more than one: the tenant took any of these. */
  readonly gpuModels: readonly GpuModel[]
}

/** What a lease holds. `bid`: what the provider offered, with the very GPU. `order`: what was asked for. */
export type LeasedResources =
  | { readonly from: 'bid' | 'order'; readonly units: readonly ResourceUnit[] }
  | { readonly from: 'not-known'; readonly units: readonly [] }
