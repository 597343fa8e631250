import { type NodeRow, withoutName } from '../../queries/node-rows.ts'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import { describeNodeEvent } from './describe-node-event.ts'

/** What happened with an endpoint since the page was opened, newest first. */
export function NodeHistory({ row, now }: { readonly row: NodeRow; readonly now: Date }) {
  if (row.events.length === 0) return null
  return (
    <details className="mt-1.5 text-xs text-ink-2">
      <summary className="min-h-6 py-0.5">
        What happened since this page was opened ({row.events.length})
      </summary>
      <ol aria-label={`What happened with ${row.name}`} className="timeline mt-1.5">
        {row.events.toReversed().map((event) => (
          <li key={`${event.kind} ${event.atMs}`} data-state="done">
            <TimeText date={new Date(event.atMs)} now={now} form="line" />
            <br />
            <HostileText text={withoutName(describeNodeEvent(event, now), row.name)} limit={400} />
          </li>
        ))}
      </ol>
    </details>
  )
}
