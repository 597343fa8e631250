import { formatDenom } from '../../domain/amount.ts'
import { DEC_ONE, formatDec } from '../../domain/decimal.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatDecAmount } from '../../domain/format-dec-amount.ts'
import { formatUsd } from '../../domain/format-usd.ts'
import { ChartFigure } from '../../ui/charts/market/ChartFigure.tsx'
import type { ShownMarket } from './shown-market.ts'

/** The run-rate by denomination, on the one scale the denominations have: dollars. */
export function RunRateChart({ metrics, source, now }: ShownMarket) {
  const { runRate, runRateUsd } = metrics
  const rows = runRate.map(({ denom, perBlock, leases }) => {
    const usd = runRateUsd.parts.find((part) => part.denom === denom)?.usd
    const amount = formatDecAmount({ denom, amount: perBlock })
    return { denom, leases, perBlock, usd, amount, ticker: sanitizeChainText(formatDenom(denom)) }
  })
  return (
    <ChartFigure
      title="Run-rate by denomination"
      unit="a block; bars in US dollars by the grounds above, where there are any"
      name="run-rate"
      rows={rows.map(({ denom, ticker, usd, amount }) => ({
        key: denom,
        label: ticker,
        value: usd === undefined ? undefined : Number(usd) / Number(DEC_ONE),
        text: sanitizeChainText(amount),
      }))}
      table={{
        header: ['Paid in', 'Leases', 'A block', 'In US dollars'],
        rows: rows.map(({ ticker, leases, amount, usd }) => [
          ticker,
          leases.toString(),
          sanitizeChainText(amount),
          usd === undefined ? 'no price' : formatUsd(usd),
        ]),
        file: [
          ['denom', 'leases', 'perBlock'],
          ...rows.map(({ denom, leases, perBlock }) => [
            denom,
            leases.toString(),
            formatDec(perBlock),
          ]),
        ],
      }}
      metrics={['runRate', 'usdValue']}
      source={source}
      now={now}
    />
  )
}
