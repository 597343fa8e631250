import { formatInteger } from '../../domain/format-integer.ts'
import type { Provider } from '../../domain/market/market.ts'
import type { Holder } from '../../domain/market/metrics/holders.ts'
import type { MeasuredMarket } from '../../queries/market/use-market-metrics.ts'
import { HeldFigure } from '../../ui/market/HeldFigure.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { Callout } from '../../ui/page/Callout.tsx'
import { Lede } from '../../ui/page/Heading.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

export interface ProviderLedeProps {
  readonly measured: MeasuredMarket
  /** undefined: it has no running lease. */
  readonly holder: Holder | undefined
  /** undefined: not registered, or not read. */
  readonly record: Provider | undefined
  readonly now: Date
}

/** What the provider is, in a sentence: registered or not, with or without leases. */
export function ProviderLede({ measured: { market }, holder, record, now }: ProviderLedeProps) {
  const { providers, running } = market
  const source = running.kind === 'known' ? running.source : market.source
  const isWhole = running.kind === 'known' && running.value.isComplete
  const leases =
    holder === undefined ? (
      isWhole ? (
        'no active lease'
      ) : (
        'no active lease among those read so far'
      )
    ) : (
      <>
        <MetricFigure
          metric="activeLeases"
          source={source}
          now={now}
          note="Of this provider alone."
        >
          {formatInteger(holder.leases)}
        </MetricFigure>{' '}
        active {holder.leases === 1 ? 'lease' : 'leases'}
        {holder.reclaiming > 0 && (
          <>
            ,{' '}
            <MetricFigure
              metric="reclaimingLeases"
              source={source}
              now={now}
              note="Of this provider alone."
            >
              {formatInteger(holder.reclaiming)}
            </MetricFigure>{' '}
            of them being reclaimed
          </>
        )}
        {holder.gpus > 0n && (
          <>
            , with{' '}
            <HeldFigure
              metric="leasedGpus"
              source={source}
              now={now}
              of={holder}
              note="Of this provider alone."
            >
              {formatInteger(holder.gpus)}
            </HeldFigure>{' '}
            {holder.gpus === 1n ? 'GPU' : 'GPUs'}
          </>
        )}
      </>
    )
  if (record !== undefined) {
    return (
      <Lede>
        <b>
          <HostileText
            text={record.hostUri}
            limit={120}
            isCutSilently
            absence="A provider without a host"
          />
        </b>{' '}
        has {leases}.
      </Lede>
    )
  }
  if (providers.kind === 'failed') {
    return <Lede>It has {leases}; its record could not be read.</Lede>
  }
  if (providers.kind === 'loading') return <Lede>It has {leases}.</Lede>
  if (holder !== undefined) {
    return (
      <>
        <Lede>It has {leases}.</Lede>
        <Callout tone="warn" title="Not registered">
          <p>
            The provider module’s list does not name it at this height, though leases run with it:
            it was taken off the list since.
          </p>
        </Callout>
      </>
    )
  }
  return (
    <Lede>
      <b>The chain knows no such provider</b>: it is not registered, and has {leases}. It may have
      had some that ended.
    </Lede>
  )
}
