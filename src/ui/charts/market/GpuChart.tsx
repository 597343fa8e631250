import { formatDenom } from '../../../domain/amount.ts'
import { sanitizeChainText } from '../../../domain/format-chain-text.ts'
import { formatCount } from '../../../domain/format-integer.ts'
import { isHoldingKnown } from '../../../domain/market/metrics/leased-resources.ts'
import type { Source } from '../../../domain/source.ts'
import { FEW_LEASES } from '../../market/few-leases.ts'
import { ChartFigure } from './ChartFigure.tsx'
import { chiefDenom, gpuRows, gpuTable, type Priced } from './gpu-rows.ts'

export interface GpuChartProps {
  readonly metrics: Priced
  readonly source: Source
  readonly now: Date
}

/** GPUs leased by model, and beside them what running leases pay for an hour of one. */
export function GpuChart({ metrics, source, now }: GpuChartProps) {
  const denom = chiefDenom(metrics)
  const { mixed } = metrics.gpuPrices
  const rows = gpuRows(metrics)
  const rangeTitle =
    denom === undefined
      ? 'price'
      : `median price per GPU-hour in ${sanitizeChainText(formatDenom(denom))}`
  return (
    <ChartFigure
      title="GPUs leased, by model"
      isSection
      unit={`GPUs; beside them ${rangeTitle}, line from P10 to P90 of live leases`}
      name="gpus-by-model"
      rows={rows}
      absence={
        isHoldingKnown(metrics.resources)
          ? 'No active lease holds a GPU.'
          : 'Which GPUs are leased is not known: neither winning bids nor orders, which tell it, could be read.'
      }
      rangeTitle={rangeTitle}
      table={gpuTable(metrics)}
      metrics={['leasedGpus', 'gpuHourPrice']}
      source={source}
      now={now}
    >
      {rows.length > 0 && (
        <p className="max-w-measure text-xs text-ink-2">
          The price is that of the whole lease: CPU, memory and storage are in it.
          {mixed > 0 &&
            ` ${formatCount(mixed, 'lease')} with GPUs of several models, or of any, ${mixed === 1 ? 'is' : 'are'} in no price.`}{' '}
          Of fewer than {FEW_LEASES} leases the number stands beside the median: P10 and P90 then
          say little.
        </p>
      )}
    </ChartFigure>
  )
}
