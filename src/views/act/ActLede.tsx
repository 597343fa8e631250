import { formatDecShare } from '../../domain/format-share.ts'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { SteadyLede } from '../../ui/market/SteadyLede.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { type ActPartProps, actFigures } from './act-market.ts'
import { describeMintStatus } from './describe-mint-status.ts'

/** Whether ACT is backed and minted, in a sentence. */
export function ActLede({ market, now }: ActPartProps) {
  const { bme } = actFigures(market)
  if (bme.kind === 'loading') {
    return (
      <SteadyLede>
        <Skeleton lines={2} label="the state of ACT" />
      </SteadyLede>
    )
  }
  if (bme.kind === 'failed') return <SteadyLede>What backs ACT could not be read.</SteadyLede>
  const { status } = bme.value
  const words = describeMintStatus(status)
  return (
    <SteadyLede>
      <b>
        ACT is backed to{' '}
        <MetricFigure metric="collateralRatio" source={bme.source} now={now}>
          {formatDecShare(status.collateralRatio)}
        </MetricFigure>
        ; the module’s status is {words.name.toLowerCase()}.
      </b>{' '}
      {words.sentence} {status.refundsAllowed ? 'Refunds are allowed.' : 'Refunds are not allowed.'}
    </SteadyLede>
  )
}
