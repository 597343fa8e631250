import { formatDec } from '../../domain/decimal.ts'
import { computeLeasedResources } from '../../domain/market/metrics/leased-resources.ts'
import { measureLeases } from '../../domain/market/metrics/resource-sums.ts'
import { computeGpuPrices, type GpuPrice } from '../../domain/market/metrics/unit-price.ts'
import type { Chain } from '../../queries/chain.ts'
import { type Answer, toProvenance } from './answer.ts'
import { knownOf, notesOfMarket, readMarketToTheEnd } from './whole-market.ts'

/** `skylight gpus`: GPUs in running leases by model, with what a GPU costs an hour. */
export async function listGpus(chain: Chain): Promise<Answer> {
  const market = await readMarketToTheEnd(chain, false)
  const running = market.running.kind === 'known' ? market.running.value.items : []
  const measured = measureLeases(running)
  const { kinds, anyOf } = computeLeasedResources(measured)
  const { prices, mixed } = computeGpuPrices(measured, knownOf(market.blockTime))
  const models = [...new Set(kinds.map(({ gpu }) => `${gpu.vendor}\n${gpu.model}`))]
  const named = models
    .map((key) => {
      const of = kinds.filter(({ gpu }) => `${gpu.vendor}\n${gpu.model}` === key)
      const [vendor = '', model = ''] = key.split('\n')
      return {
        vendor,
        model,
        gpus: of.reduce((sum, { gpus }) => sum + Number(gpus), 0),
        kinds: of.map(({ value, gpus, leases }) => ({ name: value, gpus: Number(gpus), leases })),
        prices: prices
          .filter((price) => price.vendor === vendor && price.model === model)
          .map(priceJson),
      }
    })
    .toSorted((a, b) => b.gpus - a.gpus)
  const open = anyOf.map(({ value = '', gpus, leases }) => ({
    vendor: null,
    model: null,
    gpus: Number(gpus),
    kinds: [{ name: value, gpus: Number(gpus), leases }],
    prices: [],
  }))
  const data = [...named, ...open]
  return {
    provenance: toProvenance(market.source),
    data,
    header: [
      'vendor',
      'model',
      'gpus',
      'denom',
      'leases',
      'p10PerHour',
      'medianPerHour',
      'p90PerHour',
    ],
    rows: data.flatMap((row) => {
      const head = [row.vendor ?? '', row.model ?? row.kinds[0]?.name ?? '', row.gpus.toString()]
      if (row.prices.length === 0) return [[...head, '', '', '', '', '']]
      return row.prices.map(({ denom, leases, perHour }) => [
        ...head,
        denom,
        leases.toString(),
        perHour?.p10 ?? '',
        perHour?.median ?? '',
        perHour?.p90 ?? '',
      ])
    }),
    notes: [
      'A price is what a lease pays for each of its GPUs: CPU, memory and storage are in it.',
      ...(mixed === 0
        ? []
        : [`${mixed} leases with GPUs of several or open models are in no price.`]),
      ...notesOfMarket(market),
    ],
  }
}

function priceJson({ denom, units, perBlock, perHour }: GpuPrice) {
  return {
    denom,
    leases: perBlock.kind === 'none' ? 0 : perBlock.count,
    gpus: Number(units),
    perBlock: quantilesJson(perBlock),
    perHour: perHour === undefined ? null : quantilesJson(perHour),
  }
}

function quantilesJson(distribution: GpuPrice['perBlock']) {
  if (distribution.kind === 'none') return null
  const { p10, median, p90 } = distribution
  return { p10: formatDec(p10), median: formatDec(median), p90: formatDec(p90) }
}
