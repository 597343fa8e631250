import { isRunning, type Lease } from '../../domain/market/lease.ts'
import type { BlockTime } from '../../domain/market/market.ts'
import { leaseAge } from '../../domain/market/metrics/lease-age.ts'
import type { LeasedResources } from '../../domain/market/resources.ts'
import type { Source } from '../../domain/source.ts'
import { BlocksText } from '../../ui/market/BlocksText.tsx'
import { formatCloseReason } from '../../ui/market/format-close-reason.ts'
import { HolderLink } from '../../ui/market/HolderLink.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { PerBlockAmount } from '../../ui/market/PerBlockAmount.tsx'
import { ResourcesText } from '../../ui/market/ResourcesText.tsx'
import { Lede } from '../../ui/page/Heading.tsx'
import { HeightText } from '../../ui/text/HeightText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'

export interface LeaseLedeProps {
  readonly lease: Lease
  readonly resources: LeasedResources
  readonly blockTime: BlockTime | undefined
  readonly source: Source
  readonly now: Date
}

/** Who leases what from whom, at what price, since when, and how it stands. */
export function LeaseLede({ lease, resources, blockTime, source, now }: LeaseLedeProps) {
  const runs = isRunning(lease)
  const age = leaseAge(lease, source.height)
  return (
    <Lede>
      <HolderLink as="tenant" address={lease.id.owner} isBare /> {runs ? 'leases' : 'leased'}{' '}
      <b>
        <ResourcesText resources={resources} isMarked={false} />
      </b>
      {resources.from === 'not-known' && ' (what it holds)'} from{' '}
      <HolderLink as="provider" address={lease.id.provider} isBare /> at{' '}
      <MetricFigure
        metric="leasePrice"
        source={source}
        now={now}
        note="The price of this lease alone."
      >
        <PerBlockAmount amount={lease.price} />
      </MetricFigure>
      , since block <HeightText height={lease.createdAt} />
      {age !== undefined && (
        <>
          {runs ? ', ' : ', for '}
          <MetricFigure
            metric={runs ? 'leaseAge' : 'leaseDuration'}
            source={source}
            now={now}
            note={<BlocksText blocks={age} blockTime={undefined} />}
          >
            <BlocksText blocks={age} blockTime={blockTime} />
          </MetricFigure>
          {runs && ' by now'}
        </>
      )}
      . <StateSentence lease={lease} now={now} />
    </Lede>
  )
}

function StateSentence({ lease, now }: { readonly lease: Lease; readonly now: Date }) {
  const { state, closedOn, reason, reclamation } = lease
  const reasonText = formatCloseReason(reason)
  const at =
    closedOn === undefined ? null : (
      <>
        {' '}
        at block <HeightText height={closedOn} />
      </>
    )
  switch (state) {
    case 'active':
      return 'It is active: paid for, which does not say that its containers answer.'
    case 'reclaiming':
      return (
        <>
          It runs and is paid for, and its provider has given notice
          {reclamation !== undefined && (
            <>
              : from <TimeText date={reclamation.deadline} now={now} form="utc" /> on (
              <TimeText date={reclamation.deadline} now={now} form="relative" />) it may be closed
            </>
          )}
          .
        </>
      )
    case 'insufficient_funds':
      return (
        <>
          It ended{at} because its deployment ran out of funds
          {reason === 'lease_closed_invalid' && ' (its state says so; the chain kept no reason)'}.
        </>
      )
    case 'closed':
      return reason === 'lease_closed_invalid' ? (
        <>It was closed{at}; the chain kept no reason.</>
      ) : (
        <>
          It was closed{at}. The reason kept: <b>{reasonText.toLowerCase()}</b>.
        </>
      )
    default:
      return <>It is in {state.replace('unknown', 'a state this page does not know:')}.</>
  }
}
