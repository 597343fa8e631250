import { formatDenom } from '../../../domain/amount.ts'
import { formatDec } from '../../../domain/decimal.ts'
import { sanitizeChainText } from '../../../domain/format-chain-text.ts'
import { formatDecAmount, toDrawnAmount } from '../../../domain/format-dec-amount.ts'
import { formatInteger } from '../../../domain/format-integer.ts'
import type { MarketMetrics } from '../../../domain/market/metrics/market-metrics.ts'
import type { GpuPrice } from '../../../domain/market/metrics/unit-price.ts'
import { FEW_LEASES } from '../../market/few-leases.ts'
import type { ChartTableData } from './ChartFrame.tsx'
import type { ChartRange, ChartRow } from './chart-row.ts'

export type Priced = Pick<MarketMetrics, 'resources' | 'gpuPrices'>

/** The denomination most GPU leases are paid in: ranges of several do not stand on one scale. */
export function chiefDenom({ gpuPrices }: Priced): string | undefined {
  const counts = new Map<string, number>()
  for (const price of gpuPrices.prices) {
    counts.set(price.denom, (counts.get(price.denom) ?? 0) + countOf(price))
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

/** GPUs by model with what an hour of one costs, then the choices of which no model is known. */
export function gpuRows(metrics: Priced): readonly ChartRow[] {
  const denom = chiefDenom(metrics)
  const models = metrics.resources.byModel.map(({ value = '', gpus }): ChartRow => {
    const price = metrics.gpuPrices.prices.find(
      (each) => each.model === value && each.denom === denom,
    )
    return {
      key: value,
      label: sanitizeChainText(value),
      value: Number(gpus),
      text: formatInteger(gpus),
      range: price && rangeOf(price),
    }
  })
  const choices = metrics.resources.anyOf.map(
    ({ value = '', gpus }): ChartRow => ({
      key: `any ${value}`,
      label: sanitizeChainText(value),
      value: Number(gpus),
      text: formatInteger(gpus),
      isQuiet: true,
    }),
  )
  return [...models, ...choices]
}

/** The same as a table, every price in its own row. */
export function gpuTable({ resources, gpuPrices }: Priced): ChartTableData {
  const header = ['GPU', 'GPUs', 'Leases', 'Paid in', 'P10', 'Median', 'P90', 'Leases priced']
  const rows = resources.byModel.flatMap(({ value = '', gpus, leases }) => {
    const counts = [sanitizeChainText(value), formatInteger(gpus), formatInteger(leases)]
    const prices = gpuPrices.prices.filter(({ model }) => model === value)
    return prices.length === 0
      ? [[...counts, '–', '–', '–', '–', '0']]
      : prices.map((price) => [...counts, ...priceCells(price)])
  })
  const choices = resources.anyOf.map(({ value = '', gpus, leases }) => [
    sanitizeChainText(value),
    formatInteger(gpus),
    formatInteger(leases),
    ...['–', '–', '–', '–', '0'],
  ])
  const file = [
    ...resources.byModel.flatMap(({ value = '', gpus, leases }) => {
      const counts = [value, gpus.toString(), leases.toString()]
      const prices = gpuPrices.prices.filter(({ model }) => model === value)
      return prices.length === 0
        ? [[...counts, '', '', '', '', '0']]
        : prices.map((price) => [...counts, ...exactPriceCells(price)])
    }),
    ...resources.anyOf.map(({ value = '', gpus, leases }) => [
      value,
      gpus.toString(),
      leases.toString(),
      ...['', '', '', '', '0'],
    ]),
  ]
  return { header, rows: [...rows, ...choices], file: [header, ...file] }
}

function priceCells({ denom, perHour, perBlock }: GpuPrice): readonly string[] {
  const ticker = sanitizeChainText(formatDenom(denom))
  const count = perBlock.kind === 'known' ? formatInteger(perBlock.count) : '0'
  if (perHour?.kind !== 'known') return [ticker, '–', '–', '–', count]
  const { p10, median, p90 } = perHour
  const cells = [p10, median, p90].map((amount) => formatDecAmount({ denom, amount }, 'all'))
  return [ticker, ...cells, count]
}

/** In base units, with their 18 digits. */
function exactPriceCells({ denom, perHour, perBlock }: GpuPrice): readonly string[] {
  const count = perBlock.kind === 'known' ? perBlock.count.toString() : '0'
  if (perHour?.kind !== 'known') return [denom, '', '', '', count]
  const { p10, median, p90 } = perHour
  return [denom, ...[p10, median, p90].map((amount) => formatDec(amount)), count]
}

function rangeOf({ denom, perHour }: GpuPrice): ChartRange | undefined {
  if (perHour?.kind !== 'known') return undefined
  const { count, p10, median, p90 } = perHour
  const drawn = (amount: bigint) => toDrawnAmount({ denom, amount })
  const text = drawn(median).toFixed(2)
  return {
    p10: drawn(p10),
    median: drawn(median),
    p90: drawn(p90),
    text: count < FEW_LEASES ? `${text} (n ${count})` : text,
  }
}

function countOf({ perBlock }: GpuPrice): number {
  return perBlock.kind === 'known' ? perBlock.count : 0
}
