import type { ReactNode } from 'react'

export interface TimelineStep {
  readonly key: string
  readonly state: 'done' | 'current' | 'ahead'
  readonly title: ReactNode
  readonly detail?: ReactNode
}

export interface TimelineProps {
  readonly steps: readonly TimelineStep[]
}

const STATE_WORDS = { done: 'done', current: 'now', ahead: 'still ahead' } as const

/** Steps in their order, with the one it is at. */
export function Timeline({ steps }: TimelineProps) {
  return (
    <ol className="timeline ms-1.5 text-s">
      {steps.map((step) => (
        <li
          key={step.key}
          data-state={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className={step.state === 'ahead' ? 'text-ink-2' : undefined}>{step.title}</span>
          <span className="sr-only"> ({STATE_WORDS[step.state]})</span>
          {step.detail !== undefined && <div className="text-xs text-ink-3">{step.detail}</div>}
        </li>
      ))}
    </ol>
  )
}
