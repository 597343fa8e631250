import { type ReactNode, useState } from 'react'
import { cutText, isBlankText, sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatInteger } from '../../domain/format-integer.ts'

export interface HostileTextProps {
  readonly text: string
  /** `block` keeps line breaks. @default 'inline' */
  readonly form?: 'inline' | 'block'
  /** Characters shown before the reader asks for all. @default 300, or 4000 in a block */
  readonly limit?: number
  /** Cuts without a button, where the text is a link or a heading. @default false */
  readonly isCutSilently?: boolean
  /** Where there is nothing to see. @default '(blank)' */
  readonly absence?: string
}

/** Text by strangers: isolated from its surroundings, invisible characters marked, long texts cut. */
export function HostileText({
  text,
  form = 'inline',
  limit = form === 'block' ? 4000 : 300,
  isCutSilently = false,
  absence = '(blank)',
}: HostileTextProps) {
  const [isWhole, setIsWhole] = useState(false)
  if (isBlankText(text)) return <span className="text-ink-3">{absence}</span>
  const head = isWhole ? undefined : cutText(text, limit)
  const safe = sanitizeChainText(head ?? text, form === 'block' ? 'keep' : 'join')
  return (
    <>
      <bdi className={form === 'block' ? 'chain-block block' : 'chain-text'}>
        {form === 'block' ? safe : keepDaysWhole(safe)}
        {head !== undefined && '…'}
      </bdi>
      {head !== undefined && !isCutSilently && (
        <>
          {' '}
          <button
            type="button"
            onClick={() => setIsWhole(true)}
            className="min-h-6 text-xs text-ink-2 underline underline-offset-3 hover:text-ink"
          >
            Show all {formatInteger(text.length)} characters
          </button>
        </>
      )}
    </>
  )
}

const DAY = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g

/** No line ends within a day such as 2026-03-23. */
function keepDaysWhole(text: string): ReactNode {
  const pieces: ReactNode[] = []
  let at = 0
  for (const { 0: day, index } of text.matchAll(DAY)) {
    pieces.push(
      text.slice(at, index),
      <span key={index} className="whitespace-nowrap">
        {day}
      </span>,
    )
    at = index + day.length
  }
  return at === 0 ? text : [...pieces, text.slice(at)]
}
