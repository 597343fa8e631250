import type { ReactNode } from 'react'
import type { Figure } from '../../domain/figure.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import type { DecAmount, Lease } from '../../domain/market/lease.ts'
import type { BlockTime, Deployment } from '../../domain/market/market.ts'
import { accountOf, indexAccounts } from '../../domain/market/metrics/accounts.ts'
import { amountPer, DAY_MS, HOUR_MS, spanOf } from '../../domain/market/metrics/block-span.ts'
import { runwayOf } from '../../domain/market/metrics/runway.ts'
import { computeLeaseSpend } from '../../domain/market/metrics/spend.ts'
import type { Source } from '../../domain/source.ts'
import type { LeaseDetail } from '../../queries/market/read-lease.ts'
import { BlocksText } from '../../ui/market/BlocksText.tsx'
import { formatBlockTime } from '../../ui/market/format-block-time.ts'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { PerBlockAmount } from '../../ui/market/PerBlockAmount.tsx'
import type { DefinitionRow } from '../../ui/page/DefinitionList.tsx'
import { DefinitionList } from '../../ui/page/DefinitionList.tsx'

export interface LeaseMoneyProps {
  readonly detail: LeaseDetail
  readonly lease: Lease
  readonly blockTime: BlockTime | undefined
  readonly now: Date
}

type SpendMetric = 'spendSettled' | 'spendAccrued' | 'spendLifetime' | 'spendUnpaid'

/** What it costs and has cost, and how long the funds last, with what each means. */
export function LeaseMoney({ detail, lease, blockTime, now }: LeaseMoneyProps) {
  const { source, siblings, deployment } = detail
  const accounts =
    deployment.kind === 'known' && deployment.value !== undefined
      ? indexAccounts(siblings, [deployment.value], source.height)
      : undefined
  const spend = computeLeaseSpend(lease, accounts)
  const runway = runwayOf(accountOf(accounts, lease.id))
  const amounts = (metric: SpendMetric, values: readonly DecAmount[]): ReactNode =>
    values.length === 0
      ? 'none'
      : values.map((amount) => (
          <span key={amount.denom} className="block">
            <MetricFigure metric={metric} source={source} now={now}>
              <PerBlockAmount amount={amount} isBare per="" />
            </MetricFigure>
          </span>
        ))
  const rows: DefinitionRow[] = [
    {
      key: 'price',
      label: 'Price',
      note: 'what is agreed now',
      value: <Price lease={lease} blockTime={blockTime} source={source} now={now} />,
    },
  ]
  if (spend.kind === 'not-known') {
    rows.push({
      key: 'spend',
      label: 'Spend',
      value: (
        <span className="text-ink-3">
          not known: the node told no payment of this lease, so what was paid cannot be said
        </span>
      ),
    })
    return <DefinitionList rows={rows} />
  }
  rows.push({
    key: 'settled',
    label: 'Settled',
    note: 'paid out to the provider, or ready for it to take',
    value: amounts('spendSettled', spend.settled),
  })
  if (lease.payment?.state === 'open') {
    rows.push(
      {
        key: 'accrued',
        label: 'Accrued, not settled',
        note: 'due since the last settlement; the chain settles when somebody asks',
        value:
          spend.accrual === 'not-known' ? (
            <Missing deployment={deployment} />
          ) : (
            <>
              {amounts('spendAccrued', spend.accrued)}
              {spend.accrual === 'capped' && (
                <span className="block text-warn">
                  as far as the funds go: they do not cover all that is due
                </span>
              )}
            </>
          ),
      },
      {
        key: 'lifetime',
        label: 'Over its life',
        note: 'both together',
        value: (
          <>
            {amounts('spendLifetime', spend.lifetime)}
            {spend.accrual === 'not-known' && (
              <span className="block text-ink-3">without what has accrued, which is not known</span>
            )}
          </>
        ),
      },
      {
        key: 'runway',
        label: 'Runway',
        note: 'until the deployment’s funds are spent, all its leases together, no deposit coming',
        value:
          runway.kind === 'not-known' ? (
            <Missing deployment={deployment} />
          ) : runway.kind === 'no-charge' ? (
            'nothing is charged'
          ) : (
            <>
              <MetricFigure metric="runway" source={source} now={now}>
                {runway.blocks === 0n ? (
                  'spent'
                ) : (
                  <BlocksText blocks={runway.blocks} blockTime={blockTime} />
                )}
              </MetricFigure>
              {runway.blocks === 0n && (
                <span className="block text-warn">
                  The funds are spent; the next settlement ends the lease.
                </span>
              )}
            </>
          ),
      },
    )
  }
  if (spend.unpaid.length > 0) {
    rows.push({
      key: 'unpaid',
      label: 'Never paid',
      note: 'due when the funds had run out',
      value: amounts('spendUnpaid', spend.unpaid),
    })
  }
  return <DefinitionList rows={rows} />
}

function Price({
  lease,
  blockTime,
  source,
  now,
}: {
  readonly lease: Lease
  readonly blockTime: BlockTime | undefined
  readonly source: Source
  readonly now: Date
}) {
  const span = spanOf(blockTime)
  const { denom, amount } = lease.price
  return (
    <>
      <MetricFigure
        metric="leasePrice"
        source={source}
        now={now}
        note="The price of this lease alone."
      >
        <PerBlockAmount amount={lease.price} />
      </MetricFigure>
      <span className="block min-h-[2lh] text-ink-2 sm:min-h-[1lh]">
        {span !== undefined &&
          blockTime !== undefined &&
          (
            [
              ['an hour', HOUR_MS],
              ['a day', DAY_MS],
              ['for 30 days', 30n * DAY_MS],
            ] as const
          ).map(([per, ms], index) => (
            <span key={per}>
              {index > 0 && ', '}
              <MetricFigure
                metric="runRate"
                source={source}
                now={now}
                note={formatBlockTime(blockTime)}
              >
                <PerBlockAmount amount={{ denom, amount: amountPer(ms, amount, span) }} per={per} />
              </MetricFigure>
            </span>
          ))}
      </span>
    </>
  )
}

/** Why a figure that takes the escrow account is not there. */
function Missing({ deployment }: { readonly deployment: Figure<Deployment | undefined> }) {
  const why =
    deployment.kind === 'failed'
      ? sanitizeChainText(deployment.failure.sentence)
      : 'the chain told no escrow account of its deployment'
  return <span className="text-ink-3">not known: {why}</span>
}
