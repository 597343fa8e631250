import { DEC_ONE, type Dec, formatDec } from '../../domain/decimal.ts'
import { formatDecShare, formatExactShare } from '../../domain/format-share.ts'
import type { KnownVoteOption, VoteOption, WeightedVoteOption } from '../../domain/vote.ts'
import { OptionSwatch } from '../charts/OptionSwatch.tsx'
import { OPTION_LABELS } from '../charts/tally-sentence.ts'

const DRAWN = {
  VOTE_OPTION_YES: 'yes',
  VOTE_OPTION_ABSTAIN: 'abstain',
  VOTE_OPTION_NO: 'no',
  VOTE_OPTION_NO_WITH_VETO: 'veto',
} as const satisfies Record<KnownVoteOption, string>

/** `Yes`, or what the wire says of an option nobody knows. */
export function formatVoteOption(option: VoteOption): string {
  return typeof option === 'number' ? `unknown option ${option}` : OPTION_LABELS[DRAWN[option]]
}

/** A vote in words: `Yes`, or `Yes 60 %, No 40 %` where it is split. */
export function formatVote(options: readonly WeightedVoteOption[]): string {
  if (options.length === 0) return 'no option'
  return options
    .map(({ option, weight }) =>
      options.length === 1 && weight === DEC_ONE
        ? formatVoteOption(option)
        : `${formatVoteOption(option)} ${formatWeight(weight)}`,
    )
    .join(', ')
}

const HUNDREDTH_OF_A_PERCENT = DEC_ONE / 10_000n

/** Exactly where that is short, as weights people choose are; a third is rounded. */
function formatWeight(weight: Dec): string {
  return weight % HUNDREDTH_OF_A_PERCENT === 0n
    ? formatExactShare(weight)
    : formatDecShare(weight, { digits: 2 })
}

export interface VoteTextProps {
  readonly options: readonly WeightedVoteOption[]
}

/** A vote: letter and name of its option, or every option with its weight. */
export function VoteText({ options }: VoteTextProps) {
  if (options.length === 0) return <span className="text-warn">no option</span>
  const [only] = options
  const isWhole = options.length === 1 && only?.weight === DEC_ONE
  return (
    <span className="inline-flex flex-wrap gap-x-2.5 gap-y-1">
      {options.map(({ option, weight }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option may stand twice
        <span key={index} className="inline-flex items-center gap-1.5 whitespace-nowrap">
          {typeof option !== 'number' && <OptionSwatch option={DRAWN[option]} />}
          <span
            title={isWhole ? undefined : `exactly ${formatDec(weight)}`}
            className={typeof option === 'number' ? 'text-warn' : undefined}
          >
            {formatVoteOption(option)}
            {!isWhole && ` ${formatWeight(weight)}`}
          </span>
        </span>
      ))}
    </span>
  )
}
