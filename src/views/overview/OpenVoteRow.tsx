import { Link } from '@tanstack/react-router'
import type { Figure } from '../../domain/figure.ts'
import { formatDecShare, formatExactShare } from '../../domain/format-share.ts'
import type { GovParams } from '../../domain/gov-params.ts'
import type { OpenVote } from '../../domain/open-votes.ts'
import type { Tally } from '../../domain/proposal.ts'
import { classifyConversion } from '../../domain/proposal-life.ts'
import { applicableThreshold } from '../../domain/tally.ts'
import { TallyMini } from '../../ui/charts/TallyMini.tsx'
import { ConvertedMark } from '../../ui/proposal/ConvertedMark.tsx'
import { ExpeditedMark } from '../../ui/proposal/ExpeditedMark.tsx'
import { KindBadge } from '../../ui/proposal/KindBadge.tsx'
import { FigureText } from '../../ui/state/FigureText.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'

export interface OpenVoteRowProps {
  readonly vote: OpenVote
  readonly figure: Figure<Tally>
  readonly params: GovParams | undefined
  readonly bondedTokens: bigint | undefined
  readonly now: Date
}

/** One open vote: what it is, how it would end now, what is missing, how long is left. */
export function OpenVoteRow({ vote, figure, params, bondedTokens, now }: OpenVoteRowProps) {
  const { proposal } = vote
  return (
    <li className="grid min-h-[88px] grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-2 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_15rem_10rem]">
      <div className="min-w-0">
        <Link
          to="/proposals/$id"
          params={{ id: proposal.id.toString() }}
          search={{}}
          className="font-medium"
        >
          <span className="text-ink-3">{proposal.id.toString()}</span>{' '}
          <HostileText text={proposal.title} limit={140} isCutSilently absence="(no title)" />
        </Link>
        <span className="flex flex-wrap gap-x-3 text-xs text-ink-3">
          <KindBadge typeUrls={proposal.messages.map(({ contentTypeUrl }) => contentTypeUrl)} />
          {proposal.expedited && <ExpeditedMark />}
          <ConvertedMark conversion={classifyConversion(proposal)} />
        </span>
        {/* Room for two lines on a phone, where most outcomes take them. */}
        <p className="mt-1 text-s max-sm:min-h-10">
          <Outcome vote={vote} params={params} />
        </p>
      </div>
      <div className="min-h-9">
        <FigureText figure={figure} label="the live tally" widthClass="w-40">
          {(tally) => (
            <TallyMini
              tally={tally}
              bondedTokens={bondedTokens}
              quorum={params?.quorum}
              threshold={params === undefined ? undefined : applicableThreshold(proposal, params)}
            />
          )}
        </FigureText>
      </div>
      <div className="text-s sm:text-end">
        <TimeText date={proposal.votingEndsAt} now={now} />
      </div>
    </li>
  )
}

/** If it ended now, in words. */
function Outcome({
  vote: { outcome, quorumGap, proposal },
  params,
}: {
  readonly vote: OpenVote
  readonly params: GovParams | undefined
}) {
  if (outcome === undefined || params === undefined) {
    return <span className="text-ink-3">How it would end cannot be said yet.</span>
  }
  if (outcome.kind === 'passes') {
    return (
      <>
        <b className="text-good">Would pass</b> if it ended now.
      </>
    )
  }
  switch (outcome.by) {
    case 'quorum':
      return (
        <>
          <b className="text-no">Would be rejected:</b>{' '}
          {quorumGap?.kind === 'missing' && quorumGap.missing.shareOfBonded !== undefined
            ? `${formatDecShare(quorumGap.missing.shareOfBonded)} of the bonded stake is missing to the quorum of ${formatExactShare(params.quorum)}.`
            : `short of the quorum of ${formatExactShare(params.quorum)}.`}
        </>
      )
    case 'only-abstain':
      return (
        <>
          <b className="text-no">Would be rejected:</b> every vote is an abstention.
        </>
      )
    case 'veto':
      return (
        <>
          <b className="text-no">Would be vetoed:</b> more than{' '}
          {formatExactShare(params.vetoThreshold)} of the votes are vetoes.
        </>
      )
    case 'threshold':
      return (
        <>
          <b className="text-no">Would be rejected:</b> yes does not exceed{' '}
          {formatExactShare(applicableThreshold(proposal, params))}.
        </>
      )
  }
}
