import { formatAmount, formatCompactAmount } from '../../domain/amount.ts'
import type { Figure } from '../../domain/figure.ts'
import { CONVERSION } from '../../domain/format-outcome.ts'
import { formatDecShare, formatExactShare } from '../../domain/format-share.ts'
import type { GovParams } from '../../domain/gov-params.ts'
import type { Proposal, Tally } from '../../domain/proposal.ts'
import { classifyRejection, computeMissingDeposit } from '../../domain/proposal-life.ts'
import {
  applicableThreshold,
  computeOutcome,
  computeTallyShares,
  isImpossibleTally,
} from '../../domain/tally.ts'
import { Lede } from '../../ui/page/Heading.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'

export interface ProposalLedeProps {
  readonly proposal: Proposal
  readonly params: Figure<GovParams>
  readonly bondedTokens: Figure<bigint>
  readonly tally: Figure<Tally>
  /** Denomination of voting power. */
  readonly denom: string
  readonly now: Date
  /** It is as an earlier visit kept it, so its time may be over without the chain having counted at that height. */
  readonly isOutdated?: boolean
}

/** The sentence first: how the proposal stands, before any picture. */
export function ProposalLede(props: ProposalLedeProps) {
  switch (props.proposal.status) {
    case 'PROPOSAL_STATUS_DEPOSIT_PERIOD':
      return <DepositLede {...props} />
    case 'PROPOSAL_STATUS_VOTING_PERIOD':
      return <VotingLede {...props} />
    case 'PROPOSAL_STATUS_PASSED':
      return <PassedLede {...props} />
    case 'PROPOSAL_STATUS_REJECTED':
      return <RejectedLede {...props} />
    case 'PROPOSAL_STATUS_FAILED':
      return (
        <Lede>
          <b>Passed the vote, then failed.</b> The chain accepted it and could not carry it out, so
          nothing of it took effect.
        </Lede>
      )
    case 'PROPOSAL_STATUS_UNSPECIFIED':
      return (
        <Lede>
          <b>Of unknown status.</b> The chain stores a status this app does not know.
        </Lede>
      )
  }
}

function DepositLede({ proposal, params, now }: ProposalLedeProps) {
  const missing =
    params.kind === 'known' ? computeMissingDeposit(proposal, params.value) : undefined
  return (
    <Lede>
      <b>Collecting its deposit.</b>{' '}
      {missing === undefined
        ? 'How much is missing cannot be said, for the parameters could not be read.'
        : missing.length === 0
          ? 'The minimum is met; the vote starts with the next deposit the chain counts.'
          : `${missing.map((coin) => formatAmount(coin)).join(' and ')} are missing until the vote can start.`}{' '}
      If it is not met by the deadline,{' '}
      <TimeText date={proposal.depositEndsAt} now={now} form="line" />, the chain deletes the
      proposal.
    </Lede>
  )
}

function VotingLede(props: ProposalLedeProps) {
  const { proposal, params, bondedTokens, tally, now, isOutdated = false } = props
  const end = proposal.votingEndsAt
  const isOver = end !== undefined && end.getTime() <= now.getTime()
  if (isOutdated) {
    return (
      <Lede>
        <b>In vote when it was kept.</b> {isOver ? 'Its time was over ' : 'The vote ends '}
        <TimeText date={end} now={now} form="line" />; how it {isOver ? 'ended' : 'stands'} is not
        known.
      </Lede>
    )
  }
  return (
    <Lede>
      <VotingStanding {...{ proposal, params, bondedTokens, tally }} />{' '}
      {isOver ? 'Its time was over ' : 'The vote ends '}
      <TimeText date={end} now={now} form="line" />
      {isOver ? ', and at this height the chain had not counted yet.' : '.'}
    </Lede>
  )
}

function VotingStanding({
  proposal,
  params,
  bondedTokens,
  tally,
}: Omit<ProposalLedeProps, 'now' | 'denom'>) {
  if (tally.kind === 'loading' || params.kind === 'loading') return <b>In vote.</b>
  if (tally.kind === 'failed') {
    return (
      <>
        <b>In vote.</b> How it stands could not be read: {tally.failure.sentence}
      </>
    )
  }
  if (params.kind !== 'known' || bondedTokens.kind !== 'known' || isImpossibleTally(tally.value)) {
    return (
      <>
        <b>In vote.</b> Whether it would pass cannot be said from what could be read.
      </>
    )
  }
  const threshold = applicableThreshold(proposal, params.value)
  const outcome = computeOutcome(tally.value, bondedTokens.value, params.value, threshold)
  const { turnout, yesOfDeciding, vetoOfVoted } = computeTallyShares(
    tally.value,
    bondedTokens.value,
  )
  const voted =
    turnout === undefined
      ? ''
      : `${formatDecShare(turnout, { threshold: params.value.quorum })} of the bonded stake has voted`
  const yes =
    yesOfDeciding === undefined
      ? ''
      : ` and ${formatDecShare(yesOfDeciding, { threshold })} of it, abstentions aside, says yes`
  if (outcome === undefined) {
    return (
      <>
        <b>In vote.</b> No stake is bonded, so the chain cannot count.
      </>
    )
  }
  if (outcome.kind === 'passes') {
    return (
      <>
        <b>Passing.</b> {voted}
        {yes}; more than {formatExactShare(threshold)} is needed.
      </>
    )
  }
  // Failing while expedited does not end it.
  const otherwise = proposal.expedited ? ` If it fails as expedited, ${CONVERSION}.` : ''
  switch (outcome.by) {
    case 'quorum':
      return (
        <>
          <b>Short of its quorum.</b> {voted}; {formatExactShare(params.value.quorum)} must
          {proposal.expedited ? '.' : ', or it is rejected.'}
          {otherwise}
        </>
      )
    case 'only-abstain':
      return (
        <>
          <b>Failing.</b> {voted}, but all of it abstains.{otherwise}
        </>
      )
    case 'veto':
      return (
        <>
          <b>Being vetoed.</b> {voted}
          {vetoOfVoted !== undefined &&
            `, and ${formatDecShare(vetoOfVoted, { threshold: params.value.vetoThreshold })} of the votes are vetoes; more than ${formatExactShare(params.value.vetoThreshold)} ${proposal.expedited ? 'fails' : 'rejects'} it`}
          .{otherwise}
        </>
      )
    case 'threshold':
      return (
        <>
          <b>Failing.</b> {voted}
          {yes}; more than {formatExactShare(threshold)} is needed.{otherwise}
        </>
      )
  }
}

function PassedLede({ proposal, denom, now }: ProposalLedeProps) {
  const yes =
    proposal.finalTally === undefined || isImpossibleTally(proposal.finalTally)
      ? undefined
      : computeTallyShares(proposal.finalTally, undefined).yesOfDeciding
  return (
    <Lede>
      <b>Passed</b> <EndText {...{ proposal, now }} />
      {yes !== undefined &&
        proposal.finalTally !== undefined &&
        `, with ${formatDecShare(yes)} yes of ${formatCompactAmount({
          denom,
          amount: proposal.finalTally.yes + proposal.finalTally.no + proposal.finalTally.noWithVeto,
        })} that decided`}
      .
    </Lede>
  )
}

const REJECTION_SENTENCES = {
  'no-votes': 'Nobody voted, so the quorum was missed.',
  'only-abstain': 'Every vote was an abstention, which decides nothing.',
  veto: 'Vetoes went beyond the limit.',
  threshold: 'Too few of the votes that decide said yes.',
  quorum: 'The votes cast would have been enough to pass, so too little stake had voted.',
  'cannot-tell': 'Why cannot be told from what the chain stores.',
} as const

function RejectedLede({ proposal, params, now }: ProposalLedeProps) {
  const rejection = classifyRejection(proposal, params.kind === 'known' ? params.value : undefined)
  return (
    <Lede>
      <b>Rejected</b> <EndText {...{ proposal, now }} />. {REJECTION_SENTENCES[rejection.kind]}
    </Lede>
  )
}

/** Old proposals were carried over without the times of their votes. */
function EndText({ proposal, now }: Pick<ProposalLedeProps, 'proposal' | 'now'>) {
  return (
    <TimeText
      date={proposal.votingEndsAt}
      now={now}
      form="line"
      absence="at a time the chain has not kept"
    />
  )
}
