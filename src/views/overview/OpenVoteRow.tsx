import { Link } from '@tanstack/react-router'
import type { Figure } from '../../domain/figure.ts'
import type { GovParams } from '../../domain/gov-params.ts'
import type { OpenVote } from '../../domain/open-votes.ts'
import type { Tally } from '../../domain/proposal.ts'
import { classifyConversion } from '../../domain/proposal-life.ts'
import { applicableThreshold } from '../../domain/tally.ts'
import type { Disagreement } from '../../queries/second-opinion.ts'
import { TallyMini } from '../../ui/charts/TallyMini.tsx'
import { ConvertedMark } from '../../ui/proposal/ConvertedMark.tsx'
import { ExpeditedMark } from '../../ui/proposal/ExpeditedMark.tsx'
import { KindBadge } from '../../ui/proposal/KindBadge.tsx'
import { DisagreementNote } from '../../ui/state/DisagreementNote.tsx'
import { FigureText } from '../../ui/state/FigureText.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import { OutcomeText } from './OutcomeText.tsx'

export interface OpenVoteRowProps {
  readonly vote: OpenVote
  readonly figure: Figure<Tally>
  readonly params: GovParams | undefined
  readonly bondedTokens: bigint | undefined
  /** Other nodes tell another tally. */
  readonly disagreement: Disagreement | undefined
  readonly now: Date
}

/** One open vote: what it is, how it would end now, what is missing, how long is left. */
export function OpenVoteRow(props: OpenVoteRowProps) {
  const { vote, figure, params, bondedTokens, disagreement, now } = props
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
          <OutcomeText vote={vote} params={params} />
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
      {disagreement !== undefined && (
        <div className="sm:col-span-3">
          <DisagreementNote
            opinion={disagreement}
            what="this tally"
            link={
              <Link to="/nodes" search={{}}>
                see the nodes
              </Link>
            }
          />
        </div>
      )}
    </li>
  )
}
