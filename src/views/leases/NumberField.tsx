import { useEffect, useId, useRef, useState } from 'react'
import { parseDec } from '../../domain/decimal.ts'

export interface NumberFieldProps {
  readonly label: string
  readonly value: string
  /** Called when the reader pauses, with what was typed. */
  readonly onChange: (value: string) => void
  readonly placeholder?: string
}

const PAUSE_MS = 200

/** A small box for a decimal number from 0 on, which says when what stands in it is none. */
export function NumberField({ label, value, onChange, placeholder }: NumberFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState(value)
  const [seen, setSeen] = useState(value)
  const [sent, setSent] = useState(value)
  if (seen !== value) {
    setSeen(value)
    // It changed from outside, e.g. by the back button, and not by what was typed here.
    if (value !== sent) {
      setSent(value)
      setDraft(value)
    }
  }
  const report = useRef(() => {})
  useEffect(() => {
    report.current = () => {
      const typed = draft.trim()
      if (typed === sent) return
      setSent(typed)
      onChange(typed)
    }
  })
  useEffect(() => {
    const timer = setTimeout(() => report.current(), draft === '' ? 0 : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft])
  const number = parseDec(draft.trim())
  const isWrong = draft.trim() !== '' && (number === undefined || number < 0n)
  return (
    <input
      id={id}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={isWrong}
      title={isWrong ? 'Not a number such as 0.25, from 0 on' : label}
      value={draft}
      placeholder={placeholder}
      onChange={(event) => setDraft(event.target.value)}
      className="h-8 w-24 rounded-m border border-edge bg-sheet px-2 text-s tabular placeholder:text-ink-3 aria-invalid:border-bad"
    />
  )
}
