import { sanitizeChainText } from '../../../domain/format-chain-text.ts'
import type { ConversionReport } from '../../../queries/conversion.ts'
import { ConvertedMark } from '../../../ui/proposal/ConvertedMark.tsx'

export interface ConversionNoteProps {
  /** undefined while the block index is asked. */
  readonly report: ConversionReport | undefined
}

/** Quietly: that nothing tells whether the proposal began as expedited. Nothing where it is told. */
export function ConversionNote({ report }: ConversionNoteProps) {
  if (report?.conversion !== 'cannot-tell') return null
  return (
    <p className="mt-3 max-w-[80ch] text-xs">
      <ConvertedMark conversion="cannot-tell" form="long" />{' '}
      <span className="text-ink-3">
        {report.failure === undefined
          ? 'The index of blocks found no failed round, and may not reach back to the start of the vote.'
          : `The index of blocks could not be asked: ${sanitizeChainText(report.failure.sentence)}`}
      </span>
    </p>
  )
}
