import type { GpuModel, ResourceUnit, StorageVolume } from '../../domain/market/resources.ts'
import { createRecentMessages, type WireReader } from './wire-reader.ts'

/** What a unit has `count` of. */
export type UnitResources = Omit<ResourceUnit, 'count'>

interface Attribute {
  readonly key: string
  readonly value: string
}

/** A unit that names nothing. */
export const NO_RESOURCES: UnitResources = {
  cpuMillis: 0n,
  memoryBytes: 0n,
  storage: [],
  gpus: 0n,
  gpuModels: [],
}

const recent = createRecentMessages<UnitResources>()

/**
 * A field of akash.base.resources.v1beta4 `Resources`. Deployments are made from the same few files, and all bids on an
 * order offer the same, so most of these were read before.
 * @throws {WireError|RangeError} as `readResources`
 */
export function readResourcesField(wire: WireReader): UnitResources {
  return wire.recurring(recent, readResources)
}

/**
 * akash.base.resources.v1beta4 `Resources`. An absent quantity is none of it: a unit without GPUs has no GPU part.
 * @throws {WireError}
 * @throws {RangeError} on a quantity that is no number: leaving it out would show less than there is
 */
function readResources(wire: WireReader): UnitResources {
  let cpuMillis = 0n
  let memoryBytes = 0n
  let gpu: Pick<ResourceUnit, 'gpus' | 'gpuModels'> = NO_RESOURCES
  const storage: StorageVolume[] = []
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 2) cpuMillis = wire.message(readCpu)
    else if (field === 3) memoryBytes = wire.message(readMemory)
    else if (field === 4) storage.push(wire.message(readVolume))
    else if (field === 5) gpu = wire.message(readGpu)
    else wire.skip()
  }
  return { cpuMillis, memoryBytes, storage, gpus: gpu.gpus, gpuModels: gpu.gpuModels }
}

function readCpu(wire: WireReader): bigint {
  return readFirstQuantity(wire, 'CPU')
}

function readMemory(wire: WireReader): bigint {
  return readFirstQuantity(wire, 'memory')
}

/** Of `CPU` and `Memory`: field 1, beside attributes that nobody sets. */
function readFirstQuantity(wire: WireReader, what: string): bigint {
  let quantity: bigint | undefined = 0n
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) quantity = wire.message(readQuantity)
    else wire.skip()
  }
  return numberOf(what, quantity)
}

/** akash.base.resources.v1beta4 `Storage` */
function readVolume(wire: WireReader): StorageVolume {
  let name = ''
  let bytes: bigint | undefined = 0n
  let persistent: string | undefined
  let className: string | undefined
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) name = wire.text()
    else if (field === 2) bytes = wire.message(readQuantity)
    else if (field === 3) {
      const { key, value } = wire.message(readAttribute)
      if (key === 'persistent') persistent ??= value
      else if (key === 'class') className ??= value
    } else wire.skip()
  }
  return {
    name,
    bytes: numberOf('storage', bytes),
    isPersistent: persistent === 'true',
    class: className,
  }
}

/** akash.base.resources.v1beta4 `GPU` */
function readGpu(wire: WireReader): Pick<ResourceUnit, 'gpus' | 'gpuModels'> {
  let units: bigint | undefined = 0n
  const attributes: Attribute[] = []
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) units = wire.message(readQuantity)
    else if (field === 2) attributes.push(wire.message(readAttribute))
    else wire.skip()
  }
  const gpus = numberOf('GPU', units)
  return { gpus, gpuModels: gpus === 0n ? [] : parseGpuModels(attributes) }
}

/**
 * `ResourceValue`: ASCII decimals in bytes: milli-CPU, bytes, whole GPUs. Of no digits it is none; undefined where it is
 * no number.
 */
function readQuantity(wire: WireReader): bigint | undefined {
  let quantity: bigint | undefined = 0n
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) quantity = wire.decimal(0n)
    else wire.skip()
  }
  return quantity
}

function numberOf(what: string, quantity: bigint | undefined): bigint {
  if (quantity !== undefined && quantity >= 0n) return quantity
  throw new RangeError(`the quantity of ${what} is no number`)
}

/** akash.base.attributes.v1 `Attribute` */
function readAttribute(wire: WireReader): Attribute {
  let key = ''
  let value = ''
  for (let field = wire.next(); field !== 0; field = wire.next()) {
    if (field === 1) key = wire.text()
    else if (field === 2) value = wire.text()
    else wire.skip()
  }
  return { key, value }
}

/**
 * GPUs that attribute paths name, as `vendor/nvidia/model/h100/ram/80Gi/interface/sxm`; each once. A path without a
 * model stands for any (`*`).
 */
function parseGpuModels(attributes: readonly Attribute[]): readonly GpuModel[] {
  const models = new Map<string, GpuModel>()
  for (const { key, value } of attributes) {
    if (value !== 'true') continue
    const parts = key.split('/')
    const named = new Map<string, string>()
    for (let index = 0; index + 1 < parts.length; index += 2) {
      named.set(parts[index] ?? '', parts[index + 1] ?? '')
    }
    const vendor = named.get('vendor')
    if (vendor === undefined || vendor === '') continue
    models.set(key, {
      vendor,
      model: named.get('model') || '*',
      memory: named.get('ram') || undefined,
      interface: named.get('interface') || undefined,
    })
  }
  return [...models.values()]
}

/** Field by field, because of tens of thousands a spread takes its time. */
export function toUnit(
  { cpuMillis, memoryBytes, storage, gpus, gpuModels }: UnitResources,
  count: number,
): ResourceUnit {
  return { count, cpuMillis, memoryBytes, storage, gpus, gpuModels }
}
