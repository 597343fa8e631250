import { lazy, Suspense, useState } from 'react'
import { isBlankText } from '../../domain/format-chain-text.ts'
import { Button } from '../controls/Button.tsx'
import { MarkdownBoundary } from './MarkdownBoundary.tsx'
import { planMarkdown } from './markdown-size.ts'
import { PlainText } from './PlainText.tsx'

const loadMarkdown = () => import('./Markdown.tsx')
const Markdown = lazy(async () => ({ default: (await loadMarkdown()).Markdown }))

/** Starts loading what draws markdown, e.g. while the proposal itself is being fetched. */
export function preloadMarkdown(): void {
  // A failure shows where the text is drawn, as plain text.
  loadMarkdown().catch(() => undefined)
}

export interface MarkdownTextProps {
  readonly text: string
  /** Where there is nothing to see. @default '(blank)' */
  readonly absence?: string
}

/**
 * A markdown text by a stranger of any length: drawn when that is quick, plain until asked for when it is not, and plain
 * while the code is on its way or when it breaks.
 */
export function MarkdownText({ text, absence = '(blank)' }: MarkdownTextProps) {
  const [isWanted, setIsWanted] = useState(false)
  if (isBlankText(text)) return <p className="text-ink-3">{absence}</p>
  const plan = planMarkdown(text)
  if (plan.kind === 'plain' || (plan.kind === 'ask' && !isWanted)) {
    return (
      <>
        <p className="mb-2 text-s text-ink-2">
          {plan.kind === 'plain'
            ? 'This text is shown as written: drawing it as markdown could freeze the page.'
            : 'This text is long, so it is shown as written.'}{' '}
          {plan.kind === 'ask' && (
            <Button onClick={() => setIsWanted(true)}>Draw it as markdown</Button>
          )}
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
