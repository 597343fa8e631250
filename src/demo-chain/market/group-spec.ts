import type { Resources } from '../../chain/proto/generated/akash/base/resources/v1beta4/resources.ts'
import type { GroupSpec } from '../../chain/proto/generated/akash/deployment/v1beta4/groupspec.ts'
import type { Duration } from '../../chain/proto/generated/google/protobuf/duration.ts'
import { encodeUtf8 } from '../server/bytes.ts'
import { orderWorkload } from './bids.ts'
import type { DeploymentLife } from './deployment-lives.ts'
import { reclamationWindow } from './deployment-plan.ts'
import { GPU_CATALOGUE, gpuModelPath, gpuPath } from './gpu-catalogue.ts'
import type { Wire } from './market-messages.ts'
import type { MarketWorld } from './market-world.ts'
import { highestPrice } from './prices.ts'

/** What an order asks for, and at most for how much. */
export function groupSpec(
  world: MarketWorld,
  life: DeploymentLife,
  group: number,
): Wire<GroupSpec> {
  const { denom, amount } = highestPrice(world, life, group)
  return {
    name: group === 0 ? 'dcloud' : 'storage',
    requirements: { signedBy: { allOf: [], anyOf: [] }, attributes: [] },
    resources: [
      {
        resource: resourcesOf(world, life, group, false),
        count: 1,
        price: { denom, amount: String(amount) },
      },
    ],
  }
}

/** @param isOffer of a bid, which names the very GPU */
export function resourcesOf(
  world: MarketWorld,
  life: DeploymentLife,
  group: number,
  isOffer: boolean,
): Wire<Resources> {
  const work = orderWorkload(world, life, group)
  const gpu = work.gpu === undefined ? undefined : GPU_CATALOGUE[work.gpu]
  const isTrue = (key: string) => ({ key, value: 'true' })
  const storage = [{ name: 'default', quantity: quantity(work.storageBytes), attributes: [] }]
  const persistent = {
    name: 'data',
    quantity: quantity(work.persistentBytes),
    attributes: [{ key: 'class', value: 'beta3' }, isTrue('persistent')],
  }
  return {
    id: 1,
    cpu: { units: quantity(work.cpuMillis), attributes: [] },
    memory: { quantity: quantity(work.memoryBytes), attributes: [] },
    storage: work.persistentBytes > 0 ? [...storage, persistent] : storage,
    gpu: {
      units: quantity(work.gpus),
      attributes:
        gpu === undefined
          ? []
          : [isTrue(isOffer ? gpuPath(gpu) : gpuModelPath(gpu, work.isAnyModel))],
    },
    endpoints: [{ kind: 0, sequenceNumber: 0 }],
  }
}

/** ASCII decimals in bytes (akash.base.resources.v1beta4 `ResourceValue`). */
function quantity(value: number) {
  return { val: encodeUtf8(String(value)) }
}

/** The window an order asks for; undefined for none. */
export function minWindow(world: MarketWorld, { seed }: DeploymentLife) {
  const window = reclamationWindow(world.draw, seed)
  return window === 0 ? undefined : { minWindow: seconds(window) }
}

export function seconds(count: number): Duration {
  return { seconds: BigInt(count), nanos: 0 }
}
