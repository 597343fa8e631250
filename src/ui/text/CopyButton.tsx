import { useEffect, useState } from 'react'
import { Icon } from '../Icon.tsx'
import { copyText } from './copy-text.ts'

export interface CopyButtonProps {
  readonly text: string
  /** What is copied, in the words of the button: `address` gives "Copy address". */
  readonly what: string
  /** Shows the words beside the sign. @default false */
  readonly isLabelled?: boolean
}

const SHOWN_FOR_MS = 2500

/** Copies and says, also aloud, whether it worked. */
export function CopyButton({ text, what, isLabelled = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'failed'>('idle')
  useEffect(() => {
    if (outcome === 'idle') return
    const timer = setTimeout(() => setOutcome('idle'), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async () => setOutcome((await copyText(text)) ? 'copied' : 'failed')
  const icon = outcome === 'copied' ? 'check' : outcome === 'failed' ? 'alert' : 'copy'
  return (
    <>
      <button
        type="button"
        onClick={() => void copy()}
        aria-label={isLabelled ? undefined : `Copy ${what}`}
        title={isLabelled ? undefined : `Copy ${what}`}
        className="inline-flex min-h-6 min-w-6 items-center justify-center gap-1.5 rounded-s align-middle text-s text-ink-3 hover:text-ink"
      >
        <Icon name={icon} />
        {isLabelled && <span>Copy {what}</span>}
      </button>
      <span role="status" className="sr-only">
        {outcome === 'copied' && `Copied ${what}`}
        {outcome === 'failed' && `Could not copy ${what}`}
      </span>
    </>
  )
}
