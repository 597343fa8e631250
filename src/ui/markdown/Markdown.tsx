import { startTransition, useEffect, useMemo, useState } from 'react'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { classNames } from '../class-names.ts'
import { divideMarkdown } from './divide-markdown.ts'
import { startHeadings } from './heading-levels.ts'
import { MarkdownPiece } from './MarkdownPiece.tsx'
import { PlainText } from './PlainText.tsx'

export interface MarkdownProps {
  readonly text: string
}

/** Parts drawn at once; the rest is there as plain text and drawn part by part, so that the page stays usable. */
const FIRST = 1
const LONG = 16

const NO_HEADINGS = { top: 1, before: 0 }

/** A markdown text by a stranger, of any length. */
export function Markdown({ text }: MarkdownProps) {
  const parts = useMemo(() => divideMarkdown(sanitizeChainText(text, 'keep')), [text])
  const headings = useMemo(
    () => startHeadings(parts.map((part) => (part.kind === 'plain' ? '' : part.text))),
    [parts],
  )
  const [drawn, setDrawn] = useState(FIRST)
  const isDone = drawn >= parts.length
  // Laying out what is far off screen would hold up each further part.
  const isLong = parts.length > LONG
  useEffect(() => {
    if (isDone) return
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + 1)), 0)
    return () => clearTimeout(timer)
  }, [drawn, isDone])
  return (
    <div className="prose" aria-busy={!isDone}>
      {parts.map((part, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: parts stay in their order
          key={index}
          className={classNames(
            'prose-part',
            isLong && '[contain-intrinsic-size:auto_20rem] [content-visibility:auto]',
          )}
        >
          {part.kind === 'plain' ? (
            <PlainText text={part.text} />
          ) : index < drawn ? (
            <MarkdownPiece text={part.text} headings={headings[index] ?? NO_HEADINGS} />
          ) : (
            <div className="chain-block">{part.text}</div>
          )}
        </div>
      ))}
    </div>
  )
}
