import type { ReactNode } from 'react'
import type { Figure } from '../../domain/figure.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import type { Source } from '../../domain/source.ts'
import { Popover } from '../overlay/Popover.tsx'
import { formatFailureTitle } from './FailureMessage.tsx'
import { Skeleton } from './Skeleton.tsx'

export interface FigureTextProps<T> {
  readonly figure: Figure<T>
  /** What the figure is, for screen readers while it loads. */
  readonly label: string
  readonly children: (value: T, source: Source) => ReactNode
  /** Width utility of the placeholder. @default 'w-20' */
  readonly widthClass?: string
}

/** A figure within a line: its value, a placeholder, or why it is not there. Never a zero it does not know of. */
export function FigureText<T>({
  figure,
  label,
  children,
  widthClass = 'w-20',
}: FigureTextProps<T>) {
  if (figure.kind === 'known') return children(figure.value, figure.source)
  if (figure.kind === 'loading') {
    return (
      <span className="inline-block align-bottom">
        <Skeleton widthClass={widthClass} label={label} />
      </span>
    )
  }
  return (
    <Popover
      trigger={formatFailureTitle(figure.failure.kind).toLowerCase()}
      label={`Why ${label} is missing`}
      className="text-ink-3 underline decoration-dotted underline-offset-3"
    >
      {sanitizeChainText(figure.failure.sentence)}
    </Popover>
  )
}
