import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { useMarket } from '../../queries/market/use-market.ts'
import { DefinitionsList } from '../../ui/market/DefinitionsList.tsx'
import { MarketTabs } from '../../ui/market/MarketTabs.tsx'
import { MarketUnavailable } from '../../ui/market/MarketUnavailable.tsx'
import { Kicker, PageTitle } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { useNow } from '../../ui/use-now.ts'
import { ActLede } from './ActLede.tsx'
import { OracleSection } from './OracleSection.tsx'
import { StatusSection } from './StatusSection.tsx'
import { VaultSection } from './VaultSection.tsx'

/** `/market/act`: what backs ACT, whether it can be minted, and the price that decides it. */
export function ActView() {
  const chain = useChain()
  const now = useNow(chain.now, 30_000)
  const { data: market, error, refetch } = useMarket({ isWhole: false })
  useDocumentTitle('ACT and its vault')
  return (
    <>
      <Kicker>Market</Kicker>
      <PageTitle>ACT and what backs it</PageTitle>
      <MarketTabs current="act" />
      {market === undefined && error !== null ? (
        <MarketUnavailable failure={describeQueryFailure(error)} onRetry={() => void refetch()} />
      ) : (
        <>
          <ActLede market={market} now={now} />
          <StatusSection market={market} now={now} />
          <VaultSection market={market} now={now} />
          <OracleSection market={market} now={now} />
          <DefinitionsList
            metrics={[
              'collateralRatio',
              'collateralThresholds',
              'vaultBalance',
              'mintedAndBurned',
              'remintCredits',
              'actSupply',
              'aktPrice',
            ]}
          />
          {market?.bme.kind === 'known' && <SourceNote source={market.bme.source} now={now} />}
        </>
      )}
    </>
  )
}
