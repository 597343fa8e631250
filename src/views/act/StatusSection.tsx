import { formatDecShare, formatExactShare } from '../../domain/format-share.ts'
import type { BmeStatus } from '../../domain/market/market.ts'
import type { Source } from '../../domain/source.ts'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { Callout } from '../../ui/page/Callout.tsx'
import { DefinitionList } from '../../ui/page/DefinitionList.tsx'
import { Section } from '../../ui/page/Heading.tsx'
import { Pill } from '../../ui/page/Pill.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { type ActPartProps, actFigures } from './act-market.ts'
import { CollateralBar } from './CollateralBar.tsx'
import { describeMintStatus } from './describe-mint-status.ts'

/** The collateral ratio against its thresholds, and what follows from it. */
export function StatusSection({ market, now }: ActPartProps) {
  const { bme } = actFigures(market)
  return (
    <Section title="Collateral">
      {bme.kind === 'loading' && (
        <div className="h-[20.5rem] max-sm:h-[28.5rem]">
          <Skeleton lines={4} label="the collateral ratio" />
        </div>
      )}
      {bme.kind === 'failed' && (
        <FailureMessage
          failure={bme.failure}
          title="The state of the BME module could not be read"
        />
      )}
      {bme.kind === 'known' && <Standing status={bme.value.status} source={bme.source} now={now} />}
    </Section>
  )
}

function Standing({
  status,
  source,
  now,
}: {
  readonly status: BmeStatus
  readonly source: Source
  readonly now: Date
}) {
  const { name, sentence, tone } = describeMintStatus(status)
  const figure = { metric: 'collateralRatio', source, now } as const
  return (
    <>
      {tone === 'bad' && (
        <Callout tone="bad" title="Minting is halted">
          <p>
            {sentence} Leases that are paid in ACT still run; whoever needs new ACT waits until the
            module resumes.
          </p>
        </Callout>
      )}
      <CollateralBar status={status} />
      <DefinitionList
        rows={[
          {
            key: 'ratio',
            label: 'Collateral ratio',
            value: (
              <MetricFigure {...figure}>{formatExactShare(status.collateralRatio)}</MetricFigure>
            ),
          },
          {
            key: 'warn',
            label: 'Warning below',
            value: (
              <MetricFigure
                {...figure}
                metric="collateralThresholds"
                note="The threshold of the warning."
              >
                {formatDecShare(status.warnThreshold)}
              </MetricFigure>
            ),
          },
          {
            key: 'halt',
            label: 'Minting halts below',
            value: (
              <MetricFigure
                {...figure}
                metric="collateralThresholds"
                note="The threshold of the halt."
              >
                {formatDecShare(status.haltThreshold)}
              </MetricFigure>
            ),
          },
          {
            key: 'status',
            label: 'Status',
            note: status.status,
            value: <Pill tone={tone}>{name}</Pill>,
          },
          {
            key: 'mints',
            label: 'Minting',
            value: status.mintsAllowed ? 'allowed' : 'not allowed',
          },
          {
            key: 'refunds',
            label: 'Refunds',
            value: status.refundsAllowed ? 'allowed' : 'not allowed',
          },
        ]}
      />
    </>
  )
}
