import type { Dec } from '../../domain/decimal.ts'
import { formatDecShare, formatExactShare } from '../../domain/format-share.ts'
import type { Tally } from '../../domain/proposal.ts'
import { computeTallyShares } from '../../domain/tally.ts'
import { AmountText } from '../text/AmountText.tsx'
import { OptionSwatch } from './OptionSwatch.tsx'
import type { VoteOption } from './tally-geometry.ts'
import { powerOf } from './tally-geometry.ts'
import { OPTION_LABELS } from './tally-sentence.ts'

const ORDER: readonly VoteOption[] = ['yes', 'no', 'veto', 'abstain']

export interface TallyLegendProps {
  readonly tally: Tally
  readonly denom: string
  readonly vetoThreshold: Dec | undefined
}

/** Options with their power; for the veto also its share of all votes, which is what its limit is compared with. */
export function TallyLegend({ tally, denom, vetoThreshold }: TallyLegendProps) {
  const { vetoOfVoted } = computeTallyShares(tally, undefined)
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-s">
      {ORDER.map((option) => (
        <li key={option} className="inline-flex items-center gap-1.5">
          <OptionSwatch option={option} />
          <span>
            {OPTION_LABELS[option]}{' '}
            <AmountText coin={{ denom, amount: powerOf(tally, option) }} form="compact" />
            {option === 'veto' && vetoOfVoted !== undefined && (
              <span className="text-ink-2">
                {' '}
                ({formatDecShare(vetoOfVoted, { threshold: vetoThreshold })} of votes
                {vetoThreshold !== undefined && `, limit ${formatExactShare(vetoThreshold)}`})
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
