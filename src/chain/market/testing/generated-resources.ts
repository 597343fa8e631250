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
    gpuModels: gpus === 0n ? [] : toGpuModels(resources?.gpu?.attributes ?? []),
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

/** A path as chains write them, each word in its place; the decoder cuts them at the slashes instead. */
const GPU_PATH =
  /^vendor\/(?<vendor>[^/]+)\/model\/(?<model>[^/]+)(?:\/ram\/(?<ram>[^/]+))?(?:\/interface\/(?<socket>[^/]+))?$/

/** @throws {RangeError} on a path of another form: what it names is for the decoder's own tests to say */
function toGpuModels(attributes: readonly Attribute[]): readonly GpuModel[] {
  const paths = attributes.filter(({ value }) => value === 'true').map(({ key }) => key)
  return [...new Set(paths)].map((path) => {
    const { vendor, model, ram, socket } = GPU_PATH.exec(path)?.groups ?? {}
    if (vendor === undefined || model === undefined) throw new RangeError(`${path} is no GPU`)
    return { vendor, model, memory: ram, interface: socket }
  })
}
