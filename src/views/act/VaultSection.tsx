import { formatDenom } from '../../domain/amount.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import type { BmeVault } from '../../domain/market/market.ts'
import type { Source } from '../../domain/source.ts'
import { FigureTable } from '../../ui/market/FigureTable.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { Section } from '../../ui/page/Heading.tsx'
import { FigureText } from '../../ui/state/FigureText.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { AmountText } from '../../ui/text/AmountText.tsx'
import { type ActPartProps, actFigures } from './act-market.ts'

/** What the vault holds, what was minted and burned, and how much ACT there is. */
export function VaultSection({ market, now }: ActPartProps) {
  const { bme, actSupply } = actFigures(market)
  return (
    <Section
      title="Vault and supply"
      aside={
        <>
          ACT in circulation:{' '}
          <FigureText figure={actSupply} label="the supply of ACT">
            {(amount, source) => (
              <MetricFigure metric="actSupply" source={source} now={now}>
                <AmountText coin={{ denom: 'uact', amount }} />
              </MetricFigure>
            )}
          </FigureText>
        </>
      }
    >
      {bme.kind === 'loading' && (
        <div className="h-24">
          <Skeleton lines={3} label="the vault" />
        </div>
      )}
      {bme.kind === 'failed' && <p className="text-s text-ink-2">The vault could not be read.</p>}
      {bme.kind === 'known' && <VaultTable vault={bme.value.vault} source={bme.source} now={now} />}
    </Section>
  )
}

function VaultTable({
  vault,
  source,
  now,
}: {
  readonly vault: BmeVault
  readonly source: Source
  readonly now: Date
}) {
  const columns = [
    ['vaultBalance', 'Held by the vault', vault.balances],
    ['mintedAndBurned', 'Minted', vault.totalMinted],
    ['mintedAndBurned', 'Burned', vault.totalBurned],
    ['remintCredits', 'To be minted again', vault.remintCredits],
  ] as const
  const denoms = [
    ...new Set(columns.flatMap(([, , coins]) => coins.map(({ denom }) => denom))),
  ].toSorted()
  return (
    <FigureTable
      label="The vault by denomination"
      header={['In', ...columns.map(([, name]) => name)]}
      rows={denoms.map((denom) => ({
        key: denom,
        name: sanitizeChainText(formatDenom(denom)),
        cells: columns.map(([metric, name, coins]) => {
          const coin = coins.find((each) => each.denom === denom)
          return coin === undefined ? (
            'none'
          ) : (
            <MetricFigure key={name} metric={metric} source={source} now={now} note={name}>
              <AmountText coin={coin} form="all" />
            </MetricFigure>
          )
        }),
      }))}
    />
  )
}
