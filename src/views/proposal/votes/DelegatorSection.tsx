import { useMemo } from 'react'
import type { VoteView } from '../../../queries/votes.ts'
import { Section } from '../../../ui/page/Heading.tsx'
import { SourceNote } from '../../../ui/page/SourceNote.tsx'
import { CountingControls } from './CountingControls.tsx'
import { MatchNote } from './MatchNote.tsx'
import { computeOverrideEffect } from './override-effect.ts'
import { describeBound, describeEffect } from './override-sentences.ts'
import { SentenceText } from './SentenceText.tsx'
import type { ExactCounting } from './use-exact-vote.ts'

export interface DelegatorSectionProps {
  /** The newest picture. */
  readonly view: VoteView
  readonly counting: ExactCounting
  readonly denom: string
  readonly now: Date
}

const DEFINITION =
  'Each voter’s own delegations count as the voter voted and are deducted from their validators; what is left of a validator counts as it voted. 18-digit decimals rounded as the chain rounds them (x/gov/keeper/tally.go), all read at one height.'

/** What delegators' own votes did to the tally: bounded at first, exact once every voter's delegations are read. */
export function DelegatorSection({ view, counting, denom, now }: DelegatorSectionProps) {
  const { counted } = counting
  const sentences = useMemo(
    () =>
      counted === undefined
        ? describeBound(view.bound, view.validatorTally.delegatorVoters.length)
        : describeEffect(computeOverrideEffect(counted.vote.exact)),
    [counted, view],
  )
  return (
    <Section
      title="What delegators changed"
      aside={counted === undefined ? 'bounded, not exact' : 'exact'}
    >
      {sentences.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences stand in their order
        <p key={index} className="mb-1 max-w-[80ch]">
          <SentenceText sentence={sentence} denom={denom} />
        </p>
      ))}
      <div className="mt-2 min-h-14 text-s">
        {counted !== undefined && (
          <MatchNote match={counted.vote.match} votes={counted.view.votes.length} denom={denom} />
        )}
        <CountingControls view={view} counting={counting} />
        {counted !== undefined && (
          <SourceNote source={counted.vote.source} now={now} definition={DEFINITION} />
        )}
      </div>
    </Section>
  )
}
