import type { ReactNode } from 'react'
import { formatCompactAmount, formatCompactNumber } from '../../domain/amount.ts'
import type { Dec } from '../../domain/decimal.ts'
import type { Tally } from '../../domain/proposal.ts'
import { computeDecidingPower, computeVotedPower, isImpossibleTally } from '../../domain/tally.ts'
import { ImpossibleTally } from './ImpossibleTally.tsx'
import { TallyBar } from './TallyBar.tsx'
import { TallyLegend } from './TallyLegend.tsx'
import { computeDecisionGeometry, computeTurnoutGeometry } from './tally-geometry.ts'
import { formatDecisionSentence, formatTurnoutSentence } from './tally-sentence.ts'

export interface TallyFigureProps {
  readonly tally: Tally
  /** Denomination of the powers, the staking token's. */
  readonly denom: string
  /** Bonded stake at the height of the tally; undefined: not known. */
  readonly bondedTokens: bigint | undefined
  /** Why the bonded stake is not known, a sentence. */
  readonly bondedAbsence?: string
  readonly quorum: Dec | undefined
  readonly threshold: Dec | undefined
  readonly vetoThreshold: Dec | undefined
  /** The vote has ended. @default false */
  readonly isFinal?: boolean
}

const BONDED_ABSENCE =
  'The bonded stake at the time of this tally is not known, so turnout is not drawn.'

/** The two drawings that decide a proposal: turnout against quorum, and decision against threshold. */
export function TallyFigure({
  tally,
  denom,
  bondedTokens,
  bondedAbsence = BONDED_ABSENCE,
  quorum,
  threshold,
  vetoThreshold,
  isFinal = false,
}: TallyFigureProps) {
  if (isImpossibleTally(tally)) return <ImpossibleTally tally={tally} />
  const voted = computeVotedPower(tally)
  const nobody = isFinal ? 'no votes were cast' : 'no votes yet'
  const turnout = computeTurnoutGeometry(tally, bondedTokens)
  return (
    <div>
      <Figure
        title="Turnout, of all bonded stake"
        value={
          bondedTokens === undefined || bondedTokens <= 0n
            ? formatCompactAmount({ denom, amount: voted })
            : `${formatCompactNumber({ denom, amount: voted })} of ${formatCompactAmount({ denom, amount: bondedTokens })}`
        }
      >
        {turnout === undefined ? (
          <p className="border-y border-dotted border-rule-strong py-1.5 text-s text-ink-2">
            {bondedAbsence}
          </p>
        ) : (
          <TallyBar
            geometry={turnout}
            label={formatTurnoutSentence(tally, bondedTokens, quorum)}
            mark={quorum === undefined ? undefined : { name: 'quorum', share: quorum }}
          />
        )}
      </Figure>
      <Figure
        title="Decision, of votes that are not abstain"
        value={
          voted === 0n
            ? nobody
            : formatCompactAmount({ denom, amount: computeDecidingPower(tally) })
        }
      >
        <TallyBar
          geometry={computeDecisionGeometry(tally)}
          label={formatDecisionSentence(tally, threshold)}
          mark={threshold === undefined ? undefined : { name: 'threshold', share: threshold }}
        />
      </Figure>
      <TallyLegend tally={tally} denom={denom} vetoThreshold={vetoThreshold} />
    </div>
  )
}

/** Room for the name of the mark is kept below. */
function Figure(props: {
  readonly title: string
  readonly value: string
  readonly children: ReactNode
}) {
  return (
    <figure className="mb-3 pb-6">
      <figcaption className="mb-2 flex flex-wrap justify-between gap-x-4 text-s font-semibold">
        {props.title} <span className="font-normal text-ink-2">{props.value}</span>
      </figcaption>
      {props.children}
    </figure>
  )
}
