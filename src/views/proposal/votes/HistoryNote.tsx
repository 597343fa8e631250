import type { Failure } from '../../../domain/failure.ts'
import { sanitizeChainText } from '../../../domain/format-chain-text.ts'
import { formatCount } from '../../../domain/format-integer.ts'
import type { VoteHistoryReport } from '../../../queries/vote-history.ts'

export interface HistoryNoteProps {
  /** undefined while the index is asked. */
  readonly report: VoteHistoryReport | undefined
  /** Why the index could not be asked, where it could not. */
  readonly failure: Failure | undefined
}

/** Whether changed votes can be told, and from whose index. One line in every state, so that nothing moves. */
export function HistoryNote({ report, failure }: HistoryNoteProps) {
  return <p className="mt-3 text-xs text-ink-3">{sentenceOf(report, failure)}</p>
}

function sentenceOf(report: VoteHistoryReport | undefined, failure: Failure | undefined): string {
  if (failure !== undefined) {
    return `Changed votes are not known: ${sanitizeChainText(failure.sentence)}`
  }
  if (report === undefined) return 'Changed votes are being looked up in the node’s index…'
  if (report.kind === 'no-index') {
    return 'Changed votes are not known: this node keeps no index of transactions. Another node may.'
  }
  const seen = formatCount(report.total, 'transaction')
  return `Changed votes and authz are from the transaction index of ${sanitizeChainText(report.endpoint)} (${seen}${report.isComplete ? '' : ', not all read'}), which may be incomplete.`
}
