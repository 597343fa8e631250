import type { ReactNode } from 'react'
import type { Dec } from '../../domain/decimal.ts'
import { formatDecShare } from '../../domain/format-share.ts'
import type { Tally } from '../../domain/proposal.ts'
import { computeTallyShares, computeVotedPower, isImpossibleTally } from '../../domain/tally.ts'
import { TallyBar } from './TallyBar.tsx'
import { computeDecisionGeometry, computeTurnoutGeometry } from './tally-geometry.ts'
import { formatDecisionSentence, formatTurnoutSentence } from './tally-sentence.ts'

export interface TallyMiniProps {
  /** undefined: the chain stores none. */
  readonly tally: Tally | undefined
  /** Bonded stake at the height of the tally; undefined leaves the turnout undrawn. */
  readonly bondedTokens?: bigint | undefined
  readonly quorum?: Dec | undefined
  readonly threshold?: Dec | undefined
  /** The vote has ended. @default false */
  readonly isFinal?: boolean
}

/** Both drawings in a table row, two lines high in every state so that rows keep their height. */
export function TallyMini(props: TallyMiniProps) {
  return (
    <div className="flex flex-col justify-center gap-1 text-xs sm:min-h-9">{content(props)}</div>
  )
}

function content({ tally, bondedTokens, quorum, threshold, isFinal = false }: TallyMiniProps) {
  if (tally === undefined) return <span className="text-ink-3">no tally stored</span>
  if (isImpossibleTally(tally)) {
    return <span className="text-warn">impossible tally stored</span>
  }
  if (computeVotedPower(tally) === 0n) {
    return <span className="text-ink-3">{isFinal ? 'no votes were cast' : 'no votes yet'}</span>
  }
  const { turnout, yesOfDeciding } = computeTallyShares(tally, bondedTokens)
  return (
    <>
      {turnout !== undefined && (
        <Line
          bar={
            <TallyBar
              size="small"
              geometry={computeTurnoutGeometry(tally, bondedTokens)}
              label={formatTurnoutSentence(tally, bondedTokens, quorum)}
              mark={quorum === undefined ? undefined : { name: 'quorum', share: quorum }}
            />
          }
          text={`${formatDecShare(turnout, { threshold: quorum })} voted`}
        />
      )}
      <Line
        bar={
          <TallyBar
            size="small"
            geometry={computeDecisionGeometry(tally)}
            label={formatDecisionSentence(tally, threshold)}
            mark={threshold === undefined ? undefined : { name: 'threshold', share: threshold }}
          />
        }
        text={
          yesOfDeciding === undefined
            ? 'all abstain'
            : `${formatDecShare(yesOfDeciding, { threshold })} yes`
        }
      />
    </>
  )
}

function Line({ bar, text }: { readonly bar: ReactNode; readonly text: string }) {
  return (
    <div className="grid grid-cols-[minmax(3.5rem,7rem)_auto] items-center justify-start gap-2">
      {bar}
      <span className="tabular whitespace-nowrap text-ink-2" aria-hidden="true">
        {text}
      </span>
    </div>
  )
}
