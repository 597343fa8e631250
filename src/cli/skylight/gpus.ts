import { formatDec } from '../../domain/decimal.ts'
import { formatCount } from '../../domain/format-integer.ts'
import { computeLeasedResources } from '../../domain/market/metrics/leased-resources.ts'
import { OF_RESOURCES, OF_TIME } from '../../domain/market/metrics/metric-queries.ts'
import { measureLeases } from '../../domain/market/metrics/resource-sums.ts'
import { computeGpuPrices, type GpuPrice } from '../../domain/market/metrics/unit-price.ts'
import type { Chain } from '../../queries/chain.ts'
import { type Answer, toProvenance } from './answer.ts'
import { FailedFigureError } from './failed-figure-error.ts'
import { knownOf, lackOfResources, notesOfMarket, readMarketToTheEnd } from './whole-market.ts'

/** Everything that is in the answer. */
const QUERIES = [...OF_RESOURCES, ...OF_TIME].join(', ')

/**
 * `skylight gpus`: GPUs in running leases by model, with what a GPU costs an hour.
 * @throws {FailedFigureError} where some could not be counted
 */
export async function listGpus(chain: Chain): Promise<Answer> {
  const market = await readMarketToTheEnd(chain, false)
  const lack = lackOfResources(market)
  if (lack !== undefined) {
    throw new FailedFigureError('What running leases hold could not be read.', lack)
  }
  const running = market.running.kind === 'known' ? market.running.value.items : []
  const measured = measureLeases(running)
  const { kinds, anyOf, from } = computeLeasedResources(measured)
  const untold = from['not-known']
  const { prices, mixed } = computeGpuPrices(measured, knownOf(market.blockTime))
  const priced = groupByModel(prices, (price) => price)
  const named = [...groupByModel(kinds, ({ gpu }) => gpu)]
    .map(([key, { vendor, model, items }]) => ({
      vendor,
      model,
      gpus: items.reduce((sum, { gpus }) => sum + Number(gpus), 0),
      kinds: items.map(({ value, gpus, leases }) => ({ name: value, gpus: Number(gpus), leases })),
      prices: (priced.get(key)?.items ?? []).map(priceJson),
    }))
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
    provenance: toProvenance({ ...market.source, query: QUERIES }),
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
      ...(untold === 0
        ? []
        : [
            `Neither bids nor orders tell what ${formatCount(untold, 'lease holds', 'leases hold')}: not counted.`,
          ]),
      ...notesOfMarket(market),
    ],
  }
}

type Model = Pick<GpuPrice, 'vendor' | 'model'>

/** Items of one vendor and model together, in the order they came. Neither has a slash in it, for a path is split there. */
function groupByModel<Item>(items: readonly Item[], modelOf: (item: Item) => Model) {
  const groups = new Map<string, Model & { readonly items: Item[] }>()
  for (const item of items) {
    const { vendor, model } = modelOf(item)
    const key = `${vendor}/${model}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { vendor, model, items: [item] })
    else known.items.push(item)
  }
  return groups
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
