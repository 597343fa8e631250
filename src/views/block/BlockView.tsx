import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { parseHeightText } from '../../domain/block.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import { blockQuery } from '../../queries/block.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { useFollowing } from '../../queries/following.ts'
import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { useNow } from '../../ui/use-now.ts'
import { AbsentBlock } from './AbsentBlock.tsx'
import { BlockSkeleton } from './BlockSkeleton.tsx'
import { FoundBlock } from './FoundBlock.tsx'

const route = getRouteApi('/blocks/$height')

/** `/blocks/:height` */
export function BlockView() {
  const { height: text } = route.useParams()
  const height = parseHeightText(text)
  return height === undefined ? (
    <MalformedHeight text={text} />
  ) : (
    <Block key={text} height={height} />
  )
}

function Block({ height }: { readonly height: bigint }) {
  const chain = useChain()
  const now = useNow(chain.now, 1_000)
  const query = blockQuery(chain, height)
  const { data, error, refetch } = useQuery(query)
  const isSettled =
    data?.kind === 'dropped' ||
    (data?.kind === 'found' &&
      (data.commit.kind !== 'known' || data.commit.value.isCanonical) &&
      data.latestHeight !== height)
  // A block that is not there yet will be, and the newest one gets its final signatures with the next.
  const following = useFollowing(query.queryKey, 3_000, data !== undefined && !isSettled)
  useDocumentTitle(`Block ${formatInteger(height)}`)
  const retry = () => void refetch()
  if (data === undefined && error === null) return <BlockSkeleton height={height} />
  if (data === undefined) {
    return (
      <>
        <Kicker>Block</Kicker>
        <PageTitle>Block {formatInteger(height)}</PageTitle>
        <div className="mt-6">
          <FailureMessage
            failure={describeQueryFailure(error)}
            title="This block could not be read"
            onRetry={retry}
          />
        </div>
      </>
    )
  }
  return data.kind === 'found' ? (
    <FoundBlock report={data} now={now} onRetry={retry} />
  ) : (
    <AbsentBlock report={data} isFollowed={following.kind !== 'none'} />
  )
}

function MalformedHeight({ text }: { readonly text: string }) {
  useDocumentTitle('No block height')
  return (
    <>
      <Kicker>Block</Kicker>
      <PageTitle>That is no block height</PageTitle>
      <Lede>
        Heights are whole numbers from 1 upwards, and the address asks for{' '}
        <HostileText text={text} limit={80} isCutSilently />.
      </Lede>
      <Link to="/" search={{}}>
        Overview
      </Link>
    </>
  )
}
