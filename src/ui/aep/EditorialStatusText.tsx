import type { EditorialStatus } from '../../domain/registry/aep.ts'
import { HostileText } from '../text/HostileText.tsx'

export interface EditorialStatusTextProps {
  readonly status: EditorialStatus
  /** As the document has it. */
  readonly raw: string
}

/** The status a document gives itself; where it is written unusually, also how. */
export function EditorialStatusText({ status, raw }: EditorialStatusTextProps) {
  if (status === raw) return status
  return (
    <>
      {status === 'other' ? 'None of the terms' : status}{' '}
      <small className="text-xs font-normal text-ink-3">
        written “
        <HostileText text={raw} limit={40} isCutSilently absence="nothing" />”
      </small>
    </>
  )
}
