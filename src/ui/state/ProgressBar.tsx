import { useId } from 'react'
import { formatInteger } from '../../domain/format-integer.ts'

export interface ProgressBarProps {
  readonly label: string
  readonly read: number
  readonly total: number
  /** What is counted, in the plural. */
  readonly unit: string
}

/** How far a longer reading has come, in the platform's own element. */
export function ProgressBar({ label, read, total, unit }: ProgressBarProps) {
  const id = useId()
  return (
    <span className="inline-flex min-h-8 flex-wrap items-center gap-x-3">
      <label htmlFor={id}>{label}</label>
      <progress id={id} max={total} value={read} className="h-2 w-40 accent-ink" />
      <span className="tabular text-ink-2">
        {formatInteger(read)} of {formatInteger(total)} {unit}
      </span>
    </span>
  )
}
