import { formatCount } from '../../domain/format-integer.ts'
import type { Day } from '../../domain/registry/aep.ts'
import { HostileText } from '../text/HostileText.tsx'
import { TimeText } from '../text/TimeText.tsx'

export interface RegistryNoteProps {
  /** Of the documents: those that came with this page, or read anew. */
  readonly freshness:
    | { readonly kind: 'committed'; readonly day: Day; readonly note?: string | undefined }
    | {
        readonly kind: 'refreshed'
        readonly at: Date
        readonly day: Day
        readonly added: number
        readonly changed: number
        readonly note?: string | undefined
      }
  readonly now: Date
}

/** As of when the documents are known. */
export function RegistryNote({ freshness, now }: RegistryNoteProps) {
  const note = freshness.note === undefined ? null : <Note text={freshness.note} />
  if (freshness.kind === 'committed') {
    return (
      <>
        Documents as of <time dateTime={freshness.day}>{freshness.day}</time>, as they came with
        this page.
        {note}
      </>
    )
  }
  const { at, day, added, changed } = freshness
  return (
    <>
      Documents as the AEP repository has them, read{' '}
      <TimeText date={at} now={now} form="relative" />;{' '}
      {added === 0 && changed === 0
        ? `the same as those of ${day} that came with this page.`
        : `since ${day}, ${formatCount(added, 'document')} more and ${changed} changed.`}
      {note}
    </>
  )
}

/** It may name rows of the index in the index's own words. */
function Note({ text }: { readonly text: string }) {
  return (
    <>
      {' '}
      <HostileText text={text} limit={400} isCutSilently />
    </>
  )
}
