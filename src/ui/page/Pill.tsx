import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

export type PillTone = 'plain' | 'note' | 'good' | 'no' | 'warn' | 'bad'

const TONES: Readonly<Record<PillTone, string>> = {
  plain: 'border-edge text-ink-2',
  note: 'border-transparent bg-note text-note-ink',
  good: 'border-current text-good',
  no: 'border-current text-no',
  warn: 'border-current text-warn',
  bad: 'border-current text-bad',
}

export interface PillProps {
  /** @default 'plain' */
  readonly tone?: PillTone
  readonly children: ReactNode
  readonly title?: string | undefined
}

/** A short label in an outline. */
export function Pill({ tone = 'plain', children, title }: PillProps) {
  return (
    <span
      title={title}
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-full border px-2 py-px text-xs font-semibold tracking-normal whitespace-nowrap normal-case',
        TONES[tone],
      )}
    >
      {children}
    </span>
  )
}
