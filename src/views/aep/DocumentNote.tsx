import type { Aep } from '../../domain/registry/aep.ts'
import { useAepDocument } from '../../queries/aep-document.ts'
import { Callout } from '../../ui/page/Callout.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'

export interface DocumentNoteProps {
  readonly aep: Aep
  /** As a node told it; undefined while none has. */
  readonly chainId: string | undefined
  readonly now: Date
}

/** What the document in the repository says otherwise by now than the list of all documents does. */
export function DocumentNote({ aep, chainId, now }: DocumentNoteProps) {
  const reading = useAepDocument(aep, chainId)
  if (reading.kind === 'failed') {
    return (
      <Callout title="The document itself could not be read anew">
        <p>
          <HostileText text={reading.sentence} limit={300} />
        </p>
      </Callout>
    )
  }
  if (reading.kind !== 'read' || reading.differences.length === 0) return null
  return (
    <Callout title="The document itself says something newer">
      <p>
        Read <TimeText date={reading.at} now={now} form="relative" />:
      </p>
      <ul>
        {reading.differences.map(({ field, before, now: value }) => (
          <li key={field}>
            {field}: <HostileText text={value ?? 'taken out'} limit={300} />
            {before !== undefined && (
              <>
                , here still <HostileText text={before} limit={300} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
