import { useMemo, useState } from 'react'
import { formatByteSize } from '../../domain/format-bytes.ts'
import { cutText, sanitizeChainText } from '../../domain/format-chain-text.ts'
import { classNames } from '../class-names.ts'
import { Button } from '../controls/Button.tsx'
import { divideText } from './divide-text.ts'

export interface PlainTextProps {
  readonly text: string
  /** Characters shown before the reader asks for all. @default 20,000 */
  readonly limit?: number
}

/** A long text by a stranger as it was written: nothing in it is interpreted. */
export function PlainText({ text, limit = 20_000 }: PlainTextProps) {
  const [isWhole, setIsWhole] = useState(false)
  const head = isWhole ? undefined : cutText(text, limit)
  const pieces = useMemo(() => divideText(sanitizeChainText(head ?? text, 'keep')), [head, text])
  return (
    <div className="max-w-measure">
      {pieces.map((piece, index) => (
        // What is off screen is not laid out until it comes near; a short text would only leave a hole until then.
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces stay in their order
          key={index}
          className={classNames(
            'chain-block',
            pieces.length > 1 && '[contain-intrinsic-size:auto_40rem] [content-visibility:auto]',
          )}
        >
          {piece}
        </div>
      ))}
      {head !== undefined && (
        <p className="mt-2">
          <Button onClick={() => setIsWhole(true)}>
            Show all {formatByteSize(new TextEncoder().encode(text).length)}
          </Button>
        </p>
      )}
    </div>
  )
}
