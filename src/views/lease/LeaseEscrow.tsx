import type { Figure } from '../../domain/figure.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount } from '../../domain/format-integer.ts'
import type { Lease } from '../../domain/market/lease.ts'
import type { Deployment } from '../../domain/market/market.ts'
import type { MetricId } from '../../domain/market/metrics/metric.ts'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { PerBlockAmount } from '../../ui/market/PerBlockAmount.tsx'
import { SideFacts } from '../../ui/market/SideFacts.tsx'
import { formatFailureTitle } from '../../ui/state/FailureMessage.tsx'
import { HeightText } from '../../ui/text/HeightText.tsx'

export interface LeaseEscrowProps {
  readonly deployment: Figure<Deployment | undefined>
  /** Leases paid from the same account. */
  readonly siblings: readonly Lease[]
  readonly now: Date
}

/** The account the lease is paid from, as it stood when payments were settled last. */
export function LeaseEscrow({ deployment, siblings, now }: LeaseEscrowProps) {
  if (deployment.kind === 'loading') return null
  if (deployment.kind === 'failed') {
    return (
      <p className="text-ink-2">
        {formatFailureTitle(deployment.failure.kind)}.{' '}
        {sanitizeChainText(deployment.failure.sentence)}
      </p>
    )
  }
  const escrow = deployment.value?.escrow
  if (escrow === undefined) {
    return <p className="text-ink-3">The chain told none of its deployment.</p>
  }
  const paying = siblings.filter(({ payment }) => payment?.state === 'open').length
  const { source } = deployment
  const amounts = (metric: MetricId, values: typeof escrow.funds, none: string) =>
    values.length === 0
      ? none
      : values.map((amount) => (
          <span key={amount.denom} className="block">
            <MetricFigure metric={metric} source={source} now={now}>
              <PerBlockAmount amount={amount} isBare per="" />
            </MetricFigure>
          </span>
        ))
  return (
    <SideFacts
      facts={[
        { label: 'State', value: escrow.state },
        { label: 'Settled at', value: <HeightText height={escrow.settledAt} /> },
        { label: 'Funds then', value: amounts('escrowFunds', escrow.funds, 'none') },
        {
          label: 'Paid out over its life',
          value: amounts('spendSettled', escrow.transferred, 'nothing'),
        },
        {
          label: 'Open payments',
          value: (
            <MetricFigure
              metric="activeLeases"
              source={source}
              now={now}
              note="Of this deployment, with an open payment."
            >
              {formatCount(paying, 'lease')}
            </MetricFigure>
          ),
        },
      ]}
    />
  )
}
