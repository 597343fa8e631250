import { useState } from 'react'
import { formatInteger } from '../../domain/format-integer.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { MarkdownText } from '../../ui/markdown/MarkdownText.tsx'

/** Beyond this many characters a summary is folded, so that the votes below it stay within reach. */
const FOLDED_FROM = 6_000

/** What the proposer wrote. */
export function ProposalSummary({ text }: { readonly text: string }) {
  const [isFolded, setIsFolded] = useState(text.length > FOLDED_FROM)
  return (
    <>
      <div className={isFolded ? 'max-h-[36rem] max-w-measure overflow-y-hidden' : 'max-w-measure'}>
        <MarkdownText text={text} absence="The proposer wrote none." />
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
