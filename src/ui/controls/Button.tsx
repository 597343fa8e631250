import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

export interface ButtonProps {
  readonly children: ReactNode
  readonly onClick?: () => void
  /** `main` is the one a screen is for; `quiet` has no outline. @default 'plain' */
  readonly look?: 'main' | 'plain' | 'quiet'
  readonly isDisabled?: boolean
  readonly type?: 'button' | 'submit'
  /** Names it where its content does not. */
  readonly label?: string
}

const LOOKS = {
  main: 'border-ink bg-ink text-paper hover:opacity-85',
  plain: 'border-edge bg-sheet hover:border-ink',
  quiet: 'border-transparent text-ink-2 hover:bg-sunk hover:text-ink',
} as const

/** A push button, 32 px high. */
export function Button({
  children,
  onClick,
  look = 'plain',
  isDisabled = false,
  type = 'button',
  label,
}: ButtonProps) {
  return (
    <button
      type={type}
      onClick={onClick}
      disabled={isDisabled}
      aria-label={label}
      className={classNames(
        'inline-flex min-h-8 items-center gap-1.5 rounded-m border px-3 text-s font-medium disabled:opacity-50',
        LOOKS[look],
      )}
    >
      {children}
    </button>
  )
}
