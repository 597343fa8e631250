import { lazy, Suspense } from 'react'
import { isBlankText } from '../../domain/format-chain-text.ts'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** Markdown is a third of the page's code and below the fold, so it comes when the page stands. */
const Markdown = lazy(() =>
  import('../../ui/markdown/Markdown.tsx').then(({ Markdown }) => ({ default: Markdown })),
)

/** What the proposer wrote. Plain text stands in until the markdown code is there. */
export function ProposalSummary({ text }: { readonly text: string }) {
  if (isBlankText(text)) return <p className="text-s text-ink-3">The proposer wrote none.</p>
  return (
    <div className="max-w-measure">
      <Suspense fallback={<HostileText text={text} form="block" />}>
        <Markdown text={text} />
      </Suspense>
    </div>
  )
}
