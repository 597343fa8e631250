import { formatDenom } from '../../domain/amount.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import type { DenomRunRate } from '../../domain/market/metrics/run-rate.ts'
import { FigureTable } from '../../ui/market/FigureTable.tsx'
import { formatBlockTime } from '../../ui/market/format-block-time.ts'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { PerBlockAmount } from '../../ui/market/PerBlockAmount.tsx'
import { Section } from '../../ui/page/Heading.tsx'
import { FigureText } from '../../ui/state/FigureText.tsx'
import { RunRateChart } from './RunRateChart.tsx'
import type { ShownMarket } from './shown-market.ts'
import { UsdBases } from './UsdBases.tsx'

/** What running leases cost, by denomination and length of time, and in dollars by stated grounds. */
export function RunRateSection(shown: ShownMarket) {
  const { market, metrics, source, now } = shown
  const amount = (denom: string, value: bigint | undefined, span: string) =>
    value === undefined ? (
      'not known'
    ) : (
      <MetricFigure key={span} metric="runRate" source={source} now={now} note={span}>
        <PerBlockAmount amount={{ denom, amount: value }} per={span} isBare />
      </MetricFigure>
    )
  const cellsOf = ({ denom, leases, perBlock, perTime }: DenomRunRate) => [
    <MetricFigure
      key="leases"
      metric="activeLeases"
      source={source}
      now={now}
      note={`Paid in ${sanitizeChainText(formatDenom(denom))}.`}
    >
      {formatInteger(leases)}
    </MetricFigure>,
    amount(denom, perBlock, 'a block'),
    amount(denom, perTime?.hour, 'an hour'),
    amount(denom, perTime?.day, 'a day'),
    amount(denom, perTime?.days30, '30 days'),
  ]
  return (
    <Section
      title="Run-rate"
      aside={
        <FigureText figure={market.blockTime} label="the block time">
          {(blockTime, from) => (
            <MetricFigure metric="blockTime" source={from} now={now}>
              {formatBlockTime(blockTime)}
            </MetricFigure>
          )}
        </FigureText>
      }
    >
      {metrics.runRate.length === 0 ? (
        <p className="text-s text-ink-2">No lease is active, so nothing is paid.</p>
      ) : (
        <FigureTable
          label="Run-rate by denomination"
          header={['Paid in', 'Leases', 'A block', 'An hour', 'A day', '30 days']}
          rows={metrics.runRate.map((rate) => ({
            key: rate.denom,
            name: sanitizeChainText(formatDenom(rate.denom)),
            cells: cellsOf(rate),
          }))}
        />
      )}
      <UsdBases {...shown} />
      {metrics.runRate.length > 1 && (
        <div className="mt-6">
          <RunRateChart {...shown} />
        </div>
      )}
    </Section>
  )
}
