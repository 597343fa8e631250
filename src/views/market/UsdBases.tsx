import { formatDenom } from '../../domain/amount.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatUsdRate } from '../../domain/format-usd.ts'
import type { OraclePrice } from '../../domain/market/market.ts'
import { describeUsdParts } from '../../ui/market/describe-usd-parts.ts'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { FigureText } from '../../ui/state/FigureText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import type { ShownMarket } from './shown-market.ts'

/** By which grounds amounts become dollars, whether or not any lease is paid so now. */
export function UsdBases({ market, metrics, source, now }: ShownMarket) {
  const { parts, unpriced } = metrics.runRateUsd
  const paid = [...parts, ...unpriced].map(({ denom }) => sanitizeChainText(formatDenom(denom)))
  return (
    <div className="mt-3 max-w-measure text-s text-ink-2">
      <p>
        In US dollars the sum is {describeUsdParts(metrics.runRateUsd) || 'of nothing'}. Leases are
        paid in {paid.length === 0 ? 'nothing' : paid.join(', ')} now. The grounds:
      </p>
      <ul className="ms-5 list-disc">
        <li>
          1 ACT is{' '}
          <MetricFigure
            metric="usdValue"
            source={source}
            now={now}
            note="By the protocol (AEP-76)."
          >
            1 USD
          </MetricFigure>{' '}
          by the protocol.
        </li>
        <li>
          <FigureText figure={market.oracle} label="the price of AKT">
            {(oracle, from) => (
              <>
                1 AKT is{' '}
                <MetricFigure metric="aktPrice" source={from} now={now} note={healthOf(oracle)}>
                  {formatUsdRate(oracle.twap)}
                </MetricFigure>{' '}
                by the chain’s oracle (time-weighted),{' '}
                <TimeText date={oracle.time} now={now} form="line" />. {healthOf(oracle)}
              </>
            )}
          </FigureText>
        </li>
        <li>
          1 axlUSDC is taken for{' '}
          <MetricFigure metric="usdValue" source={source} now={now} note="Assumed by this page.">
            1 USD
          </MetricFigure>
          , which is assumed: the chain has no price of it.
        </li>
      </ul>
    </div>
  )
}

/** Whether the oracle trusts itself, in a sentence. */
function healthOf({ isHealthy, sources, failureReasons }: OraclePrice): string {
  if (isHealthy) return `It calls itself healthy, with ${sources} sources.`
  const why = failureReasons.map((reason) => sanitizeChainText(reason)).join('; ')
  return `It calls itself unhealthy${why === '' ? '' : ` (${why})`}, so its price is used for nothing.`
}
