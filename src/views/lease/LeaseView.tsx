import { getRouteApi, Link } from '@tanstack/react-router'
import { type LeaseName, parseLeaseName } from '../../domain/market/lease-name.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { useFollowing } from '../../queries/following.ts'
import { useBlockTime } from '../../queries/market/use-block-time.ts'
import { leaseQuery, useLease } from '../../queries/market/use-lease.ts'
import { MarketTabs } from '../../ui/market/MarketTabs.tsx'
import { MarketUnavailable } from '../../ui/market/MarketUnavailable.tsx'
import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { useNow } from '../../ui/use-now.ts'
import { AbsentLease } from './AbsentLease.tsx'
import { FoundLease } from './FoundLease.tsx'

const route = getRouteApi('/market/leases/$owner/$')

/** `/market/leases/owner/dseq/gseq/oseq/provider[/bseq]` */
export function LeaseView() {
  const { owner, _splat: rest = '' } = route.useParams()
  const text = `${owner}/${rest}`
  const reading = parseLeaseName(text)
  return reading.kind === 'lease' ? (
    <NamedLease key={text} name={reading.name} />
  ) : (
    <MalformedName why={reading.why} />
  )
}

function NamedLease({ name }: { readonly name: LeaseName }) {
  const chain = useChain()
  const now = useNow(chain.now, 10_000)
  const { data, error, refetch } = useLease(name)
  const following = useFollowing(leaseQuery(chain, name).queryKey, 30_000, data !== undefined)
  const blockTime = useBlockTime(data && { height: data.source.height, oldest: data.oldest })
  const title = `Lease ${name.dseq}/${name.gseq}/${name.oseq}`
  useDocumentTitle(title)
  if (data?.lease !== undefined) {
    return (
      <FoundLease
        detail={data}
        lease={data.lease}
        blockTime={blockTime}
        following={following}
        now={now}
      />
    )
  }
  return (
    <>
      <Kicker>Lease</Kicker>
      <PageTitle>{title}</PageTitle>
      <MarketTabs current={undefined} />
      {data !== undefined ? (
        <AbsentLease name={name} detail={data} now={now} />
      ) : error !== null ? (
        <MarketUnavailable
          failure={describeQueryFailure(error)}
          title="This lease could not be read"
          onRetry={() => void refetch()}
        />
      ) : (
        <>
          <Lede>
            <Skeleton lines={3} label="the lease" />
          </Lede>
          <div className="min-h-[60rem] text-s">
            <Skeleton lines={16} />
          </div>
        </>
      )}
    </>
  )
}

function MalformedName({ why }: { readonly why: string | undefined }) {
  useDocumentTitle('No lease')
  return (
    <>
      <Kicker>Lease</Kicker>
      <PageTitle>That is no lease</PageTitle>
      <MarketTabs current={undefined} />
      <Lede>
        {why !== undefined && (
          <>
            <HostileText text={why} limit={400} isCutSilently />{' '}
          </>
        )}
        A lease is named by owner/dseq/gseq/oseq/provider, with /bseq where it is known.
      </Lede>
      <Link to="/market/leases" search={{}}>
        All leases
      </Link>
    </>
  )
}
