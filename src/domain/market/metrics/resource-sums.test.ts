import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ResourceUnit } from '../resources.ts'
import { sumResources } from './resource-sums.ts'

const quantity = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 40n }),
  fc.bigInt({ min: 2n ** 53n - 9n, max: 2n ** 64n }),
)
const unit: fc.Arbitrary<ResourceUnit> = fc.record({
  count: fc.nat(9),
  cpuMillis: quantity,
  memoryBytes: quantity,
  storage: fc.array(
    fc.record({ name: fc.constant('data'), bytes: quantity, isPersistent: fc.boolean() }),
    { maxLength: 3 },
  ),
  gpus: quantity,
  gpuModels: fc.constant([]),
})

describe('sumResources', () => {
  it('adds up every unit times its count, quantities beyond what a number holds included', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 4 }), (units) => {
        const sum = (of: (unit: ResourceUnit) => bigint) =>
          units.reduce((all, each) => all + of(each) * BigInt(each.count), 0n)
        const storage = (isPersistent: boolean) =>
          sum((each) =>
            each.storage.reduce(
              (all, volume) => all + (volume.isPersistent === isPersistent ? volume.bytes : 0n),
              0n,
            ),
          )
        expect(sumResources({ from: 'bid', units })).toEqual({
          cpuMillis: sum(({ cpuMillis }) => cpuMillis),
          memoryBytes: sum(({ memoryBytes }) => memoryBytes),
          ephemeralBytes: storage(false),
          persistentBytes: storage(true),
          gpus: sum(({ gpus }) => gpus),
        })
      }),
    )
  })
})
