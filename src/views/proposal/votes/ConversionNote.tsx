import type { Failure } from '../../../domain/failure.ts'
import { sanitizeChainText } from '../../../domain/format-chain-text.ts'
import type { ConversionReport } from '../../../queries/conversion.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { ConvertedMark } from '../../../ui/proposal/ConvertedMark.tsx'

export interface ConversionNoteProps {
  /** undefined while the block index is asked. */
  readonly report: ConversionReport | undefined
  /** Why it could not be asked this time, where asking again may help. */
  readonly failure: Failure | undefined
  readonly onRetry: () => void
}

/** Quietly: that nothing tells whether the proposal began as expedited. Nothing where it is told. */
export function ConversionNote({ report, failure, onRetry }: ConversionNoteProps) {
  if (report === undefined ? failure === undefined : report.conversion !== 'cannot-tell') {
    return null
  }
  const reason = report === undefined ? failure : report.failure
  return (
    <p className="mt-3 max-w-[80ch] text-xs">
      <ConvertedMark conversion="cannot-tell" form="long" />{' '}
      <span className="text-ink-3">
        {reason === undefined
          ? 'The index of blocks found no failed round, and may not reach back to the start of the vote.'
          : `The index of blocks could not be asked: ${sanitizeChainText(reason.sentence)}`}
      </span>
      {report === undefined && (
        <>
          {' '}
          <Button look="quiet" onClick={onRetry}>
            Ask again
          </Button>
        </>
      )}
    </p>
  )
}
