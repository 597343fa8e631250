import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Plan } from '../../domain/message.ts'
import type { Proposal } from '../../domain/proposal.ts'
import { classifyConversion, computeMissingDeposit, isClosed } from '../../domain/proposal-life.ts'
import { formatFactKey } from '../../domain/second-opinion.ts'
import { applicableThreshold } from '../../domain/tally.ts'
import { useChain } from '../../queries/chain.ts'
import {
  comparedPictureOfProposal,
  disagreementOnTally,
  disagreementsBeside,
} from '../../queries/compared-pictures.ts'
import type { FollowingState } from '../../queries/following.ts'
import type { ProposalDetail } from '../../queries/proposal-detail.ts'
import { decodeProposalMessages } from '../../queries/proposal-messages.ts'
import { type SecondOpinions, useSecondOpinions } from '../../queries/second-opinion.ts'
import { TallyFigure } from '../../ui/charts/TallyFigure.tsx'
import { MessageFields } from '../../ui/message/MessageFields.tsx'
import { Callout } from '../../ui/page/Callout.tsx'
import { Kicker, PageTitle, Section } from '../../ui/page/Heading.tsx'
import { LiveNote } from '../../ui/page/LiveNote.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { ConvertedMark } from '../../ui/proposal/ConvertedMark.tsx'
import { ExpeditedMark } from '../../ui/proposal/ExpeditedMark.tsx'
import { KindBadge } from '../../ui/proposal/KindBadge.tsx'
import { StatusBadge } from '../../ui/proposal/StatusBadge.tsx'
import { DisagreementNote } from '../../ui/state/DisagreementNote.tsx'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { lazyPart } from '../../ui/state/lazy-part.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { ProposalDeposits } from './ProposalDeposits.tsx'
import { ProposalLede } from './ProposalLede.tsx'
import { ProposalSummary } from './ProposalSummary.tsx'
import { ProposalTimeline } from './ProposalTimeline.tsx'
import { VotesSkeleton } from './votes/VotesSkeleton.tsx'

const VotesSection = lazy(async () => {
  const { VotesSection } = await import('./votes/VotesSection.tsx')
  return { default: VotesSection }
})
const ProposedUpgrade = lazy(async () => {
  const { ProposedUpgrade } = await import('./ProposedUpgrade.tsx')
  return { default: ProposedUpgrade }
})
const ProposalAeps = lazyPart(async () => (await import('./ProposalAeps.tsx')).ProposalAeps)
// Begun with this file, so that it is there by the time the proposal is read. A failure is told where it is used.
import('./votes/VotesSection.tsx').catch(() => undefined)

/** Plans of a proposal whose vote is not over. */
function plansAhead(proposal: Proposal): readonly Plan[] {
  if (isClosed(proposal)) return []
  return proposal.messages.flatMap(({ plan }) => plan ?? [])
}

export interface FoundProposalProps {
  readonly detail: Extract<ProposalDetail, { kind: 'found' }>
  readonly following: FollowingState
  readonly now: Date
}

export function FoundProposal({ detail, following, now }: FoundProposalProps) {
  const { proposal, params, bondedTokens, tally, deposits, bondDenom, source } = detail
  const isOutdated = useChain().onlyKept !== undefined && !isClosed(proposal)
  const conversion = classifyConversion(proposal)
  const opinions = useSecondOpinions(`proposal ${proposal.id}`, comparedPictureOfProposal(detail))
  const isInVote = proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD'
  const denom =
    bondDenom.kind === 'known'
      ? bondDenom.value
      : params.kind === 'known'
        ? (params.value.minDeposit[0]?.denom ?? '')
        : (proposal.totalDeposit[0]?.denom ?? '')
  return (
    <article>
      <Kicker>
        Proposal {proposal.id.toString()} <StatusBadge status={proposal.status} />
        <span className="tracking-normal normal-case">
          <KindBadge typeUrls={proposal.messages.map(({ contentTypeUrl }) => contentTypeUrl)} />
        </span>
        {proposal.expedited && (
          <span className="tracking-normal normal-case">
            <ExpeditedMark />
          </span>
        )}
      </Kicker>
      <PageTitle>
        <HostileText text={proposal.title} limit={400} absence="(no title)" />
      </PageTitle>
      <ProposalLede {...{ proposal, params, bondedTokens, tally, denom, now, isOutdated }} />
      {isOutdated && (
        <Callout tone="warn" title="As it stood when it was kept">
          <p>
            That is height {source.height.toString()}; its vote may have changed or ended since.
          </p>
        </Callout>
      )}
      {disagreementsBeside(opinions).map((opinion) => (
        <DisagreementNote
          key={formatFactKey(opinion.fact)}
          opinion={opinion}
          link={<NodesLink />}
        />
      ))}
      {conversion === 'converted' && (
        <Callout tone="warn">
          <ConvertedMark conversion={conversion} form="long" />
        </Callout>
      )}
      {proposal.failedReason !== '' && proposal.status === 'PROPOSAL_STATUS_FAILED' && (
        <Callout tone="bad" title="Why it failed, in the chain's words">
          <HostileText text={proposal.failedReason} form="block" limit={1_000} />
        </Callout>
      )}
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0">
          <TallySection {...{ detail, denom, following, opinions, now }} />
          {isInVote && (
            <Suspense fallback={<VotesSkeleton />}>
              <VotesSection detail={detail} denom={denom} now={now} />
            </Suspense>
          )}
          <Section
            title={proposal.messages.length > 1 ? 'What it does, in order' : 'What it does'}
            aside={
              proposal.messages.length > 1
                ? `${proposal.messages.length} messages, all or none`
                : undefined
            }
          >
            {proposal.messages.length === 0 ? (
              <p className="text-s text-ink-2">
                Nothing by itself: it carries no message, so only its text is voted on.
              </p>
            ) : (
              decodeProposalMessages(proposal).map((message, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is what identifies a message
                <MessageFields key={index} message={message} now={now} />
              ))
            )}
          </Section>
          {plansAhead(proposal).map((plan) => (
            <Suspense key={`${plan.name} ${plan.height}`} fallback={<div className="min-h-80" />}>
              <ProposedUpgrade plan={plan} detail={detail} now={now} />
            </Suspense>
          ))}
          <Section title="Summary">
            <ProposalSummary text={proposal.summary} />
          </Section>
          {/* Last, for what is left of a vote comes late and says nothing of the outcome. */}
          {!isInVote && (
            <Suspense fallback={null}>
              <VotesSection detail={detail} denom={denom} now={now} />
            </Suspense>
          )}
        </div>
        <aside className="mt-8 lg:mt-0">
          <Section title="Life of this proposal" form="side">
            <ProposalTimeline proposal={proposal} conversion={conversion} now={now} />
          </Section>
          <Section title="Deposit" form="side">
            <ProposalDeposits
              proposal={proposal}
              deposits={deposits}
              missing={
                params.kind === 'known' ? computeMissingDeposit(proposal, params.value) : undefined
              }
            />
          </Section>
          {proposal.metadata !== '' && (
            <Section title="Metadata" form="side">
              <HostileText text={proposal.metadata} form="block" limit={600} />
            </Section>
          )}
          {proposal.failedReason !== '' && proposal.status !== 'PROPOSAL_STATUS_FAILED' && (
            <Section title="The chain's own words" form="side">
              <HostileText text={proposal.failedReason} limit={300} />
            </Section>
          )}
          {/* Last, for it comes late. */}
          <Section title="AEPs named here" form="side">
            <Suspense fallback={<Skeleton lines={2} label="the AEPs it names" />}>
              <ProposalAeps id={proposal.id} chainId={source.chainId} />
            </Suspense>
          </Section>
        </aside>
      </div>
      <SourceNote
        source={source}
        now={now}
        opinion={opinions.get(formatFactKey({ kind: 'proposal', id: proposal.id }))}
      />
    </article>
  )
}

function NodesLink() {
  return (
    <Link to="/nodes" search={{}}>
      see the nodes
    </Link>
  )
}

function TallySection({
  detail,
  denom,
  following,
  opinions,
  now,
}: Pick<FoundProposalProps, 'detail' | 'following' | 'now'> & {
  readonly denom: string
  readonly opinions: SecondOpinions
}) {
  const { proposal, params, bondedTokens, tally } = detail
  if (proposal.status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD') return null
  if (tally.kind === 'failed') {
    return <FailureMessage failure={tally.failure} title="The tally could not be read" />
  }
  if (tally.kind === 'loading') return null
  const isFinal = isClosed(proposal)
  const known = params.kind === 'known' ? params.value : undefined
  const disagreement = disagreementOnTally(opinions, proposal.id)
  return (
    <>
      {disagreement !== undefined && (
        <DisagreementNote opinion={disagreement} what="this tally" link={<NodesLink />} />
      )}
      <TallyFigure
        tally={tally.value}
        denom={denom}
        // The stake bonded today says nothing about the turnout of a vote of then.
        bondedTokens={!isFinal && bondedTokens.kind === 'known' ? bondedTokens.value : undefined}
        {...(bondedTokens.kind === 'failed' && !isFinal
          ? { bondedAbsence: bondedTokens.failure.sentence }
          : {})}
        quorum={known?.quorum}
        threshold={known === undefined ? undefined : applicableThreshold(proposal, known)}
        vetoThreshold={known?.vetoThreshold}
        isFinal={isFinal}
      />
      <SourceNote
        source={tally.source}
        now={now}
        opinion={opinions.get(formatFactKey({ kind: 'tally', id: proposal.id }))}
        definition={
          isFinal
            ? 'The tally the chain stored when the vote ended. The marks are the parameters of the height shown, which may differ from those in force then.'
            : 'Counted by the node at this height: votes of validators for all stake delegated to them, less what delegators voted themselves.'
        }
      >
        {isFinal
          ? 'Final tally. The chain has deleted the votes themselves.'
          : 'Live tally, counted by the node.'}{' '}
        {!isFinal && <LiveNote {...following} />}
      </SourceNote>
    </>
  )
}
