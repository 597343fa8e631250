import { formatInteger } from '../../domain/format-integer.ts'
import type { Tally } from '../../domain/proposal.ts'
import { Callout } from '../page/Callout.tsx'
import type { VoteOption } from './tally-geometry.ts'
import { powerOf } from './tally-geometry.ts'
import { OPTION_LABELS } from './tally-sentence.ts'

const ORDER: readonly VoteOption[] = ['yes', 'no', 'veto', 'abstain']

export interface ImpossibleTallyProps {
  readonly tally: Tally
}

/** Numbers as stored, without a drawing, when one of them is below zero. */
export function ImpossibleTally({ tally }: ImpossibleTallyProps) {
  return (
    <Callout tone="warn" title="The chain stores an impossible tally">
      <p>
        Voting power cannot be below zero, so shares of these numbers mean nothing and are not
        drawn. In base units, as stored:
      </p>
      <dl className="mt-2 grid max-w-sm grid-cols-[auto_1fr] gap-x-6">
        {ORDER.map((option) => (
          <div key={option} className="contents">
            <dt className="text-ink-2">{OPTION_LABELS[option]}</dt>
            <dd className="tabular text-end">{formatInteger(powerOf(tally, option))}</dd>
          </div>
        ))}
      </dl>
    </Callout>
  )
}
