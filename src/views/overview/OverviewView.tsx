import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useDeferredValue } from 'react'
import { formatKeptVotes } from '../../domain/kept-votes-sentence.ts'
import { listOpenVotes } from '../../domain/open-votes.ts'
import type { Proposal, ProposalRow } from '../../domain/proposal.ts'
import { isClosed } from '../../domain/proposal-life.ts'
import { formatFactKey } from '../../domain/second-opinion.ts'
import { useChain } from '../../queries/chain.ts'
import {
  comparedPictureOfList,
  disagreementOnTally,
  disagreementsBeside,
  overallOpinion,
} from '../../queries/compared-pictures.ts'
import { describeQueryFailure } from '../../queries/failures.ts'
import { type FollowingState, useFollowing } from '../../queries/following.ts'
import { type ProposalList, proposalListQuery } from '../../queries/proposal-list.ts'
import { useSecondOpinions } from '../../queries/second-opinion.ts'
import { Lede, PageTitle, Section } from '../../ui/page/Heading.tsx'
import { LiveNote } from '../../ui/page/LiveNote.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { DisagreementNote } from '../../ui/state/DisagreementNote.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { lazyPart } from '../../ui/state/lazy-part.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import { useNow } from '../../ui/use-now.ts'
import { ChangesSkeleton } from './ChangesSkeleton.tsx'
import { MarketSection } from './MarketSection.tsx'
import { NextUpgrade } from './NextUpgrade.tsx'
import { NodesSection } from './NodesSection.tsx'
import { OpenVoteRow } from './OpenVoteRow.tsx'
import { ProposalLine } from './ProposalLine.tsx'

const LatestChanges = lazyPart(async () => (await import('./LatestChanges.tsx')).LatestChanges)

/** `/`: what needs attention now. */
export function OverviewView() {
  const chain = useChain()
  const query = proposalListQuery(chain)
  const { data: newest, error, refetch } = useQuery(query)
  // Drawn in slices, so that a phone stays usable meanwhile.
  const data = useDeferredValue(newest)
  const following = useFollowing(query.queryKey, 12_000)
  useDocumentTitle('Governance now')
  return (
    <>
      <PageTitle>Governance now</PageTitle>
      {data !== undefined ? (
        <>
          {error !== null && (
            <div className="mt-6">
              <FailureMessage
                failure={describeQueryFailure(error)}
                title="Not all of it could be read; what was read stays below"
                onRetry={() => void refetch()}
              />
            </div>
          )}
          <Standing list={data} isCutShort={error !== null} following={following} />
        </>
      ) : error === null ? (
        <OverviewSkeleton />
      ) : (
        <div className="mt-6">
          <FailureMessage
            failure={describeQueryFailure(error)}
            title="What is in vote could not be read"
            onRetry={() => void refetch()}
          />
        </div>
      )}
    </>
  )
}

/** Decided votes shown below the open ones. */
const LATELY = 6

function Standing({
  list,
  isCutShort,
  following,
}: {
  readonly list: ProposalList
  /** Reading broke off, so more may be open than is known. */
  readonly isCutShort: boolean
  readonly following: FollowingState
}) {
  const chain = useChain()
  const now = useNow(chain.now, 1_000)
  const params = list.params.kind === 'known' ? list.params.value : undefined
  const bondedTokens = list.bondedTokens.kind === 'known' ? list.bondedTokens.value : undefined
  const open = listOpenVotes(list.rows, list.tallies, params, bondedTokens)
  const proposals = list.rows.flatMap(proposalOf)
  const collecting = proposals.filter(({ status }) => status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD')
  const decided = proposals
    .filter(isClosed)
    .sort((a, b) => (b.votingEndsAt?.getTime() ?? 0) - (a.votingEndsAt?.getTime() ?? 0))
    .slice(0, LATELY)
  const [next] = open
  const opinions = useSecondOpinions('open votes', comparedPictureOfList(list))
  const kept =
    list.onlyKept === undefined
      ? undefined
      : formatKeptVotes(list.isComplete ? open.length : undefined)
  return (
    <>
      <Lede>
        {kept !== undefined ? (
          <>
            <b>{kept.before}</b>; {kept.now}
          </>
        ) : next === undefined ? (
          list.isComplete ? (
            <>
              <b>Nothing is in vote.</b> The next proposal appears here when its deposit is met.
            </>
          ) : (
            <>
              <b>No open vote among the newest proposals.</b> Older ones are not read yet.
            </>
          )
        ) : (
          <>
            <b>{open.length === 1 ? 'One vote is open' : `${open.length} votes are open`}</b>
            {isCutShort && ' among the proposals that could be read'}, the next one ends{' '}
            <TimeText date={next.proposal.votingEndsAt} now={now} form="line" />.
          </>
        )}
      </Lede>
      {disagreementsBeside(opinions).map((opinion) => (
        <DisagreementNote
          key={formatFactKey(opinion.fact)}
          opinion={opinion}
          link={
            <Link to="/nodes" search={{}}>
              see the nodes
            </Link>
          }
        />
      ))}
      {open.length > 0 && (
        <Section
          title={kept === undefined ? 'Open votes' : 'Votes open when this was kept'}
          aside="the one that ends first leads"
        >
          <ul className="border-t border-rule-strong">
            {open.map((vote) => (
              <OpenVoteRow
                key={vote.proposal.id.toString()}
                vote={vote}
                figure={list.tallies.get(vote.proposal.id.toString()) ?? { kind: 'loading' }}
                params={params}
                bondedTokens={bondedTokens}
                disagreement={disagreementOnTally(opinions, vote.proposal.id)}
                now={now}
              />
            ))}
          </ul>
        </Section>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 lg:grid-cols-2">
        <Section title="Decided lately">
          <ul className="border-t border-rule">
            {decided.map((proposal) => (
              <ProposalLine key={proposal.id.toString()} proposal={proposal} now={now} />
            ))}
          </ul>
          <p className="mt-3 text-s">
            <Link to="/proposals" search={{}}>
              All proposals
            </Link>
          </p>
        </Section>
        {collecting.length > 0 && (
          <Section
            title={
              kept === undefined ? 'Collecting the deposit' : 'Collecting the deposit when kept'
            }
          >
            <ul className="border-t border-rule">
              {collecting.map((proposal) => (
                <ProposalLine key={proposal.id.toString()} proposal={proposal} now={now} />
              ))}
            </ul>
          </Section>
        )}
      </div>
      <NextUpgrade reached={list.pin.height} />
      <MarketSection />
      <Section title="AEPs and upgrades lately">
        <Suspense fallback={<ChangesSkeleton />}>
          <LatestChanges />
        </Suspense>
      </Section>
      <NodesSection />
      <SourceNote source={list.source} now={now} opinion={overallOpinion(opinions)}>
        <LiveNote {...following} />
      </SourceNote>
    </>
  )
}

function proposalOf(row: ProposalRow): readonly Proposal[] {
  return row.kind === 'proposal' ? [row.proposal] : []
}

function OverviewSkeleton() {
  return (
    <>
      <Lede>
        <Skeleton label="what is in vote" widthClass="w-3/5" />
      </Lede>
      <div className="mt-8 h-8" />
      {['a', 'b', 'c', 'd', 'e'].map((key) => (
        <div key={key} className="flex h-[88px] items-center gap-8 border-t border-rule">
          <span className="flex-1">
            <Skeleton lines={2} widthClass="w-2/3" />
          </span>
          <span className="w-64 max-sm:hidden">
            <Skeleton lines={2} />
          </span>
        </div>
      ))}
    </>
  )
}
