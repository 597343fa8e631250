import { lazy, Suspense, useState } from 'react'
import { isBlankText } from '../../domain/format-chain-text.ts'
import { Button } from '../controls/Button.tsx'
import { MarkdownBoundary } from './MarkdownBoundary.tsx'
import { PlainText } from './PlainText.tsx'

const Markdown = lazy(async () => ({ default: (await import('./Markdown.tsx')).Markdown }))

/** Characters above which a text is drawn as markdown only when asked for. */
const LONG = 60_000

export interface MarkdownTextProps {
  readonly text: string
  /** Where there is nothing to see. @default '(blank)' */
  readonly absence?: string
}

/**
 * A markdown text by a stranger of any length: a very long one is plain until asked for, and any is plain while the code
 * is on its way or when it breaks.
 */
export function MarkdownText({ text, absence = '(blank)' }: MarkdownTextProps) {
  const [isWanted, setIsWanted] = useState(false)
  if (isBlankText(text)) return <p className="text-ink-3">{absence}</p>
  if (text.length > LONG && !isWanted) {
    return (
      <>
        <p className="mb-2 text-s text-ink-2">
          This text is long, so it is shown as written.{' '}
          <Button onClick={() => setIsWanted(true)}>Draw it as markdown</Button>
        </p>
        <PlainText text={text} />
      </>
    )
  }
  const plain = <PlainText text={text} />
  return (
    <MarkdownBoundary key={text} fallback={plain}>
      <Suspense fallback={plain}>
        <Markdown text={text} />
      </Suspense>
    </MarkdownBoundary>
  )
}
