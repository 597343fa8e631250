import { formatBinaryBytes, formatVcpus } from '../../domain/format-binary-bytes.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import { formatUsd } from '../../domain/format-usd.ts'
import { describeUsdParts } from '../../ui/market/describe-usd-parts.ts'
import { HeldFigure } from '../../ui/market/HeldFigure.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { NumberTile, NumberTiles } from '../../ui/market/NumberTile.tsx'
import { RunningTiles } from '../../ui/market/RunningTiles.tsx'
import { usdPerDay } from '../../ui/market/usd-per-day.ts'
import { FigureText } from '../../ui/state/FigureText.tsx'
import { FundsNote } from './FundsNote.tsx'
import type { ShownMarket } from './shown-market.ts'

/** The great numbers. */
export function MarketNumbers(shown: ShownMarket) {
  const { market, metrics, source, now } = shown
  const { resources, providerCount } = metrics
  const figure = { source, now }
  const held = { ...figure, of: resources }
  const usd = usdPerDay(metrics)
  const origin = resources.from
  return (
    <NumberTiles>
      <RunningTiles metrics={metrics} {...figure}>
        ; <FundsNote {...shown} />
      </RunningTiles>
      <NumberTile
        label="Run-rate a day"
        note={
          <>
            {describeUsdParts(metrics.runRateUsd)}, at{' '}
            <FigureText figure={market.blockTime} label="the block time">
              {({ meanMs }, from) => (
                <MetricFigure metric="blockTime" source={from} now={now}>
                  {(meanMs / 1000).toFixed(1)} s
                </MetricFigure>
              )}
            </FigureText>{' '}
            a block
          </>
        }
      >
        {usd === undefined ? (
          <FigureText figure={market.blockTime} label="the run-rate a day">
            {() => <span className="text-m font-normal text-ink-3">no price in dollars</span>}
          </FigureText>
        ) : (
          <MetricFigure metric="usdValue" {...figure} note={describeUsdParts(metrics.runRateUsd)}>
            {formatUsd(usd)}
          </MetricFigure>
        )}
      </NumberTile>
      <NumberTile
        label="Providers with leases"
        note={
          <>
            of{' '}
            <FigureText figure={market.providers} label="the number of providers">
              {(providers, from) => (
                <MetricFigure metric="providers" source={from} now={now}>
                  {formatInteger(providers.length)}
                </MetricFigure>
              )}
            </FigureText>{' '}
            registered; whether they are online is not on the chain
          </>
        }
      >
        <MetricFigure metric="providersWithLeases" {...figure}>
          {formatInteger(providerCount.withLeases)}
        </MetricFigure>
      </NumberTile>
      <NumberTile label="Tenants" note="accounts, not people">
        <MetricFigure metric="tenants" {...figure}>
          {formatInteger(providerCount.tenants)}
        </MetricFigure>
      </NumberTile>
      <NumberTile label="CPU leased" note="of all active leases">
        <HeldFigure metric="leasedCpu" {...held}>
          {formatVcpus(resources.cpuMillis)}
        </HeldFigure>
      </NumberTile>
      <NumberTile label="Memory leased" note="of all active leases">
        <HeldFigure metric="leasedMemory" {...held}>
          {formatBinaryBytes(resources.memoryBytes)}
        </HeldFigure>
      </NumberTile>
      <NumberTile
        label="Storage leased"
        note={
          <>
            <HeldFigure metric="leasedStorage" {...held} note="ephemeral">
              {formatBinaryBytes(resources.ephemeralBytes)}
            </HeldFigure>{' '}
            ephemeral,{' '}
            <HeldFigure metric="leasedStorage" {...held} note="persistent">
              {formatBinaryBytes(resources.persistentBytes)}
            </HeldFigure>{' '}
            persistent
          </>
        }
      >
        <HeldFigure metric="leasedStorage" {...held} note="both together">
          {formatBinaryBytes(resources.ephemeralBytes + resources.persistentBytes)}
        </HeldFigure>
      </NumberTile>
      {(origin.order > 0 || origin['not-known'] > 0) && (
        <NumberTile
          label="Resources known from the bid"
          note={
            <>
              <MetricFigure metric="resourceOrigin" {...figure} note="Only from the order.">
                {formatInteger(origin.order)}
              </MetricFigure>{' '}
              only from the order,{' '}
              <MetricFigure metric="resourceOrigin" {...figure} note="Neither bid nor order tells.">
                {formatInteger(origin['not-known'])}
              </MetricFigure>{' '}
              not known
            </>
          }
        >
          <MetricFigure metric="resourceOrigin" {...figure}>
            {formatInteger(origin.bid)}
          </MetricFigure>
        </NumberTile>
      )}
    </NumberTiles>
  )
}
