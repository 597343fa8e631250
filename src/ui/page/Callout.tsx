import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import type { IconName } from '../Icon.tsx'
import { Icon } from '../Icon.tsx'

export type CalloutTone = 'note' | 'warn' | 'bad'

const TONES: Readonly<Record<CalloutTone, { border: string; sign: string; icon: IconName }>> = {
  note: { border: 'border-note-ink', sign: 'text-note-ink', icon: 'info' },
  warn: { border: 'border-warn', sign: 'text-warn', icon: 'alert' },
  bad: { border: 'border-bad', sign: 'text-bad', icon: 'alert' },
}

export interface CalloutProps {
  /** @default 'note' */
  readonly tone?: CalloutTone
  readonly title?: string
  readonly children: ReactNode
}

/** A finding set off from the text: a disagreement, a warning, a remark. */
export function Callout({ tone = 'note', title, children }: CalloutProps) {
  const { border, sign, icon } = TONES[tone]
  return (
    <div
      className={classNames(
        'my-4 max-w-measure border-s-3 bg-sunk px-3.5 py-2 text-s print:border',
        border,
      )}
    >
      {title !== undefined && (
        <p className="font-semibold">
          <span className={classNames('me-1.5', sign)}>
            <Icon name={icon} />
          </span>
          {title}
        </p>
      )}
      {children}
    </div>
  )
}
