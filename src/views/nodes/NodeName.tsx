import type { NodeRow, RowTone } from '../../queries/node-rows.ts'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { NodeHistory } from './NodeHistory.tsx'

const TONES: Readonly<Record<RowTone, string>> = {
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  none: 'text-ink-3',
}

/** Which endpoint, how it stands in a sentence, what it lacks, and what happened to it. */
export function NodeName({
  row,
  place,
  healthNow,
}: {
  readonly row: NodeRow
  readonly place: number
  readonly healthNow: Date
}) {
  return (
    <>
      <span className="block font-medium break-all">
        <span className="text-ink-3">{place}</span>{' '}
        <HostileText text={row.name} limit={120} isCutSilently />
      </span>
      <span className={`block ${TONES[row.tone]}`}>
        <HostileText text={row.sentence} limit={400} />
      </span>
      {row.advice !== undefined && <span className="block text-ink-2">{row.advice}</span>}
      {row.missing.length > 0 && (
        <ul
          aria-label={`What ${row.name} lacks`}
          className="mt-1.5 list-disc ps-4 text-xs text-ink-2"
        >
          {row.missing.map(({ kind, sentence }) => (
            <li key={kind}>{sentence}</li>
          ))}
        </ul>
      )}
      {row.state !== 'asking' && <NodeHistory row={row} now={healthNow} />}
    </>
  )
}
