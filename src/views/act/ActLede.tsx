import { formatDecShare } from '../../domain/format-share.ts'
import type { Market } from '../../domain/market/market.ts'
import { Lede } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { actFigures } from './act-market.ts'
import { describeMintStatus } from './describe-mint-status.ts'

/** Whether ACT is backed and minted, in a sentence. */
export function ActLede({ market }: { readonly market: Market | undefined }) {
  const { bme } = actFigures(market)
  if (bme.kind === 'loading') {
    return (
      <Lede>
        <Skeleton lines={2} label="the state of ACT" />
      </Lede>
    )
  }
  if (bme.kind === 'failed') return <Lede>What backs ACT could not be read.</Lede>
  const { status } = bme.value
  const words = describeMintStatus(status)
  return (
    <Lede>
      <b>
        ACT is backed to {formatDecShare(status.collateralRatio)}; the module’s status is{' '}
        {words.name.toLowerCase()}.
      </b>{' '}
      {words.sentence} {status.refundsAllowed ? 'Refunds are allowed.' : 'Refunds are not allowed.'}
    </Lede>
  )
}
