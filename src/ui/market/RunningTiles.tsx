import type { ReactNode } from 'react'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Source } from '../../domain/source.ts'
import { HeldFigure } from './HeldFigure.tsx'
import { MetricFigure } from './MetricFigure.tsx'
import { NumberTile } from './NumberTile.tsx'

export interface RunningTilesProps {
  readonly metrics: Pick<MarketMetrics, 'active' | 'resources'>
  readonly source: Source
  readonly now: Date
  /** Beside how many are being reclaimed. */
  readonly children?: ReactNode
}

/** The first two numbers of a market: active leases, and the GPUs they hold. */
export function RunningTiles({
  metrics: { active, resources },
  source,
  now,
  children,
}: RunningTilesProps) {
  const figure = { source, now }
  const held = { ...figure, of: resources }
  return (
    <>
      <NumberTile
        label="Active leases"
        note={
          <>
            <MetricFigure metric="reclaimingLeases" {...figure}>
              {formatInteger(active.reclaiming)}
            </MetricFigure>{' '}
            of them being reclaimed{children}
          </>
        }
      >
        <MetricFigure metric="activeLeases" {...figure}>
          {formatInteger(active.active)}
        </MetricFigure>
      </NumberTile>
      <NumberTile
        label="GPUs leased"
        note={
          <>
            in{' '}
            <HeldFigure metric="gpuLeases" {...held}>
              {formatCount(resources.gpuLeases, 'lease')}
            </HeldFigure>
          </>
        }
      >
        <HeldFigure metric="leasedGpus" {...held}>
          {formatInteger(resources.gpus)}
        </HeldFigure>
      </NumberTile>
    </>
  )
}
