import type { TallyMatch } from '../../../domain/tally/tally-match.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { Callout } from '../../../ui/page/Callout.tsx'
import { describeMatch } from './match-sentence.ts'

export interface MatchNoteProps {
  readonly match: TallyMatch
  readonly votes: number
  readonly denom: string
}

/** The app's check on itself and on the node: is the recount the node's own tally? */
export function MatchNote({ match, votes, denom }: MatchNoteProps) {
  const { isEqual, sentence, differences } = describeMatch(match, votes, denom)
  if (isEqual) {
    return (
      <p role="status">
        <span className="text-good">
          <Icon name="check" />
        </span>{' '}
        {sentence}
      </p>
    )
  }
  return (
    <Callout tone={match.kind === 'different' ? 'bad' : 'warn'} title="The counts differ">
      <p>{sentence}</p>
      <ul className="tabular mt-1 list-disc ps-4">
        {differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    </Callout>
  )
}
