import { formatCount } from '../../../domain/format-integer.ts'
import { formatExactShare } from '../../../domain/format-share.ts'
import type { GovParams } from '../../../domain/gov-params.ts'
import type { Proposal } from '../../../domain/proposal.ts'
import type { ConversionReport } from '../../../queries/conversion.ts'
import type { VoteView } from '../../../queries/votes.ts'
import { TallyMini } from '../../../ui/charts/TallyMini.tsx'
import { Section } from '../../../ui/page/Heading.tsx'
import { AmountText } from '../../../ui/text/AmountText.tsx'
import { HeightText } from '../../../ui/text/HeightText.tsx'
import { TimeText } from '../../../ui/text/TimeText.tsx'

export interface FirstRoundProps {
  readonly proposal: Proposal
  readonly params: GovParams | undefined
  /** What the block index said; undefined while it is asked. */
  readonly report: ConversionReport | undefined
  /** The votes since; undefined where they are not read, or gone. */
  readonly view: VoteView | undefined
  readonly denom: string
  readonly now: Date
}

/** A proposal whose expedited round failed: what that round gave, and who has voted since. */
export function FirstRound({ proposal, params, report, view, denom, now }: FirstRoundProps) {
  const isOpen = proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD'
  return (
    <Section title="The first round, expedited" aside={<FailedAt report={report} now={now} />}>
      <p className="max-w-[80ch]">
        It was submitted as expedited, which takes
        {params === undefined
          ? ' more'
          : ` more than ${formatExactShare(params.expeditedThreshold)}`}{' '}
        yes in a shorter time. That round failed: the chain erased all its votes and turned the
        proposal into a regular one with a longer voting time. Those who had voted must vote again.
      </p>
      {isOpen && (
        <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
          <span className="text-s text-ink-2">What the erased votes gave:</span>
          <TallyMini
            tally={proposal.finalTally}
            threshold={params?.expeditedThreshold}
            bondedTokens={view?.bondedTokens}
            quorum={params?.quorum}
          />
        </div>
      )}
      {view !== undefined && (
        <p className="mt-3 max-w-[80ch]">
          Since then{' '}
          {formatCount(view.validatorTally.validators.length, 'validator has', 'validators have')}{' '}
          voted, and{' '}
          {formatCount(
            view.validatorTally.delegatorVoters.length,
            'account without a validator',
            'accounts without a validator',
          )}
          . {formatCount(view.nonVoters.length, 'validator has', 'validators have')} not voted in
          this round:{' '}
          <AmountText
            coin={{ denom, amount: view.nonVoters.reduce((sum, { tokens }) => sum + tokens, 0n) }}
            form="compact"
            isDisclosed
          />
          .
        </p>
      )}
    </Section>
  )
}

/** In the heading's own line, so that nothing moves when the index has told. */
function FailedAt({ report, now }: Pick<FirstRoundProps, 'report' | 'now'>) {
  if (report?.height === undefined) return 'failed; its votes were erased'
  return (
    <>
      failed at height <HeightText height={report.height} />
      {report.time !== undefined && (
        <>
          , <TimeText date={report.time} now={now} form="line" />
        </>
      )}
    </>
  )
}
