import { memo, type ReactNode } from 'react'
import { sanitizeChainText } from '../../../domain/format-chain-text.ts'
import { formatExactShare } from '../../../domain/format-share.ts'
import { countedPowerOf } from '../../../domain/tally/counted-power.ts'
import { computeRemainingPower } from '../../../domain/tally/gaps.ts'
import type { ExactVote } from '../../../queries/exact-tally.ts'
import type { VoteView } from '../../../queries/votes.ts'
import { Section } from '../../../ui/page/Heading.tsx'
import { Pill } from '../../../ui/page/Pill.tsx'
import { describeOutlook } from './outlook-sentences.ts'
import { SentenceText } from './SentenceText.tsx'
import type { Sentence } from './sentence.ts'
import { describeStanding } from './standing-sentences.ts'

export interface MissingSectionProps {
  readonly view: VoteView
  /** Once every delegation is read, the same sentences from the exact count. */
  readonly exact: ExactVote | undefined
  readonly denom: string
}

/** What is missing to quorum, veto and threshold, and who can still change the outcome. */
export const MissingSection = memo(function MissingSection(props: MissingSectionProps) {
  const { view, exact, denom } = props
  const { bondedTokens, params, threshold, labels } = view
  const isExpedited = view.proposal.expedited
  const counted = exact?.exact ?? countedPowerOf(view.official)
  const standing = describeStanding({
    gaps: exact?.gaps ?? view.gaps,
    counted,
    bondedTokens,
    params,
    threshold,
    isExpedited,
    remaining: computeRemainingPower(counted, bondedTokens),
  })
  const outlook = describeOutlook({
    outlook: exact?.outlook ?? view.outlook,
    bondedTokens,
    isExpedited,
    labelOf: (operatorAddress) =>
      labels.get(operatorAddress)?.text ?? sanitizeChainText(operatorAddress),
  })
  return (
    <Section
      title="What is still missing"
      aside={
        isExpedited
          ? `judged as expedited: more than ${formatExactShare(threshold)} yes`
          : undefined
      }
    >
      <ul className="max-w-[80ch]">
        {standing.map(({ mark, state, sentence }) => (
          <Line key={mark} state={state} sentence={sentence} denom={denom} />
        ))}
        <Line state={outlook.state} sentence={outlook.verdict} denom={denom}>
          {outlook.ways.length > 0 && (
            <ul className="mt-1 list-disc ps-4 text-s text-ink-2">
              {outlook.ways.map((way, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: ways have no names
                <li key={index} className="py-0.5">
                  <SentenceText sentence={way} denom={denom} />
                </li>
              ))}
            </ul>
          )}
          {outlook.switching !== undefined && (
            <p className="mt-1 text-s text-ink-2">
              <SentenceText sentence={outlook.switching} denom={denom} />
            </p>
          )}
        </Line>
      </ul>
    </Section>
  )
})

const STATES = {
  settled: { word: 'Settled', tone: 'plain' },
  // Only by votes that change or by delegators.
  'open-to-changes': { word: 'Changeable', tone: 'plain' },
  open: { word: 'Open', tone: 'note' },
  unknown: { word: 'No verdict', tone: 'plain' },
} as const

function Line(props: {
  readonly state: keyof typeof STATES
  readonly sentence: Sentence
  readonly denom: string
  readonly children?: ReactNode
}) {
  const { word, tone } = STATES[props.state]
  return (
    <li className="grid gap-x-3 gap-y-1 border-t border-rule py-2 sm:grid-cols-[5.5rem_minmax(0,1fr)]">
      <span>
        <Pill tone={tone}>{word}</Pill>
      </span>
      <div className="min-w-0">
        <SentenceText sentence={props.sentence} denom={props.denom} />
        {props.children}
      </div>
    </li>
  )
}
