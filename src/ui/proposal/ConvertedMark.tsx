import type { Conversion } from '../../domain/proposal-life.ts'
import { Icon } from '../Icon.tsx'

export interface ConvertedMarkProps {
  readonly conversion: Conversion
  /** `long` says what it means for those who voted, and says so where it cannot be told. @default 'short' */
  readonly form?: 'short' | 'long'
}

/** Marks a proposal whose expedited round failed. Nothing where none did; the short form is also silent when in doubt. */
export function ConvertedMark({ conversion, form = 'short' }: ConvertedMarkProps) {
  if (conversion === 'not-converted') return null
  if (conversion === 'cannot-tell') {
    return form === 'short' ? null : (
      <span className="text-ink-3">
        Whether it began as expedited cannot be told: the chain keeps no trace of it.
      </span>
    )
  }
  return (
    <span className="text-warn">
      <Icon name="convert" />{' '}
      {form === 'short'
        ? 'converted from expedited'
        : 'Converted from expedited: its first votes were erased, those who had voted must vote again.'}
    </span>
  )
}
