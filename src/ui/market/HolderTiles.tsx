import type { ReactNode } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatDecAmount } from '../../domain/format-dec-amount.ts'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { formatShare } from '../../domain/format-share.ts'
import type { BlockTime } from '../../domain/market/market.ts'
import { amountPer, DAY_MS, spanOf } from '../../domain/market/metrics/block-span.ts'
import type { Holder } from '../../domain/market/metrics/holders.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Source } from '../../domain/source.ts'
import { formatBlockTime } from './format-block-time.ts'
import { HeldFigure } from './HeldFigure.tsx'
import { isHeldKnown } from './held-leases.ts'
import { MetricFigure } from './MetricFigure.tsx'
import { NumberTile, NumberTiles } from './NumberTile.tsx'

export interface HolderTilesProps {
  readonly of: 'provider' | 'tenant'
  readonly holder: Holder
  readonly metrics: Pick<MarketMetrics, 'active' | 'resources' | 'runRate'>
  readonly source: Source
  readonly blockTime: BlockTime | undefined
  readonly now: Date
  /** Tiles of this side alone. */
  readonly children: ReactNode
}

/** What a provider or a tenant has of the market, and its part of the whole. */
export function HolderTiles(props: HolderTilesProps) {
  const { of, holder, metrics, source, blockTime, now, children } = props
  const span = spanOf(blockTime)
  const shown = { source, now }
  const alone = `Of this ${of} alone.`
  const rate = of === 'provider' ? 'Run-rate' : 'Pays'
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
        <MetricFigure metric="activeLeases" {...shown} note={alone}>
          {formatInteger(holder.leases)}
        </MetricFigure>
      </NumberTile>
      <NumberTile
        label="GPUs leased"
        note={
          !isHeldKnown(holder) ? (
            'neither bids nor orders tell it'
          ) : metrics.resources.gpus === 0n ? (
            'none on the whole market'
          ) : (
            <>
              <HeldFigure metric="shareOfGpus" {...shown} of={metrics.resources}>
                {shareOf(holder.gpus, metrics.resources.gpus)}
              </HeldFigure>{' '}
              of all
              {holder.notKnown > 0 &&
                `, without ${formatCount(holder.notKnown, 'lease')} whose resources are not known`}
            </>
          )
        }
      >
        <HeldFigure metric="leasedGpus" {...shown} of={holder} note={alone}>
          {formatInteger(holder.gpus)}
        </HeldFigure>
      </NumberTile>
      <NumberTile
        label={`${rate} a ${span === undefined ? 'block' : 'day'}`}
        note={holder.runRate.map(({ denom, amount }, index) => (
          <span key={denom}>
            {index > 0 && ', '}
            <MetricFigure
              metric="shareOfRunRate"
              {...shown}
              note={sanitizeChainText(`In ${denom}.`)}
            >
              {shareOf(
                amount,
                metrics.runRate.find((each) => each.denom === denom)?.perBlock ?? 0n,
              )}
            </MetricFigure>{' '}
            of all
          </span>
        ))}
      >
        {holder.runRate.map(({ denom, amount }) => (
          <span key={denom} className="block">
            <MetricFigure
              metric="runRate"
              {...shown}
              note={blockTime === undefined ? alone : `${alone} ${formatBlockTime(blockTime)}`}
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
      {children}
    </NumberTiles>
  )
}

function shareOf(part: bigint, whole: bigint): string {
  return formatShare(part, whole) ?? 'no share'
}
