import { lazy, Suspense, useState } from 'react'
import { isBlankText } from '../../domain/format-chain-text.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** Markdown is a third of the page's code and below the fold, so it comes when the page stands. */
const Markdown = lazy(async () => {
  const { Markdown } = await import('../../ui/markdown/Markdown.tsx')
  return { default: Markdown }
})

/** Beyond this many characters a summary is folded, so that the votes below it stay within reach. */
const FOLDED_FROM = 6_000

/** What the proposer wrote. Plain text stands in until the markdown code is there. */
export function ProposalSummary({ text }: { readonly text: string }) {
  const [isFolded, setIsFolded] = useState(text.length > FOLDED_FROM)
  if (isBlankText(text)) return <p className="text-s text-ink-3">The proposer wrote none.</p>
  return (
    <>
      <div className={isFolded ? 'max-h-[36rem] max-w-measure overflow-y-hidden' : 'max-w-measure'}>
        <Suspense fallback={<HostileText text={text} form="block" />}>
          <Markdown text={text} />
        </Suspense>
      </div>
      {isFolded && (
        <p className="mt-1 border-t border-rule-strong pt-3">
          <Button onClick={() => setIsFolded(false)}>
            Show all {formatInteger(text.length)} characters
          </Button>
        </p>
      )}
    </>
  )
}
