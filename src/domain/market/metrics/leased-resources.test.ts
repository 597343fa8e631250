import { describe, expect, it } from 'vitest'
import { computeLeasedResources } from './leased-resources.ts'
import { measureLeases } from './resource-sums.ts'
import { buildGpus, buildLease, buildRunning, buildUnit } from './testing/build-market.ts'

const words = (counts: readonly { value: string | undefined; gpus: bigint; leases: number }[]) =>
  counts.map(({ value, gpus, leases }) => [value, gpus, leases])

describe('computeLeasedResources', () => {
  it('multiplies by the count of a unit and keeps persistent volumes apart', () => {
    const volume = (name: string, bytes: bigint, isPersistent: boolean) => ({
      name,
      bytes,
      isPersistent,
    })
    const totals = computeLeasedResources(
      measureLeases([
        buildRunning([
          buildUnit({
            count: 3,
            cpuMillis: 500n,
            memoryBytes: 10n,
            storage: [volume('default', 7n, false), volume('data', 100n, true)],
          }),
          buildUnit({ count: 0, memoryBytes: 99n }),
        ]),
        buildRunning([buildUnit({ cpuMillis: 100n, memoryBytes: 1n })], {}, 'order'),
      ]),
    )
    expect(totals).toMatchObject({
      leases: 2,
      from: { bid: 1, order: 1, 'not-known': 0 },
      cpuMillis: 1_600n,
      memoryBytes: 31n,
      ephemeralBytes: 21n,
      persistentBytes: 300n,
      gpus: 0n,
      gpuLeases: 0,
      kinds: [],
    })
  })

  it('counts GPUs by every word of the path, and leases that have at least one', () => {
    const totals = computeLeasedResources(
      measureLeases([
        buildRunning([
          buildGpus(2, 'h100', { memory: '80Gi', interface: 'sxm' }),
          { ...buildGpus(1, 'a100', { memory: '80Gi' }), count: 3 },
        ]),
        buildRunning([buildGpus(1, 'h100', { memory: '80Gi', interface: 'pcie' })]),
        buildRunning([buildGpus(4, 'mi300x', { vendor: 'amd' })]),
      ]),
    )
    expect(totals).toMatchObject({ gpus: 10n, gpuLeases: 3, anyOf: [] })
    expect(words(totals.byVendor)).toEqual([
      ['nvidia', 6n, 2],
      ['amd', 4n, 1],
    ])
    expect(words(totals.byModel)).toEqual([
      ['mi300x', 4n, 1],
      ['a100', 3n, 1],
      ['h100', 3n, 2],
    ])
    expect(words(totals.byMemory)).toEqual([
      ['80Gi', 6n, 2],
      [undefined, 4n, 1],
    ])
    expect(words(totals.byInterface)).toEqual([
      [undefined, 7n, 2],
      ['sxm', 2n, 1],
      ['pcie', 1n, 1],
    ])
    expect(words(totals.kinds)).toEqual([
      ['amd mi300x', 4n, 1],
      ['nvidia a100 80Gi', 3n, 1],
      ['nvidia h100 80Gi sxm', 2n, 1],
      ['nvidia h100 80Gi pcie', 1n, 1],
    ])
  })

  it('counts a wildcard and a choice as such, under no model', () => {
    const choice = (models: readonly string[]) =>
      buildUnit({ gpus: 1n, gpuModels: models.map((model) => ({ vendor: 'nvidia', model })) })
    const totals = computeLeasedResources(
      measureLeases([
        buildRunning([buildGpus(2, '*')]),
        buildRunning([choice(['h100', 'a100']), choice(['a100', 'h100'])]),
        buildRunning([buildUnit({ gpus: 1n })]),
      ]),
    )
    expect(totals).toMatchObject({ gpus: 5n, gpuLeases: 3, kinds: [], byModel: [] })
    expect(words(totals.anyOf)).toEqual([
      ['any nvidia', 2n, 1],
      ['any of nvidia a100, nvidia h100', 2n, 1],
      ['any GPU', 1n, 1],
    ])
  })

  it('tells leases of which nothing is known from leases that hold nothing', () => {
    const notKnown = { ...buildLease(), resources: { from: 'not-known', units: [] } } as const
    const { from, cpuMillis } = computeLeasedResources(
      measureLeases([notKnown, buildRunning([]), buildRunning([], {}, 'order')]),
    )
    expect(from).toEqual({ bid: 1, order: 1, 'not-known': 1 })
    expect(cpuMillis).toBe(0n)
  })
})
