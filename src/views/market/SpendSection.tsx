import { formatDenom } from '../../domain/amount.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount } from '../../domain/format-integer.ts'
import type { MetricId } from '../../domain/market/metrics/metric.ts'
import type { Spend } from '../../domain/market/metrics/spend.ts'
import { FigureTable } from '../../ui/market/FigureTable.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { PerBlockAmount } from '../../ui/market/PerBlockAmount.tsx'
import { Section } from '../../ui/page/Heading.tsx'
import type { ShownMarket } from './shown-market.ts'

const COLUMNS = [
  ['settled', 'spendSettled', 'Settled'],
  ['accrued', 'spendAccrued', 'Accrued'],
  ['lifetime', 'spendLifetime', 'Over the life'],
  ['unpaid', 'spendUnpaid', 'Never paid'],
] as const satisfies readonly (readonly [string, MetricId, string])[]

/** What leases have cost so far. */
export function SpendSection(shown: ShownMarket) {
  const { metrics } = shown
  return (
    <Section title="Spend so far">
      <SpendTable {...shown} spend={metrics.runningSpend} of="Active leases" />
      {metrics.spend !== undefined && (
        <div className="mt-5">
          <SpendTable {...shown} spend={metrics.spend} of="All leases, ended ones too" />
        </div>
      )}
      {metrics.spend === undefined && (
        <p className="mt-2 text-s text-ink-2">
          What ended leases cost is not in it: they are not read, or not all of them.
        </p>
      )}
    </Section>
  )
}

function SpendTable({
  spend: { byDenom, withoutPayment, accrualNotKnown },
  of,
  source,
  now,
}: ShownMarket & { readonly spend: Spend; readonly of: string }) {
  return (
    <>
      <FigureTable
        label={`Spend: ${of}`}
        header={[of, ...COLUMNS.map(([, , name]) => name)]}
        rows={byDenom.map((row) => ({
          key: row.denom,
          name: sanitizeChainText(formatDenom(row.denom)),
          cells: COLUMNS.map(([part, metric]) => (
            <MetricFigure key={part} metric={metric} source={source} now={now} note={of}>
              <PerBlockAmount amount={{ denom: row.denom, amount: row[part] }} per="" isBare />
            </MetricFigure>
          )),
        }))}
      />
      <p className="mt-1 text-xs text-ink-2">
        {withoutPayment > 0 &&
          `Of ${formatCount(withoutPayment, 'lease')} the payment is not known. `}
        {accrualNotKnown > 0 &&
          `Of ${formatCount(accrualNotKnown, 'lease')} what accrued is not known, so only the settled part is in it.`}
      </p>
    </>
  )
}
