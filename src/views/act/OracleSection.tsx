import { formatDec } from '../../domain/decimal.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount } from '../../domain/format-integer.ts'
import type { OraclePrice } from '../../domain/market/market.ts'
import type { Source } from '../../domain/source.ts'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { Callout } from '../../ui/page/Callout.tsx'
import { DefinitionList } from '../../ui/page/DefinitionList.tsx'
import { Section } from '../../ui/page/Heading.tsx'
import { Pill } from '../../ui/page/Pill.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import { type ActPartProps, actFigures } from './act-market.ts'

/** The price the collateral is counted by, and whether it can be trusted. */
export function OracleSection({ market, now }: ActPartProps) {
  const { oracle } = actFigures(market)
  return (
    <Section title="Price of AKT by the oracle" aside="in US dollars">
      {oracle.kind === 'loading' && (
        <div className="h-56 max-sm:h-88">
          <Skeleton lines={4} label="the price" />
        </div>
      )}
      {oracle.kind === 'failed' && (
        <FailureMessage
          failure={oracle.failure}
          title="There is no price of AKT to show; what is paid in AKT has no dollars"
        />
      )}
      {oracle.kind === 'known' && <Price price={oracle.value} source={oracle.source} now={now} />}
    </Section>
  )
}

function Price({
  price,
  source,
  now,
}: {
  readonly price: OraclePrice
  readonly source: Source
  readonly now: Date
}) {
  const { isHealthy, failureReasons, sources, deviationBps } = price
  const row = (key: 'twap' | 'median' | 'min' | 'max', label: string) => ({
    key,
    label,
    value: (
      <MetricFigure
        metric="aktPrice"
        source={source}
        now={now}
        note={`${label}, as the module keeps it.`}
      >
        {formatDec(price[key]).replace(/\.?0+$/, '')}
      </MetricFigure>
    ),
  })
  return (
    <>
      {!isHealthy && (
        <Callout tone="warn" title="The oracle calls itself unhealthy">
          <p>
            Its price is used for nothing on these screens: what is paid in AKT has no dollars.{' '}
            {failureReasons.map((reason) => sanitizeChainText(reason)).join('; ')}
          </p>
        </Callout>
      )}
      <DefinitionList
        rows={[
          row('twap', 'Time-weighted average'),
          row('median', 'Median of the sources'),
          row('min', 'Lowest source'),
          row('max', 'Highest source'),
          {
            key: 'time',
            label: 'Told at',
            value: <TimeText date={price.time} now={now} form="full" />,
          },
          {
            key: 'health',
            label: 'Health',
            value: (
              <>
                <Pill tone={isHealthy ? 'good' : 'warn'}>
                  {isHealthy ? 'Healthy' : 'Unhealthy'}
                </Pill>{' '}
                <MetricFigure
                  metric="aktPrice"
                  source={source}
                  now={now}
                  note="Sources in the price, as the module counts them."
                >
                  {formatCount(sources, 'source')}
                </MetricFigure>
                , which differ by{' '}
                <MetricFigure
                  metric="aktPrice"
                  source={source}
                  now={now}
                  note="How far the sources are apart, as the module keeps it; 100 basis points are 1 %."
                >
                  {formatCount(deviationBps, 'basis point')}
                </MetricFigure>
              </>
            ),
          },
        ]}
      />
    </>
  )
}
