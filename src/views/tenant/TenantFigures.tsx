import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatDecAmount } from '../../domain/format-dec-amount.ts'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { formatShare } from '../../domain/format-share.ts'
import type { BlockTime } from '../../domain/market/market.ts'
import { amountPer, DAY_MS, spanOf } from '../../domain/market/metrics/block-span.ts'
import type { Holder } from '../../domain/market/metrics/holders.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Spend } from '../../domain/market/metrics/spend.ts'
import type { Source } from '../../domain/source.ts'
import { formatBlockTime } from '../../ui/market/format-block-time.ts'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { NumberTile, NumberTiles } from '../../ui/market/NumberTile.tsx'

export interface TenantFiguresProps {
  readonly holder: Holder
  readonly metrics: MarketMetrics
  /** Of its running leases; undefined: its accounts are not read. */
  readonly spend: Spend | undefined
  readonly source: Source
  readonly blockTime: BlockTime | undefined
  readonly now: Date
}

const ALONE = 'Of this tenant alone.'

/** What it rents, and what it pays and has paid. */
export function TenantFigures(props: TenantFiguresProps) {
  const { holder, metrics, spend, source, blockTime, now } = props
  const span = spanOf(blockTime)
  const shown = { source, now }
  return (
    <NumberTiles>
      <NumberTile
        label="Active leases"
        note={
          <>
            <MetricFigure metric="shareOfLeases" {...shown}>
              {formatShare(BigInt(holder.leases), BigInt(metrics.active.active)) ?? 'no share'}
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
          holder.notKnown === 0
            ? undefined
            : `without ${formatCount(holder.notKnown, 'lease')} whose resources are not known`
        }
      >
        <MetricFigure metric="leasedGpus" {...shown} note={ALONE}>
          {formatInteger(holder.gpus)}
        </MetricFigure>
      </NumberTile>
      <NumberTile label={span === undefined ? 'Pays a block' : 'Pays a day'}>
        {holder.runRate.map(({ denom, amount }) => (
          <span key={denom} className="block">
            <MetricFigure
              metric="runRate"
              {...shown}
              note={blockTime === undefined ? ALONE : `${ALONE} ${formatBlockTime(blockTime)}`}
            >
              {formatAmount(denom, span === undefined ? amount : amountPer(DAY_MS, amount, span))}
            </MetricFigure>
          </span>
        ))}
      </NumberTile>
      <NumberTile
        label="Spent on what runs"
        note={
          spend === undefined
            ? 'escrow accounts are not read'
            : spend.byDenom.map(({ denom, accrued }, index) => (
                <span key={denom}>
                  {index > 0 && ', '}
                  <MetricFigure metric="spendAccrued" {...shown} note={ALONE}>
                    {formatAmount(denom, accrued)}
                  </MetricFigure>{' '}
                  of it not settled yet
                </span>
              ))
        }
      >
        {spend === undefined ? (
          <span className="text-m font-normal text-ink-3">not known</span>
        ) : (
          spend.byDenom.map(({ denom, lifetime }) => (
            <span key={denom} className="block">
              <MetricFigure metric="spendLifetime" {...shown} note={noteOf(spend)}>
                {formatAmount(denom, lifetime)}
              </MetricFigure>
            </span>
          ))
        )}
      </NumberTile>
    </NumberTiles>
  )
}

function noteOf({ withoutPayment, accrualNotKnown }: Spend): string {
  const parts = ['Of the leases of this tenant that run.']
  if (withoutPayment > 0) {
    parts.push(`Without ${formatCount(withoutPayment, 'lease')} whose payment is not known.`)
  }
  if (accrualNotKnown > 0) {
    parts.push(`Of ${formatCount(accrualNotKnown, 'lease')} only what is settled is in it.`)
  }
  return parts.join(' ')
}

function formatAmount(denom: string, amount: bigint): string {
  return sanitizeChainText(formatDecAmount({ denom, amount }, 'compact'))
}
