import type { ResourcedLease } from '../../lease.ts'
import type { BlockTime } from '../../market.ts'
import type { ResourceUnit } from '../../resources.ts'
import type { MarketMetrics } from '../market-metrics.ts'
import { distributeSlowly } from './slow-distribution.ts'
import { distinct, sum, unfold, windowOf } from './slow-loops.ts'

const HOUR = 3_600_000n

function isExact({ gpuModels }: ResourceUnit): boolean {
  return (
    gpuModels.length === 1 &&
    !gpuModels.some(({ vendor, model }) => vendor === '*' || model === '*')
  )
}

function choiceSlowly({ gpuModels }: ResourceUnit): string {
  const words = distinct(gpuModels.map(gpuWords)).toSorted()
  if (words.length === 0) return 'any GPU'
  return words.length === 1 ? words.join() : `any of ${words.join(', ')}`
}

function gpuWords(gpu: ResourceUnit['gpuModels'][number]): string {
  if (gpu.vendor === '*') return 'any GPU'
  const words = gpu.model === '*' ? `any ${gpu.vendor}` : `${gpu.vendor} ${gpu.model}`
  return `${words} ${gpu.memory ?? ''} ${gpu.interface ?? ''}`.replaceAll(/ +/g, ' ').trim()
}

export function resourcesSlowly(running: readonly ResourcedLease[]): MarketMetrics['resources'] {
  const units = running.flatMap(unfold)
  const volumes = units.flatMap(({ storage }) => storage)
  const tally = <Word>(
    isIt: (unit: ResourceUnit) => boolean,
    word: (unit: ResourceUnit) => Word,
  ) => {
    const having = (value: Word) => (unit: ResourceUnit) =>
      unit.gpus > 0n && isIt(unit) && word(unit) === value
    return distinct(units.filter((unit) => unit.gpus > 0n && isIt(unit)).map(word))
      .map((value) => ({
        value,
        gpus: sum(units.filter(having(value)).map(({ gpus }) => gpus)),
        leases: running.filter((lease) => unfold(lease).some(having(value))).length,
      }))
      .sort(
        (a, b) =>
          Number(b.gpus - a.gpus) || (String(a.value ?? '') < String(b.value ?? '') ? -1 : 1),
      )
  }
  return {
    leases: running.length,
    from: {
      bid: running.filter(({ resources }) => resources.from === 'bid').length,
      order: running.filter(({ resources }) => resources.from === 'order').length,
      'not-known': running.filter(({ resources }) => resources.from === 'not-known').length,
    },
    cpuMillis: sum(units.map(({ cpuMillis }) => cpuMillis)),
    memoryBytes: sum(units.map(({ memoryBytes }) => memoryBytes)),
    ephemeralBytes: sum(volumes.filter((each) => !each.isPersistent).map(({ bytes }) => bytes)),
    persistentBytes: sum(volumes.filter((each) => each.isPersistent).map(({ bytes }) => bytes)),
    gpus: sum(units.map(({ gpus }) => gpus)),
    gpuLeases: running.filter((lease) => unfold(lease).some(({ gpus }) => gpus > 0n)).length,
    kinds: tally(isExact, ({ gpuModels }) => gpuModels.map(gpuWords).join()).map((row) => {
      const named = units.find(
        (unit) => isExact(unit) && unit.gpuModels.map(gpuWords).join() === row.value,
      )
      const [gpu = { vendor: '', model: '' }] = named?.gpuModels ?? []
      return { ...row, gpu }
    }),
    byVendor: tally(isExact, ({ gpuModels }) => gpuModels[0]?.vendor),
    byModel: tally(isExact, ({ gpuModels }) => gpuModels[0]?.model),
    byMemory: tally(isExact, ({ gpuModels }) => gpuModels[0]?.memory),
    byInterface: tally(isExact, ({ gpuModels }) => gpuModels[0]?.interface),
    anyOf: tally((unit) => !isExact(unit), choiceSlowly),
  }
}

/** Values of leases by a name, from a lease's value and how many units it has. */
function priceSlowly(
  samples: readonly { name: string; denom: string; value: bigint; units: bigint }[],
  blockTime: BlockTime | undefined,
) {
  const window = windowOf(blockTime)
  return distinct(samples.map(({ name, denom }) => `${name} ${denom}`))
    .map((key) => {
      const own = samples.filter(({ name, denom }) => `${name} ${denom}` === key)
      const perBlock = distributeSlowly(own.map(({ value }) => value))
      const hour = (value: bigint) =>
        window === undefined ? 0n : (value * HOUR * window.blocks) / window.ms
      return {
        name: own[0]?.name ?? '',
        count: own.length,
        denom: own[0]?.denom ?? '',
        units: sum(own.map(({ units }) => units)),
        perBlock,
        perHour:
          window === undefined || perBlock.kind === 'none'
            ? undefined
            : {
                ...perBlock,
                least: hour(perBlock.least),
                p10: hour(perBlock.p10),
                median: hour(perBlock.median),
                p90: hour(perBlock.p90),
                most: hour(perBlock.most),
              },
      }
    })
    .sort((a, b) => b.count - a.count || (`${a.name} ${a.denom}` < `${b.name} ${b.denom}` ? -1 : 1))
}

export function gpuPricesSlowly(
  running: readonly ResourcedLease[],
  blockTime: BlockTime | undefined,
): MarketMetrics['gpuPrices'] {
  let mixed = 0
  const samples = running.flatMap((lease) => {
    const units = unfold(lease).filter(({ gpus }) => gpus > 0n)
    if (units.length === 0) return []
    const names = distinct(
      units.map(({ gpuModels }) =>
        gpuModels.map(({ vendor, model }) => `${model} ${vendor}`).join(),
      ),
    )
    if (!units.every(isExact) || names.length > 1) {
      mixed++
      return []
    }
    const gpus = sum(units.map((unit) => unit.gpus))
    const { denom, amount } = lease.price
    return [{ name: names.join(), denom, value: amount / gpus, units: gpus }]
  })
  return {
    prices: priceSlowly(samples, blockTime).map(({ name, denom, units, perBlock, perHour }) => {
      const [model = '', vendor = ''] = name.split(' ')
      return { vendor, model, denom, units, perBlock, perHour }
    }),
    mixed,
    notKnown: running.filter(({ resources }) => resources.from === 'not-known').length,
  }
}

export function cpuPricesSlowly(
  running: readonly ResourcedLease[],
  blockTime: BlockTime | undefined,
): MarketMetrics['cpuPrices'] {
  const samples = running.flatMap((lease) => {
    const millis = sum(unfold(lease).map(({ cpuMillis }) => cpuMillis))
    const hasGpu = unfold(lease).some(({ gpus }) => gpus > 0n)
    if (hasGpu || millis === 0n) return []
    const { denom, amount } = lease.price
    return [{ name: '', denom, value: (amount * 1000n) / millis, units: millis }]
  })
  return {
    prices: priceSlowly(samples, blockTime).map(({ denom, units, perBlock, perHour }) => ({
      denom,
      units,
      perBlock,
      perHour,
    })),
    notKnown: running.filter(({ resources }) => resources.from === 'not-known').length,
  }
}
