import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { parseProposalIdText } from '../../domain/proposal-id.ts'
import { isClosed } from '../../domain/proposal-life.ts'
import { useChain } from '../../queries/chain.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { useFollowing } from '../../queries/following.ts'
import { proposalDetailQuery } from '../../queries/proposal-detail.ts'
import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { useNow } from '../../ui/use-now.ts'
import { AbsentProposal } from './AbsentProposal.tsx'
import { FoundProposal } from './FoundProposal.tsx'
import { ProposalSkeleton } from './ProposalSkeleton.tsx'
import { UnreadableProposal } from './UnreadableProposal.tsx'

const route = getRouteApi('/proposals/$id')

/** `/proposals/:id` */
export function ProposalView() {
  const { id: text } = route.useParams()
  const id = parseProposalIdText(text)
  return id === undefined ? <MalformedId text={text} /> : <NumberedProposal key={text} id={id} />
}

function NumberedProposal({ id }: { readonly id: bigint }) {
  const chain = useChain()
  const now = useNow(chain.now, 1_000)
  const query = proposalDetailQuery(chain, id)
  const { data: newest, error, refetch } = useQuery(query)
  // Drawn in slices, so that a phone stays usable meanwhile.
  const data = useDeferredValue(newest)
  // A vote should be seen as soon as it can be read; the ticker itself keeps to the pace of blocks.
  const isOpen = data?.kind === 'found' && !isClosed(data.proposal)
  const following = useFollowing(query.queryKey, 1_500, isOpen)
  useDocumentTitle(data?.kind === 'found' ? `${id}: ${data.proposal.title}` : `Proposal ${id}`)
  if (data === undefined) {
    if (error === null) return <ProposalSkeleton id={id} />
    return (
      <>
        <PageTitle>Proposal {id.toString()}</PageTitle>
        <div className="mt-6">
          <FailureMessage
            failure={describeQueryFailure(error)}
            onRetry={() => void refetch()}
            title="This proposal could not be read"
          />
        </div>
      </>
    )
  }
  switch (data.kind) {
    case 'absent':
      return <AbsentProposal id={data.id} newestId={data.newestId} source={data.source} now={now} />
    case 'unreadable':
      return <UnreadableProposal {...data} now={now} />
    case 'found':
      return (
        <>
          {error !== null && (
            <FailureMessage
              failure={describeQueryFailure(error)}
              onRetry={() => void refetch()}
              title="Shown as it was read before; reading it again failed"
            />
          )}
          <FoundProposal detail={data} following={following} now={now} />
        </>
      )
  }
}

function MalformedId({ text }: { readonly text: string }) {
  useDocumentTitle('No proposal number')
  return (
    <>
      <Kicker>Proposal</Kicker>
      <PageTitle>That is no proposal number</PageTitle>
      <Lede>
        Proposals are numbered from 1 upwards, and the address asks for{' '}
        <HostileText text={text} limit={80} isCutSilently />.
      </Lede>
      <Link to="/proposals" search={{}}>
        All proposals
      </Link>
    </>
  )
}
