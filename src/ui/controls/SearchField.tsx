import { useEffect, useId, useRef, useState } from 'react'
import { Icon } from '../Icon.tsx'

export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  /** Called when the reader pauses, presses Enter or clears. */
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  /** Pause in milliseconds after the last key. @default 150 */
  readonly delayMs?: number
}

/** A search box that reports pauses rather than keys, so that lists and URLs keep up. */
export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  delayMs = 150,
}: SearchFieldProps) {
  const id = useId()
  const inputRef = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState(value)
  const [reported, setReported] = useState(value)
  // The value changed from outside, e.g. by the back button.
  if (reported !== value) {
    setReported(value)
    setDraft(value)
  }
  const report = (next: string) => {
    setReported(next)
    if (next !== value) onChange(next)
  }
  const reportRef = useRef(report)
  useEffect(() => {
    reportRef.current = report
  })
  useEffect(() => {
    const timer = setTimeout(() => reportRef.current(draft), delayMs)
    return () => clearTimeout(timer)
  }, [draft, delayMs])
  return (
    <div className="relative min-w-48 flex-1 sm:max-w-80">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <span className="pointer-events-none absolute inset-y-0 start-2.5 grid place-items-center text-ink-3">
        <Icon name="search" />
      </span>
      <input
        ref={inputRef}
        id={id}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        value={draft}
        placeholder={placeholder}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') report(draft)
          if (event.key === 'Escape' && draft !== '') {
            setDraft('')
            report('')
          }
        }}
        className="h-8 w-full rounded-m border border-edge bg-sheet ps-8 pe-8 text-s placeholder:text-ink-3"
      />
      {draft !== '' && (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => {
            setDraft('')
            report('')
            inputRef.current?.focus()
          }}
          className="absolute inset-y-1 end-1 grid size-6 place-items-center rounded-s text-ink-3 hover:text-ink"
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}
