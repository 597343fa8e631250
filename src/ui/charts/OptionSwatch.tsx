import { classNames } from '../class-names.ts'
import type { VoteOption } from './tally-geometry.ts'
import { OPTION_LETTERS } from './tally-sentence.ts'

export interface OptionSwatchProps {
  readonly option: VoteOption
}

/** Hue, letter and, for veto, hatch of a vote option. Its name stands beside it. */
export function OptionSwatch({ option }: OptionSwatchProps) {
  return (
    <span className={classNames('swatch', `option-${option}`)} aria-hidden="true">
      {OPTION_LETTERS[option]}
    </span>
  )
}
