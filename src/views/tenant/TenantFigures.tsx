import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatDecAmount } from '../../domain/format-dec-amount.ts'
import { formatCount } from '../../domain/format-integer.ts'
import type { Spend } from '../../domain/market/metrics/spend.ts'
import { HolderTiles, type HolderTilesProps } from '../../ui/market/HolderTiles.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { NumberTile } from '../../ui/market/NumberTile.tsx'

export interface TenantFiguresProps extends Omit<HolderTilesProps, 'of' | 'children'> {
  /** Of its running leases; undefined: its accounts are not read. */
  readonly spend: Spend | undefined
}

/** What it rents, and what it pays and has paid. */
export function TenantFigures({ spend, ...props }: TenantFiguresProps) {
  const shown = { source: props.source, now: props.now }
  return (
    <HolderTiles {...props} of="tenant">
      <NumberTile
        label="Spent on what runs"
        note={
          spend === undefined
            ? 'escrow accounts are not read'
            : spend.byDenom.length === 0
              ? 'the node told no payment of them'
              : spend.byDenom.map(({ denom, accrued }, index) => (
                  <span key={denom}>
                    {index > 0 && ', '}
                    <MetricFigure metric="spendAccrued" {...shown} note="Of this tenant alone.">
                      {formatAmount(denom, accrued)}
                    </MetricFigure>{' '}
                    of it not settled yet
                  </span>
                ))
        }
      >
        {spend === undefined || spend.byDenom.length === 0 ? (
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
    </HolderTiles>
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
