import { formatBinaryBytes, formatVcpus } from '../../domain/format-binary-bytes.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatDecAmount } from '../../domain/format-dec-amount.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import { formatShare } from '../../domain/format-share.ts'
import type { BlockTime } from '../../domain/market/market.ts'
import { amountPer, DAY_MS, spanOf } from '../../domain/market/metrics/block-span.ts'
import type { Holder } from '../../domain/market/metrics/holders.ts'
import { isHoldingKnown } from '../../domain/market/metrics/leased-resources.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Source } from '../../domain/source.ts'
import { formatBlockTime } from '../../ui/market/format-block-time.ts'
import { HeldFigure } from '../../ui/market/HeldFigure.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { NumberTile, NumberTiles } from '../../ui/market/NumberTile.tsx'

export interface ProviderFiguresProps {
  readonly holder: Holder
  readonly metrics: MarketMetrics
  readonly source: Source
  readonly blockTime: BlockTime | undefined
  readonly now: Date
}

const ALONE = 'Of this provider alone.'

/** What it leases out, and its part of the market. */
export function ProviderFigures({ holder, metrics, source, blockTime, now }: ProviderFiguresProps) {
  const span = spanOf(blockTime)
  const shown = { source, now }
  const shareOf = (part: bigint, whole: bigint) => formatShare(part, whole) ?? 'no share'
  return (
    <NumberTiles>
      <NumberTile
        label="Active leases"
        note={
          <>
            <MetricFigure metric="shareOfLeases" {...shown}>
              {shareOf(BigInt(holder.leases), BigInt(metrics.active.active))}
            </MetricFigure>{' '}
            of all
          </>
        }
      >
        <MetricFigure metric="activeLeases" {...shown} note={ALONE}>
          {formatInteger(holder.leases)}
        </MetricFigure>
      </NumberTile>
      <NumberTile
        label="GPUs leased"
        note={
          !isHoldingKnown(metrics.resources) ? (
            'neither bids nor orders could be read'
          ) : metrics.resources.gpus === 0n ? (
            'none on the whole market'
          ) : (
            <>
              <MetricFigure metric="shareOfGpus" {...shown}>
                {shareOf(holder.gpus, metrics.resources.gpus)}
              </MetricFigure>{' '}
              of all
            </>
          )
        }
      >
        <HeldFigure metric="leasedGpus" {...shown} of={metrics.resources} note={ALONE}>
          {formatInteger(holder.gpus)}
        </HeldFigure>
      </NumberTile>
      <NumberTile
        label={span === undefined ? 'Run-rate a block' : 'Run-rate a day'}
        note={holder.runRate.map(({ denom, amount }, index) => {
          const whole = metrics.runRate.find((each) => each.denom === denom)?.perBlock ?? 0n
          return (
            <span key={denom}>
              {index > 0 && ', '}
              <MetricFigure
                metric="shareOfRunRate"
                {...shown}
                note={sanitizeChainText(`In ${denom}.`)}
              >
                {shareOf(amount, whole)}
              </MetricFigure>
            </span>
          )
        })}
      >
        {holder.runRate.map(({ denom, amount }) => (
          <span key={denom} className="block">
            <MetricFigure
              metric="runRate"
              {...shown}
              note={blockTime === undefined ? ALONE : `${ALONE} ${formatBlockTime(blockTime)}`}
            >
              {sanitizeChainText(
                formatDecAmount(
                  { denom, amount: span === undefined ? amount : amountPer(DAY_MS, amount, span) },
                  'compact',
                ),
              )}
            </MetricFigure>
          </span>
        ))}
      </NumberTile>
      <NumberTile
        label="CPU and memory"
        note={
          holder.notKnown === 0
            ? undefined
            : `without ${formatInteger(holder.notKnown)} whose resources are not known`
        }
      >
        <MetricFigure metric="leasedCpu" {...shown} note={ALONE}>
          {formatVcpus(holder.cpuMillis)}
        </MetricFigure>
        <span className="block text-m font-normal">
          <MetricFigure metric="leasedMemory" {...shown} note={ALONE}>
            {formatBinaryBytes(holder.memoryBytes)}
          </MetricFigure>
        </span>
      </NumberTile>
    </NumberTiles>
  )
}
