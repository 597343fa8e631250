import type { GpuModel, ResourceUnit, StorageVolume } from '../../../domain/market/resources.ts'
import type { Attribute } from '../../proto/generated/akash/base/attributes/v1/attribute.ts'
import type { Resources as ResourcesProto } from '../../proto/generated/akash/base/resources/v1beta4/resources.ts'
import type { ResourceValue } from '../../proto/generated/akash/base/resources/v1beta4/resourcevalue.ts'

/**
 * One resource unit. Quantities are ASCII decimals in bytes: milli-CPU, bytes, whole GPUs
 * (akash.base.resources.v1beta4 `ResourceValue`).
 * @throws {RangeError} on a quantity that is no number: leaving it out would show less than there is
 */
export function toResourceUnit(resources: ResourcesProto | undefined, count: number): ResourceUnit {
  const gpus = toQuantity('GPU', resources?.gpu?.units)
  return {
    count,
    cpuMillis: toQuantity('CPU', resources?.cpu?.units),
    memoryBytes: toQuantity('memory', resources?.memory?.quantity),
    storage: (resources?.storage ?? []).map(
      ({ name, quantity, attributes }): StorageVolume => ({
        name,
        bytes: toQuantity('storage', quantity),
        isPersistent: findAttribute(attributes, 'persistent') === 'true',
        class: findAttribute(attributes, 'class'),
      }),
    ),
    gpus,
    gpuModels: gpus === 0n ? [] : parseGpuModels(resources?.gpu?.attributes ?? []),
  }
}

const TEXT = new TextDecoder()

/** An absent quantity is none of it: a unit without GPUs has no GPU part. */
function toQuantity(what: string, value: ResourceValue | undefined): bigint {
  if (value === undefined || value.val.length === 0) return 0n
  const text = TEXT.decode(value.val)
  if (!/^\d{1,30}$/.test(text)) throw new RangeError(`the quantity of ${what} is no number`)
  return BigInt(text)
}

function findAttribute(attributes: readonly Attribute[], key: string): string | undefined {
  return attributes.find((attribute) => attribute.key === key)?.value
}

/**
 * GPUs that attribute paths name, as `vendor/nvidia/model/h100/ram/80Gi/interface/sxm`; each once. A path without a
 * model stands for any (`*`).
 */
function parseGpuModels(
  attributes: readonly { readonly key: string; readonly value: string }[],
): readonly GpuModel[] {
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
